import type { Season } from '@lateral/contract/seasons';
import { useQuery } from '@tanstack/react-query';
import { Info } from 'lucide-react';
import { Link } from '../ui/link.tsx';
import { rulesQuery } from './rules-queries.ts';

/** Says over the board that its plan was made with earlier rules; nothing where it was not. */
export function OlderRules({ season: { id, year } }: { season: Pick<Season, 'id' | 'year'> }) {
  const { data } = useQuery(rulesQuery(id));
  if (!data?.changedSincePlan?.length) return null;
  return (
    <p
      role="status"
      data-screen-only
      className="mb-4 flex gap-3 rounded-control bg-asked px-4 py-2.5 text-ink"
    >
      <Info aria-hidden className="mt-0.5 size-5 shrink-0 text-pen" />
      <span className="min-w-0">
        <b className="font-semibold">The plan was made with earlier rules.</b> Plan again to use the new ones.{' '}
        <Link to="/reviews/rules" search={{ year: String(year) }}>
          See what has changed
        </Link>
      </span>
    </p>
  );
}
