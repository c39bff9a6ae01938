import { useQuery } from '@tanstack/react-query';
import { Bookmark, Users } from 'lucide-react';
import { Link } from '../ui/link.tsx';
import { placeOf } from './place.ts';
import { viewsQuery } from './queries.ts';
import { viewWords } from './words.ts';

/** More than these are found in the list's own menu and in the palette. */
const mostShown = 12;

/** The saved views down the side of the desk, with how many rows each holds. */
export function YourViews() {
  const { data } = useQuery(viewsQuery);
  const views = data?.items.slice(0, mostShown) ?? [];
  if (views.length === 0) return null;
  return (
    <nav aria-label={viewWords.title} className="mt-6">
      <h2 className="mb-1.5 px-3 text-sm font-semibold text-muted">{viewWords.title}</h2>
      <ul className="grid gap-0.5">
        {views.map((view) => {
          const { id, name, isMine, owner, count } = view;
          const Icon = isMine ? Bookmark : Users;
          return (
            <li key={id}>
              <Link
                {...placeOf(view)}
                look="plain"
                activeOptions={{ exact: true }}
                className="flex min-h-11 items-center gap-3 rounded-control border border-transparent px-3 hover:bg-hover desk:min-h-9 aria-[current=page]:border-line aria-[current=page]:bg-surface aria-[current=page]:font-semibold"
              >
                <Icon aria-hidden className="size-4.5 shrink-0" strokeWidth={1.75} />
                <span className="min-w-0 flex-1 truncate" title={name}>
                  {name}
                </span>
                {!isMine && <span className="sr-only">, shared by {owner}</span>}
                {count !== null && (
                  <span className="text-sm font-normal">{count.toLocaleString('en-GB')}</span>
                )}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
