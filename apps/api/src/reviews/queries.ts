import type { Db } from '@lateral/db/client';
import {
  bookedSeats,
  bookings,
  people,
  reviewSeats,
  reviews,
  roles,
  schoolDetails,
  schools,
  seasons,
  unplacedSchools,
} from '@lateral/db/schema';
import { reviewingRoles } from '@lateral/domain/people/roles';
import { and, asc, eq, inArray, ne, or, sql } from 'drizzle-orm';
import { fullName, holdsOn } from '../roles-held.ts';

const columns = {
  seasonId: bookings.seasonId,
  schoolId: bookings.schoolId,
  schoolName: schools.name,
  town: schools.town,
  postcode: schools.postcode,
  day: bookings.day,
  state: bookings.state,
  reason: bookings.reason,
  leadId: bookings.leadId,
  visit: {
    askFor: schoolDetails.askFor,
    phone: schoolDetails.phone,
    arrival: schoolDetails.arrival,
    access: schoolDetails.access,
  },
};

/** Reviews that somebody is on, or has said no to, and those of their schools. */
export function listOwn(db: Db, personId: string, schoolIds: readonly string[]) {
  const seats = db
    .select({ seasonId: bookedSeats.seasonId, schoolId: bookedSeats.schoolId })
    .from(bookedSeats)
    .where(eq(bookedSeats.personId, personId));
  return db
    .select(columns)
    .from(bookings)
    .innerJoin(schools, eq(schools.id, bookings.schoolId))
    .leftJoin(schoolDetails, eq(schoolDetails.schoolId, bookings.schoolId))
    .where(
      or(
        inArray(bookings.schoolId, [...schoolIds]),
        sql`(${bookings.seasonId}, ${bookings.schoolId}) in ${seats}`,
      ),
    )
    .orderBy(asc(bookings.day), asc(schools.name));
}

export type BookingRow = Awaited<ReturnType<typeof listOwn>>[number];

export async function findBooking(db: Db, seasonId: string, schoolId: string): Promise<BookingRow | null> {
  const [row] = await db
    .select(columns)
    .from(bookings)
    .innerJoin(schools, eq(schools.id, bookings.schoolId))
    .leftJoin(schoolDetails, eq(schoolDetails.schoolId, bookings.schoolId))
    .where(and(eq(bookings.seasonId, seasonId), eq(bookings.schoolId, schoolId)));
  return row ?? null;
}

/** The seats of some reviews of a season, with the school and role that each reviewer holds on a day. */
export async function listTeams(db: Db, schoolIds: readonly string[], day: string) {
  const home = db
    .select({
      schoolName: schools.name,
      role: roles.role,
    })
    .from(roles)
    .innerJoin(schools, eq(schools.id, roles.schoolId))
    .where(
      and(eq(roles.personId, bookedSeats.personId), inArray(roles.role, [...reviewingRoles]), holdsOn(day)),
    )
    .orderBy(sql`${roles.role} <> 'headteacher'`, asc(schools.name))
    .limit(1)
    .as('home');
  return db
    .select({
      seasonId: bookedSeats.seasonId,
      schoolId: bookedSeats.schoolId,
      personId: bookedSeats.personId,
      name: fullName,
      state: bookedSeats.state,
      reason: bookedSeats.reason,
      day: bookedSeats.day,
      homeName: home.schoolName,
      role: home.role,
    })
    .from(bookedSeats)
    .innerJoin(people, eq(people.personId, bookedSeats.personId))
    .leftJoinLateral(home, sql`true`)
    .where(inArray(bookedSeats.schoolId, [...schoolIds]))
    .orderBy(asc(people.lastName), asc(people.personId));
}

export type SeatRow = Awaited<ReturnType<typeof listTeams>>[number];

/** Whoever changes a published review holds its season, as publishing does, so that one comes after the other. */
export async function holdSeason(db: Db, seasonId: string) {
  const [row] = await db
    .select({ id: seasons.id, year: seasons.year })
    .from(seasons)
    .where(eq(seasons.id, seasonId))
    .for('update');
  return row ?? null;
}

const isSeat = (key: { seasonId: string; schoolId: string; personId: string }) =>
  and(
    eq(bookedSeats.seasonId, key.seasonId),
    eq(bookedSeats.schoolId, key.schoolId),
    eq(bookedSeats.personId, key.personId),
  );
type SeatKey = Parameters<typeof isSeat>[0];

