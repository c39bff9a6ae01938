import type { Season } from '@lateral/contract/seasons';
import { Printer, Sparkles } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { momentInWords } from '../ui/days.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Link } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { plural } from '../ui/plural.ts';
import { daysShort } from './arrange.ts';
import { isPlanning, usePlanSeason } from './queries.ts';
import type { View } from './search.ts';
import { ViewSwitch } from './view-switch.tsx';
import { refusalWords, seasonName } from './words.ts';

type Props = {
  season: Season;
  others: readonly Season[];
  view: View;
  mayPlan: boolean;
  views?: ReactNode;
};

/** The season's name, what it is short of, and what can be done with it. */
export function SeasonHeader({ season, others, view, mayPlan, views }: Props) {
  const plan = usePlanSeason(season.id);
  const isUnderWay = plan.isPending || isPlanning(season);
  const isPlanned = season.plannedAt !== null;
  const canPlan = mayPlan && season.blockers.length === 0 && !isUnderWay;
  return (
    <>
      <PageHeader
        title={`Review season ${seasonName(season.year)}`}
        tab="Reviews"
        below={<Counts season={season} />}
        actions={
          <>
            {isPlanned && <ViewSwitch view={view} unplaced={season.unplaced} />}
            {isPlanned && views}
            {isPlanned && (
              <Button icon={Printer} onClick={() => window.print()} className="max-sm:flex-1">
                Print
              </Button>
            )}
            {canPlan && (
              <Button
                icon={Sparkles}
                variant="primary"
                onClick={() => plan.mutate()}
                className="max-sm:flex-1"
              >
                {isPlanned ? 'Plan again' : 'Plan the season'}
              </Button>
            )}
          </>
        }
      />
      <OtherSeasons others={others} mayStart={mayPlan && isPlanned} />
      {plan.error && (
        <div className="mb-4">
          <ErrorNote error={plan.error} words={refusalWords} />
        </div>
      )}
    </>
  );
}

function Counts({ season }: { season: Season }) {
  const { placed, unplaced, plannedAt, members, supply } = season;
  const short = daysShort(season);
  const bold = (count: number, word: string) => (
    <span className="whitespace-nowrap">
      <b className="text-ink">{count.toLocaleString('en-GB')}</b> {word}
    </span>
  );
  return (
    <div className="flex flex-wrap items-baseline gap-x-5 gap-y-1">
      <Supply needed={supply.needed} short={short} />
      {plannedAt ? (
        <>
          {bold(placed, 'placed')}
          {bold(unplaced, 'to place')}
          <span className="text-sm">Planned {momentInWords(plannedAt)}</span>
        </>
      ) : (
        bold(members, members === 1 ? 'school to place' : 'schools to place')
      )}
    </div>
  );
}

function OtherSeasons({ others, mayStart }: { others: readonly Season[]; mayStart: boolean }) {
  return (
    <p data-screen-only className="-mt-4 mb-4 flex flex-wrap gap-x-5 text-sm text-muted empty:hidden">
      {others.map(({ id, year }) => (
        <Link
          key={id}
          to="/reviews"
          search={{ year: String(year) }}
          className="inline-flex min-h-6 items-center max-desk:min-h-11"
        >
          Season {seasonName(year)}
        </Link>
      ))}
      {mayStart && (
        <Link to="/reviews/new" className="inline-flex min-h-6 items-center max-desk:min-h-11">
          Start another season
        </Link>
      )}
    </p>
  );
}

/** What the season is short of comes first. */
function Supply({ needed, short }: { needed: number; short: number }) {
  const all = needed.toLocaleString('en-GB');
  if (needed === 0) return null;
  if (short === 0) return <span>Enough reviewer days for the {all} this season needs</span>;
  return (
    <span>
      <b className="inline-flex items-center gap-2 text-lead text-risk">
        <span aria-hidden className="hatched size-4 rounded-sm border border-risk" />
        {plural(short, 'day')} short
      </b>{' '}
      of the {all} this season needs
    </span>
  );
}
