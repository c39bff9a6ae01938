import type { Season } from '@lateral/contract/seasons';
import { stageOf } from '@lateral/domain/seasons/standing';
import { useQuery } from '@tanstack/react-query';
import { CalendarCheck2, Printer, Scale, Sparkles, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { momentInWords, todayInLondon } from '../ui/days.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Link } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { plural } from '../ui/plural.ts';
import { daysShort } from './arrange.ts';
import { ExportButton } from './export-button.tsx';
import { useUndo } from './hand-queries.ts';
import { boardQuery, isPlanning, usePlanSeason } from './queries.ts';
import type { View } from './search.ts';
import { ViewSwitch } from './view-switch.tsx';
import { nearnessWords, refusalWords, seasonName } from './words.ts';

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
            {isPlanned && <ViewSwitch view={view} />}
            {isPlanned && views}
            {isPlanned && (
              <Button
                icon={Printer}
                onClick={() => window.print()}
                className="whitespace-nowrap max-sm:flex-1"
              >
                Print
              </Button>
            )}
            {isPlanned && <ExportButton season={season} />}
            {mayPlan && season.canUndo && !isUnderWay && <UndoButton season={season} />}
            {canPlan && (
              <Button
                icon={Sparkles}
                variant="primary"
                onClick={() => plan.mutate()}
                className="whitespace-nowrap max-sm:flex-1"
              >
                {isPlanned ? 'Plan again' : 'Plan the season'}
              </Button>
            )}
          </>
        }
      />
      <SeasonLinks season={season} others={others} mayPlan={mayPlan} />
      {plan.error && (
        <div className="mb-4">
          <ErrorNote error={plan.error} words={refusalWords} />
        </div>
      )}
    </>
  );
}

function Counts({ season }: { season: Season }) {
  const { unplaced, plannedAt, members, supply } = season;
  const short = daysShort(season);
  const nearness = nearnessWords(season);
  return (
    <div className="flex flex-wrap items-baseline gap-x-5 gap-y-1">
      <Supply needed={supply.needed} short={short} />
      {plannedAt ? (
        <>
          <Stages seasonId={season.id} />
          {bold(unplaced, 'to place')}
          {nearness && <span>{nearness}</span>}
          <span className="text-sm">Planned {momentInWords(plannedAt)}</span>
        </>
      ) : (
        bold(members, members === 1 ? 'school to place' : 'schools to place')
      )}
    </div>
  );
}

const bold = (count: number, word: string) => (
  <span key={word} className="whitespace-nowrap">
    <b className="text-ink">{count.toLocaleString('en-GB')}</b> {word}
  </span>
);

/** How far the reviews of the season have come. */
function Stages({ seasonId }: { seasonId: string }) {
  const { data } = useQuery(boardQuery(seasonId));
  const today = todayInLondon();
  const counts = Map.groupBy(data?.reviews ?? [], (review) => stageOf(review, today));
  return data && placedStages.map((stage) => bold(counts.get(stage)?.length ?? 0, stage));
}
const placedStages = ['done', 'booked', 'asked', 'draft'] as const;

function UndoButton({ season }: { season: Season }) {
  const undo = useUndo(season.id);
  return (
    <Button
      icon={Undo2}
      isPending={undo.isPending}
      onClick={() => undo.mutate(season.draftVersion)}
      className="whitespace-nowrap max-sm:flex-1"
    >
      Undo
    </Button>
  );
}

type LinksProps = { season: Season; others: readonly Season[]; mayPlan: boolean };

/** What belongs to the season, and other seasons. */
function SeasonLinks({ season, others, mayPlan }: LinksProps) {
  const link = 'inline-flex min-h-6 items-center gap-1.5 max-desk:min-h-11';
  return (
    <p data-screen-only className="-mt-4 mb-4 flex flex-wrap gap-x-5 text-sm text-muted">
      <Link to="/reviews/offers" search={{ season: season.id }} className={link}>
        <CalendarCheck2 aria-hidden className="size-4" />
        Reviewer days
      </Link>
      {mayPlan && (
        <Link to="/reviews/rules" search={{ year: String(season.year) }} className={link}>
          <Scale aria-hidden className="size-4" />
          Rules
        </Link>
      )}
      {others.map(({ id, year }) => (
        <Link key={id} to="/reviews" search={{ year: String(year) }} className={link}>
          Season {seasonName(year)}
        </Link>
      ))}
      {mayPlan && season.plannedAt && (
        <Link to="/reviews/new" className={link}>
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
