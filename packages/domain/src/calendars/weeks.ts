export type Term = { name: string; start: string; end: string };

const dayMs = 86_400_000;
const numberOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / dayMs;
const dayOf = (number: number) => new Date(number * dayMs).toISOString().slice(0, 10);
/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: string) => ((((numberOf(day) + 3) % 7) + 7) % 7) + 1;
export const addDays = (day: string, days: number) => dayOf(numberOf(day) + days);
export const mondayOf = (day: string) => addDays(day, 1 - weekdayOf(day));

/** Whether schools are open on a day: a weekday inside a term and not closed. */
export const isSchoolDay = (day: string, terms: readonly Term[], closed: ReadonlySet<string>) =>
  weekdayOf(day) <= 5 && !closed.has(day) && terms.some(({ start, end }) => start <= day && day <= end);

/** The Mondays of a school year's weeks, from the one that holds 1 September to the last that begins in July. */
export function listMondays(year: number): string[] {
  const mondays: string[] = [];
  for (let monday = mondayOf(`${year}-09-01`); monday < `${year + 1}-08-01`; monday = addDays(monday, 7)) {
    mondays.push(monday);
  }
  return mondays;
}

/** A school year's weeks, and in which of them no school is open. */
export function listWeeks(year: number, terms: readonly Term[], closed: ReadonlySet<string>) {
  return listMondays(year).map((monday) => ({
    monday,
    isHoliday:
      terms.length > 0 && ![0, 1, 2, 3, 4].some((i) => isSchoolDay(addDays(monday, i), terms, closed)),
  }));
}

export const calendarRefusals = ['term-backwards', 'terms-overlap', 'outside-year', 'same-name'] as const;
export type CalendarRefusal = (typeof calendarRefusals)[number];

/** Why these cannot be the terms of a school year (1 September to 31 August), with the place of the one at fault; or null. */
export function refuseTerms(
  year: number,
  terms: readonly Term[],
): { refusal: CalendarRefusal; at: number } | null {
  for (const [at, term] of terms.entries()) {
    if (term.end < term.start) return { refusal: 'term-backwards', at };
    if (term.start < `${year}-08-25` || term.end > `${year + 1}-08-31`)
      return { refusal: 'outside-year', at };
    const others = terms.slice(0, at);
    if (others.some(({ start, end }) => term.start <= end && start <= term.end))
      return { refusal: 'terms-overlap', at };
    if (others.some(({ name }) => name === term.name)) return { refusal: 'same-name', at };
  }
  return null;
}
