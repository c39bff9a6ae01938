import type { Season } from '@lateral/contract/seasons';
import { useQuery } from '@tanstack/react-query';
import { CalendarPlus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { BulkAction } from '../bulk-action.ts';
import { calendarQuery } from '../calendar-query.ts';
import { useSession } from '../session.ts';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { Blockers } from './blockers.tsx';
import { OlderRules } from './older-rules.tsx';
import { Planning } from './planning.tsx';
import { PublishBar } from './publish-bar.tsx';
import { boardQuery, isPlanning, seasonQuery } from './queries.ts';
import { useReviewsSearch } from './review-link.tsx';
import { SeasonBoard } from './season-board.tsx';
import { SeasonHeader } from './season-header.tsx';

type Props = {
  first: Season;
  others: readonly Season[];
  remind: BulkAction;
  /** The menu of saved views. */
  views?: ReactNode;
};

/** One season: what it needs first, its planning, and its board. */
export function SeasonScreen({ first, others, remind, views }: Props) {
  const { may } = useSession();
  const { view = 'timeline' } = useReviewsSearch();
  const { data: season = first } = useQuery({ ...seasonQuery(first.id), initialData: first });
  return (
    <>
      <SeasonHeader season={season} others={others} view={view} mayPlan={may('seasons.plan')} views={views} />
      <Blockers blockers={season.blockers} />
      <Planning season={season} />
      {season.plannedAt && may('seasons.plan') && !isPlanning(season) && <OlderRules season={season} />}
      {season.plannedAt ? (
        <BoardOf season={season} mayPlan={may('seasons.plan')} remind={may(remind.may) ? remind : null} />
      ) : (
        <NotPlanned season={season} />
      )}
      {season.plannedAt && may('seasons.publish') && !isPlanning(season) && <PublishBar season={season} />}
    </>
  );
}

type BoardProps = { season: Season; mayPlan: boolean; remind: BulkAction | null };

function BoardOf({ season, mayPlan, remind }: BoardProps) {
  const board = useQuery(boardQuery(season.id));
  const calendar = useQuery(calendarQuery(season.year));
  const error = board.error ?? calendar.error;
  if (error) return <ErrorNote error={error} onRetry={() => void board.refetch()} />;
  if (!board.data || !calendar.data) return <PageSkeleton />;
  const { terms } = calendar.data;
  return <SeasonBoard season={season} board={board.data} terms={terms} mayPlan={mayPlan} remind={remind} />;
}

function NotPlanned({ season }: { season: Season }) {
  if (isPlanning(season) || season.blockers.length > 0) return null;
  return (
    <Card>
      <EmptyState icon={CalendarPlus} title="Nothing is planned yet">
        Choose “Plan the season”. It takes about 20 seconds. The plan is a draft: nobody is told.
      </EmptyState>
    </Card>
  );
}
