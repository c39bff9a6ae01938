import type { Calendar } from '@lateral/contract/calendars';
import { schoolYearOf } from '@lateral/domain/calendars/london';
import { mondayOf } from '@lateral/domain/calendars/weeks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { calendarQuery } from '../calendar-query.ts';
import { longDay, monthShort, todayInLondon } from '../ui/days.ts';
import { plural } from '../ui/plural.ts';
import { WeekStrokes } from './week-strokes.tsx';
import { frameWords, yearName } from './words.ts';
import { YearTable } from './year-table.tsx';

/** The school year as chalk strokes: one for each review, hatched when schools are shut, a gold box round now. */
export function YearStrip() {
  const today = todayInLondon();
  const year = schoolYearOf(today);
  const { data } = useQuery(calendarQuery(year));
  const [isTableOpen, setIsTableOpen] = useState(false);
  return (
    <div data-screen-only className="hidden h-28 items-end gap-3 px-5 pb-2.5 desk:flex">
      <div className="w-58 shrink-0 pb-0.5 text-sm leading-snug">
        <p className="font-semibold">School year {yearName(year)}</p>
        <p className="text-chalk-dim">{frameWords.stripHint}</p>
        <button
          type="button"
          onClick={() => setIsTableOpen(true)}
          className="min-h-6 rounded-xs text-chalk underline underline-offset-3"
        >
          {frameWords.seeAsTable}
        </button>
      </div>
      <div className="min-w-0 flex-1 self-stretch">{data && <Strip calendar={data} today={today} />}</div>
      {isTableOpen && data && <YearTable calendar={data} onClose={() => setIsTableOpen(false)} />}
    </div>
  );
}

function describe({ year, weeks }: Calendar, thisWeek: number) {
  const total = weeks.reduce((sum, { reviews }) => sum + reviews, 0);
  const known = weeks.reduce((sum, { published }) => sum + published, 0);
  const shut = weeks.filter(({ isHoliday }) => isHoliday).length;
  return `School year ${yearName(year)}: ${plural(total, 'review')} over ${weeks.length} weeks, ${known} of them published, ${plural(thisWeek, 'review')} this week. Schools are shut for ${plural(shut, 'week')}.`;
}

function Strip({ calendar, today }: { calendar: Calendar; today: string }) {
  const { weeks } = calendar;
  const now = mondayOf(today);
  const at = weeks.findIndex(({ monday }) => monday === now);
  const thisWeek = weeks[at]?.reviews ?? 0;
  const most = Math.max(1, ...weeks.map(({ reviews }) => reviews));
  return (
    <div role="img" aria-label={describe(calendar, thisWeek)} className="flex h-full flex-col">
      <div className="relative h-5 shrink-0">
        {at >= 0 && (
          <span
            className="absolute -translate-x-1/2 text-chart font-semibold whitespace-nowrap text-gold"
            style={{ left: `${Math.min(93, Math.max(7, ((at + 0.5) / weeks.length) * 100))}%` }}
          >
            This week: {plural(thisWeek, 'review')}
          </span>
        )}
      </div>
      <div className="flex min-h-0 flex-1">
        {weeks.map(({ monday, isHoliday, reviews, published }) => (
          <div
            key={monday}
            title={`Week of ${longDay(monday)}`}
            className={`relative min-w-0 flex-1 ${monday === now ? 'rounded-md border-2 border-gold bg-gold/10' : ''} ${isHoliday ? 'hatched text-board-line' : ''}`}
          >
            <WeekStrokes count={reviews} published={published} most={most} />
          </div>
        ))}
      </div>
      <div className="mt-1 flex">
        {weeks.map(({ monday }, i) => (
          <div key={monday} className="min-w-0 flex-1">
            <div className="mx-px h-px bg-board-line" />
            <div className="relative h-5">
              {monthShort(monday) !== monthShort(weeks[i - 1]?.monday ?? '2000-01-01') &&
                monday >= `${calendar.year}-09-01` && (
                  <span className="absolute top-0.5 left-0.5 text-chart text-chalk-dim">
                    {monthShort(monday)}
                  </span>
                )}
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}
