import type { Offer } from '@lateral/contract/offers';
import type { DayPart } from '@lateral/domain/calendars/days';
import { addDays, mondayOf } from '@lateral/domain/calendars/weeks';
import type { Area } from '@lateral/domain/offers/areas';
import type { HalfDays } from '@lateral/domain/offers/days-offered';
import { type PartOfDay, refuseDay } from '@lateral/domain/offers/refusals';

export type Leader = { personId: string; halfDays: HalfDays; expertise: Area[]; away: PartOfDay[] };
type Named = { id: string; name: string };

/** What is typed: what will be sent, with the names of those who may not come. */
export type Draft = {
  leaders: Leader[];
  blocked: PartOfDay[];
  preferred: string[];
  avoided: string[];
  focus: Area[];
  barred: { schools: Named[]; people: Named[] };
};
export type Sent = Omit<Draft, 'barred'> & { barred: { schoolIds: string[]; personIds: string[] } };

/** What stands in an offer, as it is typed. */
export const draftOf = ({ candidates, ...offer }: Offer): Draft => ({
  // Whoever has left is not offered any more.
  leaders: offer.leaders.flatMap((leader) => {
    const known = candidates.find(({ personId }) => personId === leader.personId);
    return known ? [{ ...leader, away: known.away }] : [];
  }),
  blocked: offer.blocked,
  preferred: offer.preferred,
  avoided: offer.avoided,
  focus: offer.focus,
  barred: offer.barred,
});

/** What is sent of a draft. A day that has been closed since, or has become an INSET day, needs no saying. */
export function toSend(draft: Draft, offer: Offer): Sent {
  const isOpen = openDaysOf(offer);
  const open = (days: readonly PartOfDay[]) => days.filter(({ day }) => isOpen(day));
  const { barred, blocked, leaders, ...rest } = draft;
  return {
    ...rest,
    leaders: leaders.map((leader) => ({ ...leader, away: open(leader.away) })),
    blocked: open(blocked),
    barred: {
      schoolIds: barred.schools.map(({ id }) => id),
      personIds: barred.people.map(({ id }) => id),
    },
  };
}

/** Whether a review can fall on a day at all: in the season, and schools are open. */
export function openDaysOf({ season, terms, closures }: Offer): (day: string) => boolean {
  const closed = new Set(closures.map(({ day }) => day));
  return (day) => refuseDay(day, { ...season, terms, closed }) === null;
}

/** What a day becomes when it is pressed: free, all day, morning, afternoon, and free again. */
export function nextPart(part: DayPart | null): DayPart | null {
  const order = [null, 'day', 'morning', 'afternoon'] as const;
  return order[(order.indexOf(part) + 1) % order.length] ?? null;
}

/** The days with one of them changed; null makes it free. */
export function withDay(days: readonly PartOfDay[], day: string, part: DayPart | null): PartOfDay[] {
  const others = days.filter((one) => one.day !== day);
  return (part ? [...others, { day, part }] : others).toSorted((a, b) => a.day.localeCompare(b.day));
}

/** The days with a whole week changed: taken all day, or made free where it all was. */
export function withWeek(days: readonly PartOfDay[], week: readonly string[]): PartOfDay[] {
  const isTaken = week.every((day) => days.some((one) => one.day === day && one.part === 'day'));
  return week.reduce((changed, day) => withDay(changed, day, isTaken ? null : 'day'), [...days]);
}

export type Week = { monday: string; days: string[]; isHoliday: boolean };

/** The weeks of a season that are not past, Monday to Friday. A week without an open day is a holiday. */
export function listSeasonWeeks(offer: Offer, today: string): Week[] {
  const isOpen = openDaysOf(offer);
  const weeks: Week[] = [];
  const { windowStart, windowEnd } = offer.season;
  const from = today > windowStart ? today : windowStart;
  for (let monday = mondayOf(from); monday <= windowEnd; monday = addDays(monday, 7)) {
    const days = [0, 1, 2, 3, 4].map((i) => addDays(monday, i));
    weeks.push({ monday, days, isHoliday: !days.some(isOpen) });
  }
  return weeks;
}
