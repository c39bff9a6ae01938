import type { Db } from '@lateral/db/client';
import {
  bookedSeats,
  bookings,
  closedDays,
  leaderDays,
  people,
  schoolDays,
  schools,
  terms,
  trainingPlaces,
  trainingSessions,
} from '@lateral/db/schema';
import { and, eq, exists, gte, inArray, isNull, ne, or, sql } from 'drizzle-orm';

const school = { id: schools.id, name: schools.name, town: schools.town, postcode: schools.postcode };

/** Published reviews that somebody is on, and those of their schools. A draft is nobody's but the broker's. */
export function listReviewDays(db: Db, personId: string, schoolIds: readonly string[], since: string) {
  const seat = db
    .select({ one: sql`1` })
    .from(bookedSeats)
    .where(
      and(
        eq(bookedSeats.seasonId, bookings.seasonId),
        eq(bookedSeats.schoolId, bookings.schoolId),
        eq(bookedSeats.personId, personId),
        ne(bookedSeats.state, 'declined'),
      ),
    );
  return db
    .select({
      seasonId: bookings.seasonId,
      day: bookings.day,
      isLead: sql<boolean>`(${bookings.leadId} = ${personId} and ${exists(seat)})`,
      isReviewer: sql<boolean>`${exists(seat)}`,
      school,
    })
    .from(bookings)
    .innerJoin(schools, eq(schools.id, bookings.schoolId))
    .where(
      and(
        ne(bookings.state, 'called-off'),
        gte(bookings.day, since),
        or(inArray(bookings.schoolId, [...schoolIds]), exists(seat)),
      ),
    );
}

export const listOwnSchoolDays = (db: Db, schoolIds: readonly string[], since: string) =>
  db
    .select({ day: schoolDays.day, kind: schoolDays.kind, school })
    .from(schoolDays)
    .innerJoin(schools, eq(schools.id, schoolDays.schoolId))
    .where(and(inArray(schoolDays.schoolId, [...schoolIds]), gte(schoolDays.day, since)));

export const listAwayDays = (db: Db, personId: string, since: string) =>
  db
    .select({ day: leaderDays.day })
    .from(leaderDays)
    .where(and(eq(leaderDays.personId, personId), gte(leaderDays.day, since)));

export const listTermsSince = (db: Db, since: string) =>
  db
    .select({ year: terms.year, name: terms.name, start: terms.start, end: terms.end })
    .from(terms)
    .where(gte(terms.end, since));

export const listClosedSince = (db: Db, since: string) =>
  db
    .select({ day: closedDays.day, name: closedDays.name })
    .from(closedDays)
    .where(gte(closedDays.day, since));

/** The day of somebody's training; null when they are not trained. */
export async function findTrainingDay(db: Db, personId: string) {
  const [row] = await db.select({ day: people.trainedOn }).from(people).where(eq(people.personId, personId));
  return row?.day ?? null;
}

/** Sessions of today and later in which somebody has a place, or all of them for whoever runs them. */
export function listTrainingSessions(
  db: Db,
  { personId, isAll, today }: { personId: string; isAll: boolean; today: string },
) {
  const place = db
    .select({ one: sql`1` })
    .from(trainingPlaces)
    .where(
      and(
        eq(trainingPlaces.sessionId, trainingSessions.id),
        eq(trainingPlaces.personId, personId),
        isNull(trainingPlaces.attended),
      ),
    );
  const { id, kind, day, startsAt, endsAt } = trainingSessions;
  return db
    .select({
      id,
      kind,
      day,
      startsAt,
      endsAt,
      place: trainingSessions.place,
      isTheirs: sql<boolean>`${exists(place)}`,
    })
    .from(trainingSessions)
    .where(and(gte(day, today), isNull(trainingSessions.calledOffAt), isAll ? undefined : exists(place)));
}
