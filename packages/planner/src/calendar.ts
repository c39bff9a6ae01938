import type { Calendar } from './instance.ts';

const dayLength = 86_400_000;

/** Days since 1970-01-01 of an ISO date. */
export function dayNumber(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / dayLength);
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

export interface CandidateDays {
  /** Days since 1970-01-01, ascending. */
  days: number[];
  /** The same days as ISO dates. */
  dates: string[];
  /** Index of the term that holds each day. */
  termOf: number[];
  /** Rank of each day's Monday among the Mondays that hold a candidate day. */
  weekOf: number[];
}

/** Candidate days: Monday to Friday, inside the window, inside one term, not closed. */
export function listCandidateDays(calendar: Calendar): CandidateDays {
  const closed = new Set(calendar.closed.map(dayNumber));
  const terms = calendar.terms.map((term) => ({ start: dayNumber(term.start), end: dayNumber(term.end) }));
  const found: CandidateDays = { days: [], dates: [], termOf: [], weekOf: [] };
  const last = dayNumber(calendar.windowEnd);
  for (let day = dayNumber(calendar.windowStart); day <= last; day++) {
    const term = terms.findIndex(({ start, end }) => start <= day && day <= end);
    if (weekday(day) > 5 || closed.has(day) || term < 0) continue;
    found.days.push(day);
    found.dates.push(new Date(day * dayLength).toISOString().slice(0, 10));
    found.termOf.push(term);
  }
  const mondayOf = (day: number) => day - weekday(day) + 1;
  const mondays = [...new Set(found.days.map(mondayOf))];
  const rank = new Map(mondays.map((monday, index) => [monday, index]));
  found.weekOf = found.days.map((day) => rank.get(mondayOf(day)) ?? 0);
  return found;
}

/** The days that spans block. A span is a date, half a day (`:am`, `:pm`), or `first/last`; each blocks whole days. */
export function expandSpans(spans: readonly string[]): Set<number> {
  const days = new Set<number>();
  for (const span of spans) {
    const [first = '', last] = span.split('/');
    const start = dayNumber(first.slice(0, 10));
    const end = last === undefined ? start : dayNumber(last.slice(0, 10));
    for (let day = start; day <= end; day++) days.add(day);
  }
  return days;
}
