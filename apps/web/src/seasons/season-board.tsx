import type { Calendar } from '@lateral/contract/calendars';
import type { Board, Season } from '@lateral/contract/seasons';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, lazy, Suspense, useMemo, useRef } from 'react';
import type { BulkAction } from '../bulk-action.ts';
import { Card } from '../ui/card.tsx';
import { longDay, todayInLondon } from '../ui/days.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { useIsWide } from '../ui/use-is-wide.ts';
import { type Cluster, chooseTerms, chooseWeeks, listRows, type Row } from './arrange.ts';
import { BoardFilters } from './board-filters.tsx';
import { BoardTabs } from './board-tabs.tsx';
import { LoadChart } from './load-chart.tsx';
import { narrow, narrowBoard, narrowClusters } from './narrow.ts';
import { NothingFound } from './nothing-found.tsx';
import { PhoneTimeline } from './phone-timeline.tsx';
import { PlacingBoard } from './placing-board.tsx';
import { changeSearch, ReviewLink, useReviewsSearch } from './review-link.tsx';
import { ReviewPanel } from './review-panel.tsx';
import { filterOf } from './search.ts';
import { SeasonTable } from './season-table.tsx';
import { TermChips } from './term-chips.tsx';
import { Timeline } from './timeline.tsx';
import { UnplacedView } from './unplaced-view.tsx';

// Each comes when it is first looked at.
const BoardMap = lazy(() => import('./board-map.tsx').then((m) => ({ default: m.BoardMap })));
const ReviewersView = lazy(() => import('./reviewers-view.tsx').then((m) => ({ default: m.ReviewersView })));

type BoardProps = { season: Season; board: Board; terms: Calendar['terms']; mayPlan: boolean };
type Props = BoardProps & { remind: BulkAction | null };

/** The draft of a season in one of its views, with one school beside it. */
export function SeasonBoard({ season, board, terms, mayPlan, remind }: Props) {
  const search = useReviewsSearch();
  const navigate = useNavigate();
  const box = useRef<HTMLDivElement>(null);
  const today = todayInLondon();
  const rows = useMemo(() => listRows(board, today), [board, today]);
  const { shown, all, counts } = narrow(rows, board.clusters, filterOf(search), today);
  const isWhole = shown.length === rows.length;
  const clusters = narrowClusters(board.clusters, shown, isWhole);
  const open = rows.find(({ schoolId }) => schoolId === search.school);
  const close = () => {
    box.current?.querySelector<HTMLElement>(`[data-review="${search.school}"]`)?.focus();
    void navigate({
      to: '/reviews',
      search: changeSearch(search, { school: undefined }),
      resetScroll: false,
    });
  };
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'Escape' && open) close();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the panel from wherever focus is
    <div onKeyDown={onKeyDown} className="flex items-start gap-4">
      <div ref={box} className="grid min-w-0 flex-1 gap-5">
        <div className="min-w-0">
          {search.view !== 'reviewers' && <BoardTabs all={all} counts={counts} />}
          <BoardFilters clusters={board.clusters} />
          <p className="hidden text-[8pt] print:block">
            Printed {longDay(today)}.
            {!isWhole && ` These are ${shown.length} of the ${rows.length} schools of the season.`}
          </p>
          {search.tab === 'none' && shown.length > 0 && (
            <p data-screen-only className="mb-3">
              <ReviewLink
                change={{ view: 'unplaced', tab: undefined }}
                className="inline-flex min-h-6 items-center text-pen underline underline-offset-3 max-desk:min-h-11"
              >
                See why they have no date, by reason
              </ReviewLink>
            </p>
          )}
          {search.view === 'table' && <SeasonTable rows={shown} clusters={clusters} />}
          {search.view === 'unplaced' && <UnplacedView season={season} board={narrowBoard(board, shown)} />}
          <Suspense fallback={<Loading />}>
            {search.view === 'map' && <BoardMap all={rows} rows={shown} />}
            {search.view === 'reviewers' && <ReviewersView season={season} remind={remind} />}
          </Suspense>
          {search.view === undefined && (
            <TimelineView
              key={JSON.stringify(filterOf(search))}
              season={season}
              board={board}
              clusters={clusters}
              terms={terms}
              rows={shown}
              mayPlan={mayPlan}
              open={open}
            />
          )}
        </div>
        {!search.view && isWhole && (
          <div data-screen-only>
            <LoadChart load={board.load} />
          </div>
        )}
      </div>
      {open && (
        <ReviewPanel season={season} mayPlan={mayPlan} row={open} clusters={board.clusters} onClose={close} />
      )}
    </div>
  );
}

const Loading = () => (
  <Card>
    <Skeleton lines={8} label="Loading" />
  </Card>
);

type TimelineProps = BoardProps & {
  clusters: readonly Cluster[];
  rows: readonly Row[];
  open: Row | undefined;
};

function TimelineView({ season, board, clusters, terms, rows, mayPlan, open }: TimelineProps) {
  const search = useReviewsSearch();
  const isWide = useIsWide();
  const box = useRef<HTMLDivElement>(null);
  const chosen = chooseTerms(terms, search.terms, todayInLondon());
  const weeks = chooseWeeks(board.weeks, terms, chosen, season);
  const allWeeks = chooseWeeks(board.weeks, [], [], season);
  const rowsOf = useMemo(() => Map.groupBy(rows, ({ clusterId }) => clusterId), [rows]);
  if (rows.length === 0)
    return (
      <Card>
        <NothingFound />
      </Card>
    );
  if (!isWide) return <PhoneTimeline clusters={clusters} rowsOf={rowsOf} weeks={allWeeks} />;
  const timeline = (
    <Timeline
      clusters={clusters}
      rowsOf={rowsOf}
      weeks={weeks}
      allWeeks={allWeeks}
      openSchool={search.school}
    />
  );
  return (
    <div ref={box} className="min-w-0">
      <TermChips terms={terms} chosen={chosen} />
      {mayPlan ? (
        <PlacingBoard season={season} rows={rows} open={open} box={box}>
          {timeline}
        </PlacingBoard>
      ) : (
        timeline
      )}
    </div>
  );
}
