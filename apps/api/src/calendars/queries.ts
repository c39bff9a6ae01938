import type { Db } from '@lateral/db/client';
import { bookings, calendarYears, closedDays, reviews, schoolDays, schools, terms } from '@lateral/db/schema';
import type { SchoolDayKind } from '@lateral/domain/calendars/days';
import { and, asc, between, eq, gte, isNull, lte, notInArray, sql } from 'drizzle-orm';
import { standsPublished } from '../stands-published.ts';

const yearOf = (year: number) => [`${year}-09-01`, `${year + 1}-08-31`] as const;

export const listTerms = (db: Db, year: number) =>
  db
    .select({ name: terms.name, start: terms.start, end: terms.end })
    .from(terms)
    .where(eq(terms.year, year))
    .orderBy(asc(terms.start));

export const listClosures = (db: Db, year: number) =>
  db
    .select({ day: closedDays.day, name: closedDays.name })
    .from(closedDays)
    .where(between(closedDays.day, ...yearOf(year)))
    .orderBy(asc(closedDays.day));

/** Reviews of a school year by the Monday of their week, and how many of them people know of. */
export async function countReviewsByWeek(db: Db, year: number) {
  const monday = sql<string>`date_trunc('week', ${reviews.day})::date::text`;
  const [from, to] = yearOf(year);
  const rows = await db
    .select({
      monday,
      reviews: sql<number>`count(*)::int`,
      published: sql<number>`count(${bookings.day})::int`,
    })
    .from(reviews)
    .leftJoin(bookings, standsPublished)
    .where(and(gte(reviews.day, from), lte(reviews.day, to)))
    .groupBy(monday);
  return new Map(rows.map(({ monday: week, ...counts }) => [week, counts]));
}

/** The version of a year's calendar; 0 until it is set. */
export async function findCalendarVersion(db: Db, year: number) {
  const [row] = await db
    .select({ version: calendarYears.version })
    .from(calendarYears)
    .where(eq(calendarYears.year, year));
  return row?.version ?? 0;
}

/** Takes the next version of a year's calendar, and holds it until the transaction ends. @returns that version */
export async function takeCalendarVersion(db: Db, partnershipId: string, year: number) {
  const [row] = await db
    .insert(calendarYears)
    .values({ partnershipId, year, version: 1 })
    .onConflictDoUpdate({
      target: [calendarYears.partnershipId, calendarYears.year],
      set: { version: sql`${calendarYears.version} + 1` },
    })
    .returning({ version: calendarYears.version });
  if (!row) throw new Error('a version was not taken');
  return row.version;
}

type Terms = { name: string; start: string; end: string }[];

export async function replaceCalendar(
  db: Db,
  partnershipId: string,
  year: number,
  calendar: { terms: Terms; closures: { day: string; name: string }[] },
) {
  await db.delete(terms).where(eq(terms.year, year));
  await db.delete(closedDays).where(between(closedDays.day, ...yearOf(year)));
  if (calendar.terms.length > 0) {
    await db.insert(terms).values(calendar.terms.map((term) => ({ partnershipId, year, ...term })));
  }
  const once = [...new Map(calendar.closures.map((closure) => [closure.day, closure])).values()];
  if (once.length > 0)
    await db.insert(closedDays).values(once.map((closure) => ({ partnershipId, ...closure })));
}

export async function hasSchool(db: Db, schoolId: string) {
  const [row] = await db
    .select({ id: schools.id })
    .from(schools)
    .where(and(eq(schools.id, schoolId), isNull(schools.absorbedBy)))
    .for('update');
  return row !== undefined;
}

/** The days on which a school cannot host. One that stays keeps how much of it is blocked. */
export async function replaceSchoolDays(
  db: Db,
  partnershipId: string,
  schoolId: string,
  days: readonly { day: string; kind: SchoolDayKind }[],
) {
  const kept = days.map(({ day }) => day);
  await db.delete(schoolDays).where(and(eq(schoolDays.schoolId, schoolId), notInArray(schoolDays.day, kept)));
  if (days.length === 0) return;
  await db
    .insert(schoolDays)
    .values(days.map((row) => ({ partnershipId, schoolId, ...row })))
    .onConflictDoUpdate({
      target: [schoolDays.partnershipId, schoolDays.schoolId, schoolDays.day],
      set: {
        kind: sql`excluded.kind`,
        part: sql`case when school_days.kind = excluded.kind then school_days.part else 'day' end`,
      },
    });
}
