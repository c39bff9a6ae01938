import type { Db } from '@lateral/db/client';
import {
  barredReviewers,
  closedDays,
  leaderDays,
  offeredLeaders,
  offers,
  people,
  roles,
  schoolDays,
  schools,
  seasons,
  terms,
} from '@lateral/db/schema';
import { reviewingRoles } from '@lateral/domain/people/roles';
import { and, asc, between, desc, eq, ilike, inArray, lt, notInArray, sql } from 'drizzle-orm';
import { fullName, holdsOn } from '../roles-held.ts';
import { readSearch, searchIn } from '../search-words.ts';
import { isAsked } from './round-queries.ts';

/** A school that is asked for days; null for one that is not. */
export async function findAskedSchool(db: Db, schoolId: string, day: string) {
  const [row] = await db
    .select({ id: schools.id, name: schools.name })
    .from(schools)
    .where(and(eq(schools.id, schoolId), isAsked(db, day)));
  return row ?? null;
}

const ofSchool = (seasonId: string, schoolId: string) =>
  and(eq(offers.seasonId, seasonId), eq(offers.schoolId, schoolId));

/** What a school has sent for a season; null while it has not. */
export async function findOffer(db: Db, seasonId: string, schoolId: string) {
  const [row] = await db
    .select({
      seasonId: offers.seasonId,
      preferred: offers.preferred,
      avoided: offers.avoided,
      focus: offers.focus,
      version: offers.version,
      sentAt: offers.sentAt,
      sentBy: sql<string | null>`nullif(${fullName}, '')`,
    })
    .from(offers)
    .leftJoin(people, eq(people.personId, offers.sentBy))
    .where(ofSchool(seasonId, schoolId));
  return row ?? null;
}

/** The season before a year for which a school has sent its days; null when there is none. */
export async function findOfferBefore(db: Db, year: number, schoolId: string) {
  const [row] = await db
    .select({ seasonId: offers.seasonId, focus: offers.focus })
    .from(offers)
    .innerJoin(seasons, eq(seasons.id, offers.seasonId))
    .where(and(eq(offers.schoolId, schoolId), lt(seasons.year, year)))
    .orderBy(desc(seasons.year))
    .limit(1);
  return row ?? null;
}

export const listOffered = (db: Db, seasonId: string, schoolId: string) =>
  db
    .select({
      personId: offeredLeaders.personId,
      halfDays: offeredLeaders.halfDays,
      expertise: offeredLeaders.expertise,
    })
    .from(offeredLeaders)
    .where(and(eq(offeredLeaders.seasonId, seasonId), eq(offeredLeaders.schoolId, schoolId)))
    // Heads first.
    .orderBy(desc(offeredLeaders.capacity), desc(offeredLeaders.halfDays), asc(offeredLeaders.personId));

/** Schools and people that a school has barred, by name. */
export const listBarred = (db: Db, seasonId: string, schoolId: string) =>
  db
    .select({
      schoolId: barredReviewers.otherSchoolId,
      schoolName: schools.name,
      personId: barredReviewers.personId,
      personName: fullName,
    })
    .from(barredReviewers)
    .leftJoin(schools, eq(schools.id, barredReviewers.otherSchoolId))
    .leftJoin(people, eq(people.personId, barredReviewers.personId))
    .where(and(eq(barredReviewers.seasonId, seasonId), eq(barredReviewers.schoolId, schoolId)))
    .orderBy(asc(schools.name), asc(people.lastName), asc(barredReviewers.id));

/** Who could review for a school on a day: heads, then deputies, then other senior leaders. A row for each role. */
export const listLeaders = (db: Db, schoolId: string, day: string) =>
  db
    .select({ personId: people.personId, name: fullName, role: roles.role })
    .from(roles)
    .innerJoin(people, eq(people.personId, roles.personId))
    .where(and(eq(roles.schoolId, schoolId), inArray(roles.role, [...reviewingRoles]), holdsOn(day)))
    .orderBy(
      sql`array_position(${sql.param([...reviewingRoles])}::text[], ${roles.role})`,
      asc(people.lastName),
      asc(people.firstName),
      asc(people.personId),
    );