export async function findSeat(db: Db, key: SeatKey) {
  const [row] = await db
    .select({ state: bookedSeats.state, day: bookedSeats.day })
    .from(bookedSeats)
    .where(isSeat(key));
  return row ?? null;
}

export const recordAnswer = (
  db: Db,
  key: SeatKey,
  { state, reason, at }: { state: 'accepted' | 'declined'; reason: string | null; at: Date },
) => db.update(bookedSeats).set({ state, reason, answeredAt: at }).where(isSeat(key));

/** Takes a reviewer out of the draft too, so that it says what is so; and says that the draft is another one. */
export async function leaveDraft(db: Db, { seasonId, schoolId, personId }: SeatKey) {
  await db
    .delete(reviewSeats)
    .where(
      and(
        eq(reviewSeats.seasonId, seasonId),
        eq(reviewSeats.schoolId, schoolId),
        eq(reviewSeats.personId, personId),
      ),
    );
  await bumpDraft(db, seasonId);
}

const bumpDraft = (db: Db, seasonId: string) =>
  db
    .update(seasons)
    .set({ draftVersion: sql`${seasons.draftVersion} + 1` })
    .where(eq(seasons.id, seasonId));

type ReviewKey = { partnershipId: string; seasonId: string; schoolId: string };

/** Calls a published review off, and takes it out of the draft: its school is to be placed again. */
export async function recordCalledOff(db: Db, key: ReviewKey, reason: string, at: Date) {
  const { seasonId, schoolId } = key;
  await db
    .delete(bookedSeats)
    .where(and(eq(bookedSeats.seasonId, seasonId), eq(bookedSeats.schoolId, schoolId)));
  await db
    .update(bookings)
    .set({ state: 'called-off', reason, publishedAt: at })
    .where(and(eq(bookings.seasonId, seasonId), eq(bookings.schoolId, schoolId)));
  await db.delete(reviews).where(and(eq(reviews.seasonId, seasonId), eq(reviews.schoolId, schoolId)));
  await db
    .insert(unplacedSchools)
    .values({ ...key, reasons: ['called-off'] })
    .onConflictDoNothing();
  await bumpDraft(db, seasonId);
}

/** Whether somebody is on another review on that day. */
export async function isBusyOn(db: Db, personId: string, day: string) {
  const rows = await db
    .select({ schoolId: bookedSeats.schoolId })
    .from(bookedSeats)
    .where(
      and(eq(bookedSeats.personId, personId), eq(bookedSeats.day, day), ne(bookedSeats.state, 'declined')),
    );
  return rows.length > 0;
}

export type NewSeat = ReviewKey & { personId: string; day: string };

/** Seats somebody who has said yes, among the published and in the draft. */
export async function recordSeat(db: Db, seat: NewSeat, at: Date) {
  await db
    .insert(bookedSeats)
    .values({ ...seat, state: 'accepted', answeredAt: at })
    .onConflictDoUpdate({
      target: [bookedSeats.partnershipId, bookedSeats.seasonId, bookedSeats.schoolId, bookedSeats.personId],
      set: { state: 'accepted', reason: null, answeredAt: at, day: seat.day },
    });
  await db.insert(reviewSeats).values(seat).onConflictDoNothing();
  await bumpDraft(db, seat.seasonId);
}

/** Who leads a review, in both. */
export async function recordLead(
  db: Db,
  { seasonId, schoolId }: Omit<ReviewKey, 'partnershipId'>,
  leadId: string,
) {
  await db
    .update(bookings)
    .set({ leadId })
    .where(and(eq(bookings.seasonId, seasonId), eq(bookings.schoolId, schoolId)));
  await db
    .update(reviews)
    .set({ leadId })
    .where(and(eq(reviews.seasonId, seasonId), eq(reviews.schoolId, schoolId)));
}

/** Those of some people who may lead, heads first. */
export async function listLeads(db: Db, personIds: readonly string[], day: string) {
  const rows = await db
    .selectDistinctOn([people.personId], { personId: people.personId, role: roles.role })
    .from(people)
    .innerJoin(roles, and(eq(roles.personId, people.personId), holdsOn(day)))
    .where(and(inArray(people.personId, [...personIds]), eq(people.canLead, true)))
    .orderBy(asc(people.personId), sql`${roles.role} <> 'headteacher'`);
  return rows
    .sort((a, b) => Number(b.role === 'headteacher') - Number(a.role === 'headteacher'))
    .map(({ personId }) => personId);
}
