import { ChartGantt, Map as MapIcon, Table2, Users } from 'lucide-react';
import { ReviewLink } from './review-link.tsx';
import type { View } from './search.ts';

const views = [
  { view: 'timeline', word: 'Timeline', icon: ChartGantt },
  { view: 'table', word: 'Table', icon: Table2 },
  { view: 'map', word: 'Map', icon: MapIcon },
  { view: 'reviewers', word: 'Reviewers', icon: Users },
] as const;

/** The ways to see a season. */
export function ViewSwitch({ view }: { view: View }) {
  return (
    <nav aria-label="Ways to see the season" data-screen-only className="max-sm:w-full">
      <ul className="flex overflow-clip rounded-control border border-control bg-surface">
        {views.map(({ view: one, word, icon: Icon }) => {
          const isOn = one === view;
          const tab = one === 'reviewers' ? { tab: undefined, school: undefined } : {};
          return (
            <li key={one} className="border-r border-control last:border-r-0 max-sm:flex-1">
              <ReviewLink
                change={{ view: one === 'timeline' ? undefined : one, ...tab }}
                aria-current={isOn ? 'page' : undefined}
                className={`focus-inside flex min-h-11 items-center justify-center gap-2 px-3.5 font-semibold whitespace-nowrap desk:min-h-9.5 max-sm:px-1.5 max-sm:text-sm ${isOn ? 'bg-ink text-surface' : 'hover:bg-hover'}`}
              >
                <Icon aria-hidden className="size-4.5 max-sm:hidden" />
                {word}
              </ReviewLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
