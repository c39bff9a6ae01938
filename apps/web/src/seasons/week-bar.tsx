import type { Ref } from 'react';
import type { Week } from './arrange.ts';
import { holidayWidth, lastOpen, leastWidth, nameWidth, WeekName } from './week-head.tsx';

type Props = { ref: Ref<HTMLDivElement>; weeks: readonly Week[]; now: string };

/** The weeks over the timeline: stays in sight while the page scrolls, and moves sideways with the timeline. */
export function WeekBar({ ref, weeks, now }: Props) {
  const columns = weeks.map(({ isHoliday }) => (isHoliday ? `${holidayWidth}px` : 'minmax(0, 1fr)'));
  return (
    <div
      ref={ref}
      aria-hidden
      className="sticky top-0 z-20 overflow-hidden border-b border-line bg-surface text-sm print:hidden"
    >
      <div
        className="grid"
        style={{
          minWidth: leastWidth(weeks),
          gridTemplateColumns: `${nameWidth}px ${columns.join(' ')}`,
        }}
      >
        <span className="sticky left-0 z-10 border-r border-line bg-surface px-4 py-2.5 text-muted">
          Cluster and school
        </span>
        {weeks.map(({ monday, isHoliday }, at) => (
          <span
            key={monday}
            className={`border-r border-line py-2.5 whitespace-nowrap last:border-r-0 ${isHoliday ? 'hatched text-control' : 'px-2'} ${monday === now ? 'bg-gold font-bold text-[#14231f]' : 'text-muted [&_b]:text-ink'}`}
          >
            {!isHoliday && <WeekName monday={monday} before={lastOpen(weeks, at)} />}
          </span>
        ))}
      </div>
    </div>
  );
}
