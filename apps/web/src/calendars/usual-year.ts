import { addDays, mondayOf, weekdayOf } from '@lateral/domain/calendars/weeks';
import type { Closure, Term } from './queries.ts';

/** Easter Sunday by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8). */
export function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(
    (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30,
  );
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const m = Math.floor((a + 11 * d + 22 * e) / 451);
  const month = Math.floor((d + e - 7 * m + 114) / 31);
  const day = ((d + e - 7 * m + 114) % 31) + 1;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The first Monday on or after a day; the last on or before it is `mondayOf`. */
const mondayFrom = (day: string) => (weekdayOf(day) === 1 ? day : addDays(mondayOf(day), 7));
/** A holiday that falls on a weekend is kept on the next weekday that is not one already. */
const kept = (day: string, taken: readonly string[] = []): string =>
  weekdayOf(day) > 5 || taken.includes(day) ? kept(addDays(day, 1), taken) : day;

/** The bank holidays of England that fall in a school year. */
export function bankHolidays(year: number): Closure[] {
  const christmas = kept(`${year}-12-25`);
  const boxing = kept(`${year}-12-26`, [christmas]);
  const easter = easterSunday(year + 1);
  return [
    { day: christmas, name: 'Christmas Day' },
    { day: boxing, name: 'Boxing Day' },
    { day: kept(`${year + 1}-01-01`), name: 'New Year’s Day' },
    { day: addDays(easter, -2), name: 'Good Friday' },
    { day: addDays(easter, 1), name: 'Easter Monday' },
    { day: mondayFrom(`${year + 1}-05-01`), name: 'Early May bank holiday' },
    { day: mondayOf(`${year + 1}-05-31`), name: 'Spring bank holiday' },
    { day: mondayOf(`${year + 1}-08-31`), name: 'Summer bank holiday' },
  ].toSorted((a, b) => a.day.localeCompare(b.day));
}

/**
 * Six terms as most counties keep them, to begin from: half-terms in the last full week of October, the third of
 * February and the week of the spring bank holiday; two weeks at Christmas and two around Easter.
 */
export function usualTerms(year: number): Term[] {
  const next = year + 1;
  const october = mondayOf(`${year}-10-31`);
  const autumnHalf = addDays(october, weekdayOf(`${year}-10-31`) >= 5 ? 0 : -7);
  const christmas = mondayOf(`${year}-12-${weekdayOf(`${year}-12-25`) <= 3 ? '25' : '24'}`);
  const february = mondayOf(`${next}-02-18`);
  const goodFriday = addDays(easterSunday(next), -2);
  const spring = mondayOf(`${next}-05-31`);
  return [
    { name: 'Autumn 1', start: kept(`${year}-09-01`), end: addDays(autumnHalf, -3) },
    { name: 'Autumn 2', start: addDays(autumnHalf, 7), end: addDays(christmas, -3) },
    { name: 'Spring 1', start: addDays(christmas, 14), end: addDays(february, -3) },
    { name: 'Spring 2', start: addDays(february, 7), end: addDays(goodFriday, -1) },
    { name: 'Summer 1', start: mondayFrom(addDays(goodFriday, 15)), end: addDays(spring, -3) },
    { name: 'Summer 2', start: addDays(spring, 7), end: addDays(mondayOf(`${next}-07-23`), 1) },
  ];
}
