import type { Db } from '@lateral/db/client';
import { memberships, offers, people, roles, schools, seasons } from '@lateral/db/schema';
import { ruleOf } from '@lateral/domain/notifications/kinds';
import type { SchoolRole } from '@lateral/domain/people/roles';
import { and, asc, eq, exists, inArray, isNull, sql } from 'drizzle-orm';
import { memberOn } from '../member-on.ts';
import { holdsOn } from '../roles-held.ts';

const columns = {
  id: seasons.id,
  year: seasons.year,
  windowStart: seasons.windowStart,
  windowEnd: seasons.windowEnd,
  openedAt: seasons.offersOpenedAt,
  until: seasons.offersUntil,
};

export async function findSeason(db: Db, id: string) {
  const [row] = await db.select(columns).from(seasons).where(eq(seasons.id, id));
  return row ?? null;
}
export type OfferSeason = NonNullable<Awaited<ReturnType<typeof findSeason>>>;

export async function lockSeason(db: Db, id: string) {
  const [row] = await db.select(columns).from(seasons).where(eq(seasons.id, id)).for('update');
  return row ?? null;
}

export const recordRound = (db: Db, id: string, round: { offersOpenedAt: Date; offersUntil: string }) =>
  db.update(seasons).set(round).where(eq(seasons.id, id));

/** Whether a row of `schools` is an open member on a day: those who are asked for days. */
export const isAsked = (db: Db, day: string) =>
  and(
    eq(schools.isOpen, true),
    isNull(schools.absorbedBy),
    exists(
      db
        .select({ one: sql`1` })
        .from(memberships)
        .where(and(eq(memberships.schoolId, schools.id), memberOn(day))),
    ),
  );

export const listAskedIds = (db: Db, day: string) =>
  db.select({ id: schools.id }).from(schools).where(isAsked(db, day)).orderBy(asc(schools.id));

/** One's own schools that are asked, and when each sent its days for a season. */
export const listOwnSchools = (db: Db, seasonId: string, schoolIds: readonly string[], day: string) =>
  db
    .select({ id: schools.id, name: schools.name, sentAt: offers.sentAt })
    .from(schools)
    .leftJoin(offers, and(eq(offers.schoolId, schools.id), eq(offers.seasonId, seasonId)))
    .where(and(inArray(schools.id, [...schoolIds]), isAsked(db, day)))
    .orderBy(asc(schools.name), asc(schools.id));

/** How many members there are, how many have sent their days, and how many people are told that they are asked. */
export async function countRound(db: Db, seasonId: string, day: string) {
  const told = ruleOf('days-asked').roles as readonly SchoolRole[];
  const [schoolsCounted, hearing] = await Promise.all([
    db
      .select({ members: sql<number>`count(*)::int`, sent: sql<number>`count(${offers.schoolId})::int` })
      .from(schools)
      .leftJoin(offers, and(eq(offers.schoolId, schools.id), eq(offers.seasonId, seasonId)))
      .where(isAsked(db, day))
      .execute(),
    db
      .select({ hearers: sql<number>`count(distinct ${people.personId})::int` })
      .from(people)
      .innerJoin(roles, and(eq(roles.personId, people.personId), holdsOn(day)))
      .innerJoin(schools, eq(schools.id, roles.schoolId))
      .where(and(inArray(roles.role, [...told]), isAsked(db, day)))
      .execute(),
  ]);
  return {
    members: schoolsCounted[0]?.members ?? 0,
    sent: schoolsCounted[0]?.sent ?? 0,
    hearers: hearing[0]?.hearers ?? 0,
  };
}
