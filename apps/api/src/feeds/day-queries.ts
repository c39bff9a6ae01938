import type { Db } from '@lateral/db/client';
import {
  closedDays,
  leaderDays,
  people,
  reviewSeats,
  reviews,
  schoolDays,
  schools,
  terms,
} from '@lateral/db/schema';
import { and, eq, exists, gte, inArray, ne, or, sql } from 'drizzle-orm';

const school = { id: schools.id, name: schools.name, town: schools.town, postcode: schools.postcode };

/** Reviews that somebody is on, and those of their schools. A draft is nobody's but the broker's. */
export function listReviewDays(db: Db, personId: string, schoolIds: readonly string[], since: string) {
  const seat = db
    .select({ one: sql`1` })
    .from(reviewSeats)
    .where(
      and(
        eq(reviewSeats.seasonId, reviews.seasonId),
        eq(reviewSeats.schoolId, reviews.schoolId),
        eq(reviewSeats.personId, personId),
      ),
    );
  return db
    .select({
      seasonId: reviews.seasonId,
      day: reviews.day,
      isLead: sql<boolean>`${reviews.leadId} = ${personId}`,
      isReviewer: sql<boolean>`(${reviews.leadId} = ${personId} or ${exists(seat)})`,
      school,
    })
    .from(reviews)
    .innerJoin(schools, eq(schools.id, reviews.schoolId))
    .where(
      and(
        ne(reviews.state, 'draft'),
        gte(reviews.day, since),
        or(inArray(reviews.schoolId, [...schoolIds]), eq(reviews.leadId, personId), exists(seat)),
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
