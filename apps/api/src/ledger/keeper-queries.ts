import type { Db } from '@lateral/db/client';
import {
  bookedSeats,
  bookings,
  ledgerEntries,
  offeredLeaders,
  roles,
  schools,
  seasons,
} from '@lateral/db/schema';
import { reviewingRoles } from '@lateral/domain/people/roles';
import { and, asc, eq, gte, inArray, isNull, lt, lte, ne, or, sql } from 'drizzle-orm';

/** Published reviews whose day is past and that nobody has called off, held until the transaction ends. */
export const lockPastBookings = (db: Db, today: string) =>
  db
    .select({ seasonId: bookings.seasonId, schoolId: bookings.schoolId })
    .from(bookings)
    .where(and(eq(bookings.state, 'booked'), lt(bookings.day, today)))
    .orderBy(asc(bookings.day), asc(bookings.seasonId), asc(bookings.schoolId))
    .for('update');

type Held = Awaited<ReturnType<typeof lockPastBookings>>;
const isOf = (held: Held) => {
  const [seasonIds, schoolIds] = [held.map(({ seasonId }) => seasonId), held.map(({ schoolId }) => schoolId)];
  return sql`(${bookings.seasonId}, ${bookings.schoolId}) in (
    select * from unnest(${sql.param(seasonIds)}::uuid[], ${sql.param(schoolIds)}::uuid[]))`;
};

/** Who sat on these reviews: every seat that was not declined, in the order of days. */
export const listPastSeats = (db: Db, held: Held) =>
  db
    .select({
      seasonId: bookings.seasonId,
      hostId: bookings.schoolId,
      personId: bookedSeats.personId,
      day: bookings.day,
      year: seasons.year,
    })
    .from(bookedSeats)
    .innerJoin(
      bookings,
      and(eq(bookings.seasonId, bookedSeats.seasonId), eq(bookings.schoolId, bookedSeats.schoolId)),
    )
    .innerJoin(seasons, eq(seasons.id, bookings.seasonId))
    .where(and(isOf(held), ne(bookedSeats.state, 'declined')))
    .orderBy(asc(bookings.day), asc(bookings.schoolId), asc(bookedSeats.personId));
export type PastSeat = Awaited<ReturnType<typeof listPastSeats>>[number];

/** The reviewing roles of these people since a day, each with its school. */
export const listReviewingRoles = (db: Db, personIds: readonly string[], since: string, until: string) =>
  db
    .select({
      personId: roles.personId,
      schoolId: schools.id,
      urn: schools.urn,
      role: roles.role,
      from: roles.from,
      to: roles.to,
    })
    .from(roles)
    .innerJoin(schools, eq(schools.id, roles.schoolId))
    .where(
      and(
        inArray(roles.personId, [...personIds]),
        inArray(roles.role, [...reviewingRoles]),
        or(isNull(roles.from), lte(roles.from, until)),
        or(isNull(roles.to), gte(roles.to, since)),
      ),
    );
export type ReviewingRole = Awaited<ReturnType<typeof listReviewingRoles>>[number];

/** In whose stead schools have offered these people, in these seasons. */
export const listOffered = (db: Db, personIds: readonly string[], seasonIds: readonly string[]) =>
  db
    .select({
      personId: offeredLeaders.personId,
      seasonId: offeredLeaders.seasonId,
      schoolId: offeredLeaders.schoolId,
      urn: schools.urn,
      capacity: offeredLeaders.capacity,
    })
    .from(offeredLeaders)
    .innerJoin(schools, eq(schools.id, offeredLeaders.schoolId))
    .where(
      and(inArray(offeredLeaders.personId, [...personIds]), inArray(offeredLeaders.seasonId, [...seasonIds])),
    )
    .orderBy(asc(schools.urn));
export type Offered = Awaited<ReturnType<typeof listOffered>>[number];

/** Adds entries; one that is there already, from a run that was cut off or another worker, stays as it is. */
export async function recordEntries(db: Db, rows: readonly (typeof ledgerEntries.$inferInsert)[]) {
  for (let i = 0; i < rows.length; i += 2000)
    await db
      .insert(ledgerEntries)
      .values(rows.slice(i, i + 2000))
      .onConflictDoNothing();
}

/** Says of reviews that have been put into the ledger that they are done. */
export const recordDone = (db: Db, held: Held) =>
  db.update(bookings).set({ state: 'done' }).where(isOf(held));

/** What the entries of these schools come to, in all years up to one. */
export const listSumsOf = (db: Db, schoolIds: readonly string[]) =>
  db
    .select({
      schoolId: ledgerEntries.schoolId,
      year: ledgerEntries.year,
      capacity: ledgerEntries.capacity,
      kind: ledgerEntries.kind,
      halfDays: sql<number>`sum(${ledgerEntries.halfDays})::int`,
    })
    .from(ledgerEntries)
    .where(inArray(ledgerEntries.schoolId, [...schoolIds]))
    .groupBy(ledgerEntries.schoolId, ledgerEntries.year, ledgerEntries.capacity, ledgerEntries.kind);
