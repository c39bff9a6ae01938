import { X } from 'lucide-react';
import type { ReactNode } from 'react';

type Props = { /** "3 schools chosen" */ summary: string; onClear: () => void; children: ReactNode };

/** What can be done to the chosen rows; stays in sight at the foot of the list. */
export function BulkBar({ summary, onClear, children }: Props) {
  return (
    <section
      aria-label="What to do with the chosen rows"
      data-screen-only
      className="on-board sticky bottom-16 z-20 m-2 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-card border border-board-line bg-board px-4 py-2.5 text-chalk desk:bottom-3"
    >
      <p role="status" className="font-semibold max-sm:flex-1">
        {summary}
      </p>
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-2 max-sm:order-last max-sm:basis-full [&>button]:whitespace-nowrap max-sm:[&>button]:flex-auto">
        {children}
      </div>
      <button
        type="button"
        onClick={onClear}
        className="flex min-h-11 items-center gap-1.5 rounded-control px-2 hover:bg-board-raised desk:min-h-9"
      >
        <X aria-hidden className="size-4.5" />
        Clear
      </button>
    </section>
  );
}
