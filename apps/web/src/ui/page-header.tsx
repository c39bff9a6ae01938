import type { ReactNode } from 'react';

type Props = {
  title: string;
  /** Over the title: the date, or a link back. */
  above?: ReactNode;
  /** Under the title: a count sentence, tags. */
  below?: ReactNode;
  actions?: ReactNode;
  /** The name of the tab in the browser, when it should be shorter than the title. */
  tab?: string;
};

export function PageHeader({ title, above, below, actions, tab }: Props) {
  return (
    <header className="mb-6 flex flex-wrap items-end gap-x-6 gap-y-3">
      <title>{`${tab ?? title} – Lateral`}</title>
      <div className="min-w-0 flex-1 basis-80">
        {above && <div className="mb-1 text-muted">{above}</div>}
        <h1 tabIndex={-1} className="text-title desk:text-display">
          {title}
        </h1>
        {below && <div className="mt-1.5 text-muted">{below}</div>}
      </div>
      {actions && (
        <div data-screen-only className="flex flex-wrap items-center gap-2">
          {actions}
        </div>
      )}
    </header>
  );
}
