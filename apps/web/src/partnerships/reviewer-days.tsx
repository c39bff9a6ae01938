import { CalendarCheck2 } from 'lucide-react';
import { ButtonLink } from '../ui/button-link.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Link } from '../ui/link.tsx';
import { plural } from '../ui/plural.ts';
import type { Today } from './queries.ts';

type Season = NonNullable<Today['season']>;

/** Days that the season needs against days that trained leaders can give: the season's first number. */
export function ReviewerDays({ season }: { season: Today['season'] }) {
  if (!season) {
    return (
      <Card title="Reviewer days" isPadded={false}>
        <EmptyState
          icon={CalendarCheck2}
          title="No season yet"
          action={<ButtonLink to="/reviews">Start a season</ButtonLink>}
        >
          When you start one, this shows whether there are enough reviewer days.
        </EmptyState>
      </Card>
    );
  }
  const short = Math.max(0, season.daysNeeded - season.daysAvailable);
  return (
    <Card title="Reviewer days" action={<Link to="/reviews">Open season</Link>}>
      <p className="mb-3 flex flex-wrap items-baseline gap-x-2">
        {short > 0 ? (
          <>
            <span className="inline-flex items-center gap-2 text-xl font-bold text-risk">
              <span aria-hidden className="hatched size-4 self-center rounded-sm border border-risk" />
              {plural(short, 'day')} short
            </span>
            <span className="text-muted">
              of the {season.daysNeeded.toLocaleString('en-GB')} this season needs
            </span>
          </>
        ) : (
          <>
            <span className="text-xl font-bold">Enough days</span>
            <span className="text-muted">
              for the {season.daysNeeded.toLocaleString('en-GB')} this season needs
            </span>
          </>
        )}
      </p>
      <Bar season={season} short={short} />
    </Card>
  );
}

function Bar({
  season: { placed, unplaced, daysNeeded, daysAvailable },
  short,
}: {
  season: Season;
  short: number;
}) {
  const schools = placed + unplaced;
  const planned = schools === 0 ? 0 : Math.min(daysAvailable, Math.round((daysNeeded * placed) / schools));
  const parts = [
    { name: 'In the plan', days: planned, look: 'bg-good text-on-pen', swatch: 'bg-good' },
    { name: 'Free', days: daysAvailable - planned, look: 'bg-good-soft text-ink', swatch: 'bg-good-soft' },
    {
      name: 'Short',
      days: short,
      look: 'hatched text-risk border border-risk',
      swatch: 'hatched border border-risk text-risk',
    },
  ].filter(({ days }) => days > 0);
  const total = parts.reduce((sum, { days }) => sum + days, 0);
  return (
    <>
      <div aria-hidden className="flex h-9 gap-0.5 overflow-hidden rounded-md">
        {parts.map(({ name, days, look }) => (
          <div
            key={name}
            className={`flex min-w-1 items-center overflow-hidden border-board-line pl-2 text-sm font-semibold ${look}`}
            style={{ width: `${(days / total) * 100}%` }}
          >
            {days / total > 0.12 && name !== 'Short' ? days : ''}
          </div>
        ))}
      </div>
      <ul className="mt-2.5 flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {parts.map(({ name, days, swatch }) => (
          <li key={name} className="inline-flex items-center gap-1.5">
            <span aria-hidden className={`size-3.5 rounded-sm ring-1 ring-line ${swatch}`} />
            {name} <strong>{days.toLocaleString('en-GB')}</strong>
          </li>
        ))}
      </ul>
    </>
  );
}
