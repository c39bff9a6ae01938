import './wall-chart.css';
import { mondayOf } from '@lateral/domain/calendars/weeks';
import { useEffect, useRef, useState } from 'react';
import { todayInLondon } from '../ui/days.ts';
import { type Cluster, countReviews, type Row, type Week } from './arrange.ts';
import { ClusterRows } from './cluster-rows.tsx';
import { Legend } from './legend.tsx';
import { usePlacing } from './placing.ts';
import { timelineKeys } from './timeline-keys.ts';
import { useIsPrinting } from './use-is-printing.ts';
import { WeekBar } from './week-bar.tsx';
import { leastWidth, nameWidth, WeekColumns, WeekHead, weekWidth } from './week-head.tsx';

type Props = {
  clusters: readonly Cluster[];
  rowsOf: ReadonlyMap<string | null, readonly Row[]>;
  weeks: readonly Week[];
  /** Every week of the season, for the wall chart. */
  allWeeks: readonly Week[];
  openSchool: string | undefined;
};

/** So few that every cluster is shown open. */
const fewSchools = 60;

/** The season by cluster and week. It scrolls within itself; the arrow keys go from review to review. */
export function Timeline({ clusters, rowsOf, weeks, allWeeks, openSchool }: Props) {
  const isPrinting = useIsPrinting();
  const placing = usePlacing();
  const region = useRef<HTMLDivElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const clusterOfOpen = [...rowsOf].find(([, rows]) => rows.some((row) => row.schoolId === openSchool))?.[0];
  const isShort = clusters.reduce((sum, { schools }) => sum + schools, 0) <= fewSchools;
  const [opened, setOpened] = useState<ReadonlySet<string | null>>(
    () =>
      new Set([
        ...clusters.slice(0, isShort ? clusters.length : 2).map(({ id }) => id),
        ...(clusterOfOpen === undefined ? [] : [clusterOfOpen]),
      ]),
  );
  const [whole, setWhole] = useState<ReadonlySet<string | null>>(new Set());
  const now = mondayOf(todayInLondon());
  const shownWeeks = isPrinting ? allWeeks : weeks;
  const firstMonday = weeks[0]?.monday;
  // biome-ignore lint/correctness/useExhaustiveDependencies: other weeks begin at this week again
  useEffect(() => {
    const at = weeks.findIndex(({ monday }) => monday === now);
    const room = (region.current?.clientWidth ?? 0) - nameWidth;
    if (region.current) region.current.scrollLeft = (at + 2) * weekWidth > room ? (at - 2) * weekWidth : 0;
  }, [firstMonday, weeks.length]);
  // The panel beside the board narrows it: the review that is open stays in sight.
  useEffect(() => {
    const chip = region.current?.querySelector(`td [data-review="${openSchool}"]`)?.closest('td');
    if (!region.current || !chip) return;
    const { scrollLeft, clientWidth } = region.current;
    const left = chip.offsetLeft;
    const isSeen = left >= scrollLeft + nameWidth && left + weekWidth <= scrollLeft + clientWidth;
    if (!isSeen) region.current.scrollLeft = left - nameWidth - weekWidth;
  }, [openSchool]);
  const most = Math.max(
    0,
    ...[...rowsOf.values()].flatMap((rows) => {
      const counts = countReviews(rows);
      return shownWeeks.map(({ monday }) => counts.get(monday) ?? 0);
    }),
  );
  return (
    <section
      aria-label="Timeline of reviews"
      className="wall-chart min-w-0 overflow-clip rounded-card border border-line bg-surface print:rounded-none print:border-0"
    >
      {isPrinting && <Legend />}
      <WeekBar ref={bar} weeks={shownWeeks} now={now} />
      {/* biome-ignore lint/a11y/useSemanticElements: a region that scrolls, so that keys can scroll it */}
      <div
        ref={region}
        role="region"
        aria-label="Reviews by cluster and week; scrolls sideways"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        onKeyDown={timelineKeys(placing)}
        onScroll={({ currentTarget }) => bar.current?.scrollTo({ left: currentTarget.scrollLeft })}
        className="focus-inside relative overflow-x-auto print:overflow-visible"
      >
        <table
          className="w-full table-fixed border-separate border-spacing-0 text-left print:min-w-0!"
          style={{ minWidth: leastWidth(shownWeeks) }}
        >
          <caption className="sr-only">Reviews by cluster and school, week by week.</caption>
          <WeekColumns weeks={shownWeeks} />
          <WeekHead weeks={shownWeeks} now={now} />
          {clusters.map((cluster) => (
            <ClusterRows
              key={cluster.id ?? 'none'}
              cluster={cluster}
              rows={rowsOf.get(cluster.id) ?? []}
              weeks={shownWeeks}
              now={now}
              most={most}
              openSchool={openSchool ?? placing?.schoolId ?? undefined}
              isExpanded={isPrinting || opened.has(cluster.id)}
              isWhole={isPrinting || whole.has(cluster.id)}
              onToggle={() => setOpened(toggle(opened, cluster.id))}
              onShowAll={() => setWhole(new Set([...whole, cluster.id]))}
            />
          ))}
        </table>
      </div>
      {!isPrinting && <Legend />}
    </section>
  );
}

function toggle(set: ReadonlySet<string | null>, id: string | null) {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}
