import type { Database, Db } from '@lateral/db/client';
import { dayInLondon } from '@lateral/domain/calendars/london';
import { balanceOf, type EntrySum } from '@lateral/domain/ledger/balance';
import { capacityOf, type Home, homeOf } from '@lateral/domain/ledger/home';
import { listPartnershipIds } from '../all-partnerships.ts';
import { recordOwed } from '../record-owed.ts';
import {
  listOffered,
  listPastSeats,
  listReviewingRoles,
  listSumsOf,
  lockPastBookings,
  type Offered,
  type PastSeat,
  type ReviewingRole,
  recordDone,
  recordEntries,
} from './keeper-queries.ts';

/** A review takes a whole day. */
const reviewHalfDays = 2;

/**
 * Once a day: writes what schools that have become members owe, and what each review that is past gave and brought;
 * one partnership in one transaction. Called again, by several workers at once, or after one that died, it writes each
 * entry once.
 */
export async function keepLedger(database: Database, now: Date) {
  for (const id of await database.withKeeper(listPartnershipIds))
    await database.withPartnership(id, (db) => keepLedgerOf(db, id, now));
}

async function keepLedgerOf(db: Db, partnershipId: string, now: Date) {
  const today = dayInLondon(now);
  await recordOwed(db, today, now);
  const held = await lockPastBookings(db, today);
  if (held.length === 0) return;
  const seats = await listPastSeats(db, held);
  const homes = seats.length === 0 ? [] : await findHomes(db, seats);
  const entries = seats.flatMap((seat, i) => {
    const { seasonId, hostId, personId, year } = seat;
    const home = homes[i] ?? null;
    const entry = { partnershipId, year, halfDays: reviewHalfDays, seasonId, hostId, personId, at: now };
    const capacity = home?.capacity ?? 'deputy';
    const received = { ...entry, schoolId: hostId, capacity, kind: 'received' as const };
    return home
      ? [{ ...entry, schoolId: home.schoolId, capacity, kind: 'given' as const }, received]
      : [received];
  });
  await recordEntries(db, entries);
  await recordDone(db, held);
}

/** For which school, and in whose capacity, each of these seats was taken; null for somebody who belongs to none. */
async function findHomes(db: Db, seats: readonly PastSeat[]): Promise<(Home | null)[]> {
  const personIds = [...new Set(seats.map(({ personId }) => personId))];
  const seasonIds = [...new Set(seats.map(({ seasonId }) => seasonId))];
  const days = seats.map(({ day }) => day);
  const [from = '', to = ''] = [days[0], days.at(-1)];
  const roles = Map.groupBy(await listReviewingRoles(db, personIds, from, to), ({ personId }) => personId);
  const offered = Map.groupBy(await listOffered(db, personIds, seasonIds), ({ personId }) => personId);
  const schoolIds = [...roles.values(), ...offered.values()].flat().map(({ schoolId }) => schoolId);
  const sums = Map.groupBy(await listSumsOf(db, [...new Set(schoolIds)]), ({ schoolId }) => schoolId);
  return seats.map((seat) => {
    const own = schoolsOf(seat, roles.get(seat.personId) ?? [], offered.get(seat.personId) ?? []);
    const homes = own.map((home) => ({ ...home, left: leftOf(sums.get(home.schoolId) ?? [], home, seat) }));
    const home = homeOf(homes);
    // What this day gave counts when the next one is shared out.
    if (home) {
      const { schoolId, capacity } = home;
      const given = { schoolId, year: seat.year, capacity, kind: 'given' as const, halfDays: reviewHalfDays };
      sums.set(schoolId, [...(sums.get(schoolId) ?? []), given]);
    }
    return home;
  });
}

const leftOf = (sums: readonly EntrySum[], { capacity }: Pick<Home, 'capacity'>, { year }: PastSeat) =>
  balanceOf(sums, { year, capacity, owes: true }).left;

/**
 * The schools that somebody belonged to on the day, or that had offered them; each with the capacity in which it
 * offered them, else that of another's offer, else that of their role there.
 */
function schoolsOf(
  { day, seasonId }: PastSeat,
  roles: readonly ReviewingRole[],
  allOffers: readonly Offered[],
): Omit<Home, 'left'>[] {
  const offers = allOffers.filter((offer) => offer.seasonId === seasonId);
  const held = roles
    .filter(({ from, to }) => (from === null || from <= day) && (to === null || day <= to))
    .map(({ schoolId, urn, role }) => ({ schoolId, urn, capacity: offers[0]?.capacity ?? capacityOf(role) }))
    // Somebody with two roles in one school gives as its head.
    .sort((a, b) => Number(a.capacity === 'head') - Number(b.capacity === 'head'));
  const own = new Map(held.map((home) => [home.schoolId, home]));
  for (const { schoolId, urn, capacity } of offers) own.set(schoolId, { schoolId, urn, capacity });
  return [...own.values()];
}
