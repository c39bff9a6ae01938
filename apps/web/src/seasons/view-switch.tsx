import { CalendarX2, ChartGantt, Table2 } from 'lucide-react';
import { ReviewLink } from './review-link.tsx';
import { type View, views } from './search.ts';
import { viewWords } from './words.ts';

const icons = { timeline: ChartGantt, table: Table2, unplaced: CalendarX2 };

/** The three ways to see a season. */
export function ViewSwitch({ view, unplaced }: { view: View; unplaced: number }) {
  return (
    <nav aria-label="Ways to see the season" data-screen-only className="max-sm:w-full">
      <ul className="flex overflow-clip rounded-control border border-control bg-surface">
        {views.map((one) => {
          const Icon = icons[one];
          const isOn = one === view;
          return (
            <li key={one} className="border-r border-control last:border-r-0 max-sm:flex-1">
              <ReviewLink
                change={{ view: one === 'timeline' ? undefined : one }}
                aria-current={isOn ? 'page' : undefined}
                className={`focus-inside flex min-h-11 items-center justify-center gap-2 px-3.5 font-semibold whitespace-nowrap desk:min-h-9.5 max-sm:px-2 ${isOn ? 'bg-ink text-surface' : 'hover:bg-hover'}`}
              >
                <Icon aria-hidden className="size-4.5 max-sm:hidden" />
                {viewWords[one]}
                {one === 'unplaced' && unplaced > 0 && <span className="font-normal">{unplaced}</span>}
              </ReviewLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
