/** Leaves this page for another of ours, whole: between the pages before sign-in and the workspace behind it. */
export const goTo = (path: string) => location.assign(path);

/** The sign-in page, and back afterwards to where somebody was. */
export const signInAddress = (path: string) =>
  path === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(path)}`;
