/** Puts focus on the heading of the screen once it has been painted: for when what was pressed is gone. */
export const focusHeading = () =>
  requestAnimationFrame(() =>
    requestAnimationFrame(() => document.querySelector<HTMLElement>('main h1')?.focus()),
  );
