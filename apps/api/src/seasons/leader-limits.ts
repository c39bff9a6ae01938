import { balanceOf, type EntrySum } from '@lateral/domain/ledger/balance';
import { type Capacity, capacities } from '@lateral/domain/ledger/entries';
import { planned, wholeDays } from '@lateral/domain/offers/days-offered';

/** What schools have offered for a season: null while they are not asked, and are taken to give what they owe. */
export type OfferedDays = readonly { schoolId: string; personId: string; halfDays: number }[] | null;
type Leader = { id: string; role: Capacity; schoolIds: readonly string[] };
/** The half-days that a school is to give in a capacity this year. */
export type Due = (schoolId: string, capacity: Capacity) => number;

/** What each member school is to give in a year, from the sums of its ledger. */
export function dueFrom(sums: readonly (EntrySum & { schoolId: string })[], year: number): Due {
  const own = Map.groupBy(sums, ({ schoolId }) => schoolId);
  return (schoolId, capacity) => balanceOf(own.get(schoolId) ?? [], { year, capacity, owes: true }).due;
}

/**
 * The most reviews of a leader and the half-days hoped for, over all the schools that they give days for: what is offered,
 * or, while nobody is asked, what the ledger says is due in their capacity.
 */
export function limitsOf({ id, role, schoolIds }: Leader, offered: OfferedDays, due: Due) {
  const given = offered
    ? offered.filter(({ personId, schoolId }) => personId === id && schoolIds.includes(schoolId))
    : schoolIds.map((schoolId) => ({ halfDays: due(schoolId, role) }));
  const each = given.map(({ halfDays }) => planned(halfDays));
  return {
    maxReviews: each.reduce((sum, { limit }) => sum + limit, 0),
    targetHalfDays: each.reduce((sum, { target }) => sum + target, 0),
  };
}

/** The most days of schools that share their leaders: what these offer, else a head's and a deputy's for each school. */
export function unitDays(
  unitSchools: readonly string[],
  leaders: readonly { targetHalfDays: number }[],
  offered: OfferedDays,
  due: Due,
) {
  const halfDays = offered
    ? leaders.reduce((sum, { targetHalfDays }) => sum + targetHalfDays, 0)
    : unitSchools.reduce(
        (sum, schoolId) => sum + capacities.reduce((all, capacity) => all + due(schoolId, capacity), 0),
        0,
      );
  return wholeDays(halfDays);
}
