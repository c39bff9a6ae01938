import type { Db } from '@lateral/db/client';
import { bookedSeats, bookings, people, schools } from '@lateral/db/schema';
import type { Change } from '@lateral/domain/reviews/changes';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { fullName } from '../roles-held.ts';

/** The reviews of a season as they are published. */
export const listBookings = (db: Db, seasonId: string) =>
  db
    .select({
      schoolId: bookings.schoolId,
      day: bookings.day,
      leadId: bookings.leadId,
      state: bookings.state,
    })
    .from(bookings)
    .where(eq(bookings.seasonId, seasonId));

/** The seats of a season that people have been told of, with what they have answered. */
export const listBookedSeats = (db: Db, seasonId: string) =>
  db
    .select({
      schoolId: bookedSeats.schoolId,
      personId: bookedSeats.personId,
      name: fullName,
      state: bookedSeats.state,
      reason: bookedSeats.reason,
    })
    .from(bookedSeats)
    .innerJoin(people, eq(people.personId, bookedSeats.personId))
    .where(eq(bookedSeats.seasonId, seasonId))
    .orderBy(asc(bookedSeats.schoolId), asc(bookedSeats.personId));

type Ids = { schoolIds: readonly string[]; personIds: readonly string[] };

/** The names of schools and people, each by its id. */
export async function listNamesOf(db: Db, { schoolIds, personIds }: Ids) {
  const toMap = (rows: readonly { id: string; name: string }[]) =>
    new Map(rows.map(({ id, name }) => [id, name]));
  return {
    schools: toMap(
      await db
        .select({ id: schools.id, name: schools.name })
        .from(schools)
        .where(inArray(schools.id, [...new Set(schoolIds)])),
    ),
    people: toMap(
      await db
        .select({ id: people.personId, name: fullName })
        .from(people)
        .where(inArray(people.personId, [...new Set(personIds)])),
    ),
  };
}

type Key = { partnershipId: string; seasonId: string };

/** Brings what is published up to the changes. Seats go before others come: nobody is ever in two places at once. */
export async function recordChanges(db: Db, key: Key, changes: readonly Change[], at: Date) {
  const of = (...kinds: Change['kind'][]) => changes.filter(({ kind }) => kinds.includes(kind));
  const ids = (some: readonly Change[]) => some.map(({ review }) => review.schoolId);
  const isOf = (table: typeof bookedSeats | typeof bookings, some: readonly Change[]) =>
    and(eq(table.seasonId, key.seasonId), inArray(table.schoolId, ids(some)));
  const off = of('called-off');
  const afresh = of('new', 'moved');
  const team = of('team');
  if (off.length > 0) {
    await db.delete(bookedSeats).where(isOf(bookedSeats, off));
    await db.update(bookings).set({ state: 'called-off', publishedAt: at }).where(isOf(bookings, off));
  }
  if (afresh.length > 0) await db.delete(bookedSeats).where(isOf(bookedSeats, afresh));
  for (const { review, leaves, joins } of team) {
    const gone = [...leaves, ...joins];
    const isSeat = and(eq(bookedSeats.schoolId, review.schoolId), inArray(bookedSeats.personId, gone));
    if (gone.length > 0)
      await db.delete(bookedSeats).where(and(eq(bookedSeats.seasonId, key.seasonId), isSeat));
  }
  const standing = [...afresh, ...team].map(({ review: { schoolId, day, leadId } }) => ({
    ...key,
    schoolId,
    day,
    leadId,
    state: 'booked' as const,
    publishedAt: at,
  }));
  const seats = [...afresh, ...team].flatMap(({ kind, review: { schoolId, day, team: all }, joins }) =>
    (kind === 'team' ? joins : all).map((personId) => ({
      ...key,
      schoolId,
      personId,
      day,
      state: 'asked' as const,
    })),
  );
  await insertBookings(db, standing);
  for (let i = 0; i < seats.length; i += 2000) await db.insert(bookedSeats).values(seats.slice(i, i + 2000));
}

async function insertBookings(db: Db, rows: readonly (typeof bookings.$inferInsert)[]) {
  const excluded = (column: string) => sql.raw(`excluded.${column}`);
  for (let i = 0; i < rows.length; i += 2000) {
    await db
      .insert(bookings)
      .values(rows.slice(i, i + 2000))
      .onConflictDoUpdate({
        target: [bookings.partnershipId, bookings.seasonId, bookings.schoolId],
        set: {
          day: excluded('day'),
          leadId: excluded('lead_id'),
          state: excluded('state'),
          reason: null,
          publishedAt: excluded('published_at'),
        },
      });
  }
}
