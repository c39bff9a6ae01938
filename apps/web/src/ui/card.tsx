import type { ReactNode } from 'react';

type Props = {
  title?: string;
  /** Beside the title: a sentence or marks. */
  beside?: ReactNode;
  /** At the far end of the title: a link or a button. */
  action?: ReactNode;
  footer?: ReactNode;
  /** False when the content draws its own edges: a table, a list with hairlines. */
  isPadded?: boolean;
  className?: string;
  children: ReactNode;
};

export function Card({ title, beside, action, footer, isPadded = true, className = '', children }: Props) {
  return (
    <section
      aria-label={title}
      className={`min-w-0 overflow-clip rounded-card border border-line bg-surface ${className}`}
    >
      {title && (
        <div
          className={`flex flex-wrap items-center gap-x-4 gap-y-1 px-5 pt-4 ${isPadded ? 'pb-0' : 'border-b border-line pb-3.5'}`}
        >
          <h2 className="text-lead">{title}</h2>
          {beside && <div className="text-sm text-muted">{beside}</div>}
          {action && <div className="ml-auto text-sm">{action}</div>}
        </div>
      )}
      <div className={isPadded ? 'px-5 pt-3 pb-5' : ''}>{children}</div>
      {footer && <div className="border-t border-line px-5 py-3.5 text-sm">{footer}</div>}
    </section>
  );
}
