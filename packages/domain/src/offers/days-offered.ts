import { type Capacity, capacities } from '../ledger/entries.ts';
import type { Role } from '../people/roles.ts';

/**
 * How much of a leader's time a school offers for a season, in half-days. A review takes a whole day, so one and a half
 * days are one or two, as it falls.
 */
export const halfDayChoices = [0, 2, 3, 4] as const;
export type HalfDays = (typeof halfDayChoices)[number];

/** In whose stead a leader gives days: whoever is no head gives for the deputy (domain.md §5). */
export const capacityOf = (role: Role): Capacity => (role === 'headteacher' ? 'head' : 'deputy');

/** What days offered mean to the planner: the most reviews, and the half-days that are hoped for. */
export const planned = (halfDays: number) => ({ limit: Math.ceil(halfDays / 2), target: halfDays });

/** The choice that comes nearest to what a school is to give, in half-days: rather a little more than less. */
export const choiceFor = (due: number): HalfDays =>
  halfDayChoices.find((choice) => choice >= due) ?? halfDayChoices[halfDayChoices.length - 1] ?? 4;

/** Whole days that schools can give out of the half-days of their leaders. */
export const wholeDays = (halfDays: number) => Math.floor(halfDays / 2);

type Candidate = { personId: string; role: Role };
type Offered<Area> = { personId: string; halfDays: HalfDays; expertise: Area[] };

/**
 * Who goes, before a school has said so: those of its last offer who still lead there; else its first head and its first
 * deputy, or other senior leader, for what the school is to give in their capacity this year.
 * @param candidates heads first, then deputies, then others
 */
export function prefillLeaders<Area>(
  candidates: readonly Candidate[],
  before: readonly Offered<Area>[],
  due: Record<Capacity, number>,
): Offered<Area>[] {
  const still = before.filter(({ personId }) => candidates.some((one) => one.personId === personId));
  if (still.length > 0) return still;
  const first = (capacity: Capacity) => candidates.find(({ role }) => capacityOf(role) === capacity);
  return capacities.flatMap((capacity) => {
    const one = first(capacity);
    return one ? [{ personId: one.personId, halfDays: choiceFor(due[capacity]), expertise: [] }] : [];
  });
}
