import type { Calendar } from '@lateral/contract/calendars';
import type { Board, Season } from '@lateral/contract/seasons';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useMemo, useRef } from 'react';
import { todayInLondon } from '../ui/days.ts';
import { useIsWide } from '../ui/use-is-wide.ts';
import { chooseTerms, chooseWeeks, listRows } from './arrange.ts';
import { LoadChart } from './load-chart.tsx';
import { PhoneTimeline } from './phone-timeline.tsx';
import { changeSearch, useReviewsSearch } from './review-link.tsx';
import { ReviewPanel } from './review-panel.tsx';
import { SeasonTable } from './season-table.tsx';
import { TermChips } from './term-chips.tsx';
import { Timeline } from './timeline.tsx';
import { UnplacedView } from './unplaced-view.tsx';

type Props = { season: Season; board: Board; terms: Calendar['terms'] };

/** The draft of a season in one of its views, with one school beside it. */
export function SeasonBoard({ season, board, terms }: Props) {
  const search = useReviewsSearch();
  const navigate = useNavigate();
  const box = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => listRows(board), [board]);
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
        {search.view === 'table' && <SeasonTable rows={rows} clusters={board.clusters} year={season.year} />}
        {search.view === 'unplaced' && <UnplacedView board={board} />}
        {search.view === undefined && (
          <TimelineView season={season} board={board} terms={terms} rows={rows} />
        )}
        {search.view !== 'table' && <LoadChart load={board.load} />}
      </div>
      {open && <ReviewPanel row={open} clusters={board.clusters} onClose={close} />}
    </div>
  );
}

function TimelineView({ season, board, terms, rows }: Props & { rows: ReturnType<typeof listRows> }) {
  const search = useReviewsSearch();
  const isWide = useIsWide();
  const chosen = chooseTerms(terms, search.terms, todayInLondon());
  const weeks = chooseWeeks(board.weeks, terms, chosen, season);
  const allWeeks = chooseWeeks(board.weeks, [], [], season);
  const rowsOf = useMemo(() => Map.groupBy(rows, ({ clusterId }) => clusterId), [rows]);
  if (!isWide) return <PhoneTimeline clusters={board.clusters} rowsOf={rowsOf} weeks={allWeeks} />;
  return (
    <div className="min-w-0">
      <TermChips terms={terms} chosen={chosen} />
      <Timeline
        clusters={board.clusters}
        rowsOf={rowsOf}
        weeks={weeks}
        allWeeks={allWeeks}
        openSchool={search.school}
      />
    </div>
  );
}
