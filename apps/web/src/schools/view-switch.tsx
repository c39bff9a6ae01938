import { List, Map as MapIcon } from 'lucide-react';
import { Link } from '../ui/link.tsx';
import type { SchoolSearch } from './search.ts';

const views = [
  { view: 'list', to: '/schools', label: 'List', icon: List },
  { view: 'map', to: '/schools/map', label: 'Map', icon: MapIcon },
] as const;

/** The same schools as a list or on a map. */
export function ViewSwitch({ view: current, search }: { view: 'list' | 'map'; search: SchoolSearch }) {
  return (
    <nav aria-label="Ways to see the schools">
      <ul className="flex overflow-clip rounded-control border border-control bg-surface">
        {views.map(({ view, to, label, icon: Icon }) => (
          <li key={view} className="border-r border-control last:border-r-0">
            <Link
              to={to}
              search={search}
              look="plain"
              aria-current={view === current ? 'page' : undefined}
              className={`focus-inside flex min-h-11 items-center gap-2 px-3.5 font-semibold desk:min-h-9.5 ${view === current ? 'bg-ink text-surface' : 'hover:bg-hover'}`}
            >
              <Icon aria-hidden className="size-4.5" />
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
