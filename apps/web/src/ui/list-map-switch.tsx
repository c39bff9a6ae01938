import { List, Map as MapIcon } from 'lucide-react';
import { Link } from './link.tsx';

type Props = {
  label: string;
  /** Which of the two is shown. */
  view: 'list' | 'map';
  /** The address of the list; its map stands under it. */
  to: '/schools' | '/members';
  /** The filters of each, so that what both know goes along. */
  search: Record<'list' | 'map', object>;
};

/** The same schools as a list or on a map. */
export function ListMapSwitch({ label, view: current, to, search }: Props) {
  const views = [
    { view: 'list', to, word: 'List', icon: List },
    { view: 'map', to: `${to}/map`, word: 'Map', icon: MapIcon },
  ] as const;
  return (
    <nav aria-label={label}>
      <ul className="flex overflow-clip rounded-control border border-control bg-surface">
        {views.map(({ view, to: place, word, icon: Icon }) => (
          <li key={view} className="border-r border-control last:border-r-0">
            <Link
              to={place}
              search={search[view]}
              look="plain"
              aria-current={view === current ? 'page' : undefined}
              className={`focus-inside flex min-h-11 items-center gap-2 px-3.5 font-semibold desk:min-h-9.5 ${view === current ? 'bg-ink text-surface' : 'hover:bg-hover'}`}
            >
              <Icon aria-hidden className="size-4.5" />
              {word}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
