import type { CSSProperties } from 'react';
import { longDay, monthShort } from '../ui/days.ts';
import type { Week } from './arrange.ts';

/** The widths of the timeline's columns, in pixels, shared by the table and by the bar over it. */
export const nameWidth = 240;
export const weekWidth = 64;
export const holidayWidth = 16;

export const leastWidth = (weeks: readonly Week[]) =>
  nameWidth + weeks.reduce((sum, { isHoliday }) => sum + (isHoliday ? holidayWidth : weekWidth), 0);

/** A width of the screen, which paper may set aside. */
const own = (width: number) => ({ '--own': `${width}px` }) as CSSProperties;

export function WeekColumns({ weeks }: { weeks: readonly Week[] }) {
  return (
    <colgroup>
      <col className="w-(--own) print:w-[58mm]" style={own(nameWidth)} />
      {weeks.map(({ monday, isHoliday }) => (
        <col
          key={monday}
          {...(isHoliday && { className: 'w-(--own) print:w-[2mm]', style: own(holidayWidth) })}
        />
      ))}
    </colgroup>
  );
}

/** The weeks as heads of the table: for screen readers and for paper. On screen `WeekBar` stands in for them. */
export function WeekHead({ weeks, now }: { weeks: readonly Week[]; now: string }) {
  return (
    <thead>
      <tr>
        <th scope="col" className="p-0 text-left text-sm leading-none font-semibold print:p-1">
          <span className="sr-only print:not-sr-only">Cluster and school</span>
        </th>
        {weeks.map(({ monday, isHoliday }, at) => (
          <th key={monday} scope="col" className="relative p-0 text-left leading-none print:border-b">
            <span className="sr-only print:hidden">
              {isHoliday ? 'Holiday, ' : ''}
              {monday === now ? 'This week, ' : ''}week of {longDay(monday)}
            </span>
            <span aria-hidden className="hidden text-[7pt] print:inline">
              {isHoliday ? '' : <WeekName monday={monday} before={lastOpen(weeks, at)} />}
            </span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** The week before that has a name of its own. */
export const lastOpen = (weeks: readonly Week[], at: number) =>
  weeks.slice(0, at).findLast(({ isHoliday }) => !isHoliday)?.monday;

/** "16 Nov", and then "23": a month is named where it is new. */
export function WeekName({ monday, before }: { monday: string; before: string | undefined }) {
  const isNew = before === undefined || before.slice(0, 7) !== monday.slice(0, 7);
  return (
    <>
      {Number(monday.slice(8))} {isNew && <b>{monthShort(monday)}</b>}
    </>
  );
}