type Window = { windowStart: string; windowEnd: string };

export const listSchoolDays = (db: Db, schoolId: string, { windowStart, windowEnd }: Window) =>
  db
    .select({ day: schoolDays.day, kind: schoolDays.kind, part: schoolDays.part })
    .from(schoolDays)
    .where(and(eq(schoolDays.schoolId, schoolId), between(schoolDays.day, windowStart, windowEnd)))
    .orderBy(asc(schoolDays.day));

export const listAway = (db: Db, personIds: readonly string[], { windowStart, windowEnd }: Window) =>
  db
    .select({ personId: leaderDays.personId, day: leaderDays.day, part: leaderDays.part })
    .from(leaderDays)
    .where(and(inArray(leaderDays.personId, [...personIds]), between(leaderDays.day, windowStart, windowEnd)))
    .orderBy(asc(leaderDays.day));

/** The terms of a school year and the closed days of a season. */
export async function readCalendar(db: Db, { year, windowStart, windowEnd }: Window & { year: number }) {
  const [ofYear, closures] = await Promise.all([
    db
      .select({ name: terms.name, start: terms.start, end: terms.end })
      .from(terms)
      .where(eq(terms.year, year))
      .orderBy(asc(terms.start))
      .execute(),
    db
      .select({ day: closedDays.day, name: closedDays.name })
      .from(closedDays)
      .where(between(closedDays.day, windowStart, windowEnd))
      .orderBy(asc(closedDays.day))
      .execute(),
  ]);
  return { terms: ofYear, closures };
}

/** Which of these schools and people are known here. Whoever was barred once and has left since does no harm. */
export async function findKnown(db: Db, schoolIds: readonly string[], personIds: readonly string[]) {
  const [some, persons] = await Promise.all([
    db
      .select({ id: schools.id })
      .from(schools)
      .where(inArray(schools.id, [...schoolIds]))
      .execute(),
    db
      .select({ id: people.personId })
      .from(people)
      .where(inArray(people.personId, [...personIds]))
      .execute(),
  ]);
  return { schoolIds: new Set(some.map(({ id }) => id)), personIds: new Set(persons.map(({ id }) => id)) };
}

const most = 8;

/** Member schools other than one, and the leaders of others, like what was typed. */
export async function findReviewers(db: Db, schoolId: string, q: string, day: string) {
  const found = searchIn(sql`${schools.searched}`, await readSearch(db, q));
  const own = db
    .select({ id: roles.personId })
    .from(roles)
    .where(and(eq(roles.schoolId, schoolId), inArray(roles.role, [...reviewingRoles]), holdsOn(day)));
  const like = q
    .split(/\s+/)
    .map((word) => ilike(fullName, `%${word.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`));
  const [others, leaders] = await Promise.all([
    db
      .select({ id: schools.id, name: schools.name })
      .from(schools)
      .where(and(isAsked(db, day), sql`${schools.id} <> ${schoolId}`, found?.isFound))
      .orderBy(sql`${found?.score ?? sql`0`} desc`, asc(schools.name), asc(schools.id))
      .limit(most)
      .execute(),
    db
      .select({
        id: people.personId,
        name: fullName,
        schoolName: sql<string>`string_agg(distinct ${schools.name}, ' and ')`,
      })
      .from(people)
      .innerJoin(roles, and(eq(roles.personId, people.personId), holdsOn(day)))
      .innerJoin(schools, eq(schools.id, roles.schoolId))
      .where(
        and(
          inArray(roles.role, [...reviewingRoles]),
          isAsked(db, day),
          notInArray(people.personId, own),
          ...like,
        ),
      )
      .groupBy(people.partnershipId, people.personId)
      .orderBy(asc(people.lastName), asc(people.personId))
      .limit(most)
      .execute(),
  ]);
  return { schools: others, people: leaders };
}
