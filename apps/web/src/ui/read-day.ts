import { addDays } from '@lateral/domain/calendars/weeks';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const numeric = /^(\d{1,2})[\s/.-]+(\d{1,2})(?:[\s/.-]+(\d{4}|\d{2}))?$/;
const named =
  /^(?:[a-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s/.-]*([a-z]{3,9})\.?,?(?:[\s/.-]*(\d{4}|\d{2}))?$/;
const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;

/**
 * Reads a day as people write it, day before month: "5/1/27", "5 jan", "05-01-2027", "5 January 2027", "today".
 * Without a year it is the one nearest to today.
 * @returns the day as `YYYY-MM-DD`, or null when it is not one
 */
export function readDay(text: string, today: string): string | null {
  const typed = text.trim().toLowerCase();
  if (typed === 'today') return today;
  if (typed === 'tomorrow') return addDays(today, 1);
  if (typed === 'yesterday') return addDays(today, -1);
  const [, isoYear, isoMonth, isoDay] = iso.exec(typed) ?? [];
  if (isoYear) return makeDay(Number(isoYear), Number(isoMonth), Number(isoDay));
  const [, day, month, year] = numeric.exec(typed) ?? named.exec(typed) ?? [];
  if (!day || !month) return null;
  const monthNumber = /^\d/.test(month) ? Number(month) : findMonth(month);
  if (year) return makeDay(Number(year.length === 2 ? `20${year}` : year), monthNumber, Number(day));
  return nearest(today, monthNumber, Number(day));
}

function findMonth(word: string): number {
  const found = months.findIndex((month) => word.startsWith(month));
  return found + 1;
}

function makeDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : null;
}

function nearest(today: string, month: number, day: number): string | null {
  const thisYear = Number(today.slice(0, 4));
  const days = [thisYear - 1, thisYear, thisYear + 1].flatMap((year) => makeDay(year, month, day) ?? []);
  const away = (candidate: string) => Math.abs(Date.parse(candidate) - Date.parse(today));
  return days.toSorted((a, b) => away(a) - away(b))[0] ?? null;
}
