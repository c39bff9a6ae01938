import { balanceOf } from '@lateral/domain/ledger/balance';
import { type Capacity, capacities } from '@lateral/domain/ledger/entries';
import { capacityOf, homeOf } from '@lateral/domain/ledger/home';
import type { SchoolSum } from '../ledger-sums.ts';
import type { BookedSeat } from './queries.ts';

/** A review takes a whole day. */
const reviewHalfDays = 2;
const keyOf = (schoolId: string, year: number, capacity: Capacity) => `${schoolId} ${year} ${capacity}`;

/**
 * What published reviews that are still to come will give, in half-days, by the same rule as when they are past: for
 * somebody of several schools, each day is of the one that then has the most left.
 */
export function countBooked(seats: readonly BookedSeat[], sums: readonly SchoolSum[]) {
  const bySchool = Map.groupBy(sums, ({ schoolId }) => schoolId);
  const booked = new Map<string, number>();
  const bookedOf = (schoolId: string, year: number, capacity: Capacity) =>
    booked.get(keyOf(schoolId, year, capacity)) ?? 0;
  for (const rows of Map.groupBy(
    seats,
    (seat) => `${seat.seasonId} ${seat.hostId} ${seat.personId}`,
  ).values()) {
    const offered = rows.find((row) => row.offered !== null)?.offered;
    const homes = rows.map(({ schoolId, urn, role, year, ...row }) => {
      const capacity = row.offered ?? offered ?? capacityOf(role);
      const { left } = balanceOf(bySchool.get(schoolId) ?? [], { year, capacity, owes: true });
      return { schoolId, urn, capacity, left: left - bookedOf(schoolId, year, capacity) };
    });
    const [home, year] = [homeOf(homes), rows[0]?.year ?? 0];
    if (home) {
      const { schoolId, capacity } = home;
      booked.set(keyOf(schoolId, year, capacity), bookedOf(schoolId, year, capacity) + reviewHalfDays);
    }
  }
  return bookedOf;
}

/** How a school stands in both capacities in a year, with what is booked. */
export const balancesOf = (
  sums: readonly SchoolSum[],
  { schoolId, year, owes }: { schoolId: string; year: number; owes: boolean },
  bookedOf: ReturnType<typeof countBooked>,
) => {
  const [head, deputy] = capacities.map((capacity) => ({
    ...balanceOf(sums, { year, capacity, owes }),
    booked: bookedOf(schoolId, year, capacity),
  }));
  if (!head || !deputy) throw new Error('there are two capacities');
  return { head, deputy };
};
