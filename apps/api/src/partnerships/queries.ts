import type { Db } from '@lateral/db/client';
import {
  bookings,
  establishments,
  events,
  imports,
  memberships,
  partnerships,
  people,
  reviews,
  schools,
} from '@lateral/db/schema';
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { memberOn } from '../member-on.ts';
import { fullName } from '../roles-held.ts';
import { standsPublished } from '../stands-published.ts';

const settings = {
  version: partnerships.version,
  name: partnerships.name,
  laCode: partnerships.laCode,
  isDemonstration: partnerships.isDemonstration,
  stateFundedTypes: partnerships.stateFundedTypes,
};

export async function findPartnership(db: Db) {
  const [row] = await db.select(settings).from(partnerships);
  if (!row) throw new Error('no partnership in scope');
  return row;
}

/** Holds the partnership and changes which types count. @returns the new version of its settings */
export async function recordStateFundedTypes(db: Db, types: number[]) {
  const [row] = await db
    .update(partnerships)
    .set({ stateFundedTypes: types, version: sql`${partnerships.version} + 1` })
    .returning({ version: partnerships.version });
  if (!row) throw new Error('no partnership in scope');
  return row.version;
}

/** Every school with its current record, to be settled again. */
export const listForSettling = (db: Db) =>
  db
    .select({
      id: schools.id,
      settlement: schools.settlement,
      phases: schools.phases,
      facts: establishments.facts,
    })
    .from(schools)
    .innerJoin(establishments, eq(establishments.urn, schools.urn))
    .where(isNull(schools.absorbedBy));

export const recordSettlement = (
  db: Db,
  id: string,
  settled: Pick<typeof schools.$inferInsert, 'settlement' | 'counted'>,
) => db.update(schools).set(settled).where(eq(schools.id, id));

const isHere = and(eq(schools.isOpen, true), isNull(schools.absorbedBy));
const isMember = (day: string) => and(eq(memberships.schoolId, schools.id), memberOn(day));

/** How many schools count, how many of them are members, and how many wait for the broker's word. */
export async function countSchools(db: Db, day: string) {
  const [row] = await db
    .select({
      counted: sql<number>`count(*) filter (where ${schools.counted})::int`,
      members: sql<number>`count(${memberships.schoolId})::int`,
      unsettled: sql<number>`count(*) filter (where ${schools.settlement} = 'unsettled')::int`,
      unassigned: sql<number>`count(*) filter (where ${schools.counted} and not exists (select 1 from cluster_schools c where c.partnership_id = ${schools.partnershipId} and c.school_id = ${schools.id}))::int`,
    })
    .from(schools)
    .leftJoin(memberships, isMember(day))
    .where(isHere);
  return row ?? { counted: 0, members: 0, unsettled: 0, unassigned: 0 };
}

/** Members whose legal record is another than the one as which they joined. */
export async function countConverted(db: Db, day: string) {
  const [row] = await db
    .select({ n: sql<number>`count(*)::int` })
    .from(schools)
    .innerJoin(memberships, isMember(day))
    .where(
      and(
        isNull(schools.absorbedBy),
        sql`${memberships.urn} <> ${schools.urn} and ${memberships.endsWhy} is distinct from 'lapsed'`,
      ),
    );
  return row?.n ?? 0;
}

/** The same by a school's first phase. */
export const countByPhase = (db: Db, day: string) =>
  db
    .select({
      phase: sql<string>`${schools.phases}[1]`,
      schools: sql<number>`count(*)::int`,
      members: sql<number>`count(${memberships.schoolId})::int`,
    })
    .from(schools)
    .leftJoin(memberships, isMember(day))
    .where(and(isHere, eq(schools.counted, true), sql`cardinality(${schools.phases}) > 0`))
    .groupBy(sql`1`)
    .orderBy(sql`1`);

export const countReadyImports = (db: Db) => db.$count(imports, eq(imports.state, 'ready'));
export const countPeople = (db: Db) =>
  db.$count(
    people,
    sql`exists (select 1 from roles r where r.partnership_id = ${people.partnershipId} and r.person_id = ${people.personId} and r.school_id is not null)`,
  );
export const countTrained = (db: Db) => db.$count(people, sql`${people.trainedOn} is not null`);

export const listRecent = (db: Db) =>
  db
    .select({
      at: events.at,
      kind: events.kind,
      detail: events.detail,
      who: fullName,
    })
    .from(events)
    .leftJoin(people, eq(people.personId, events.personId))
    .where(isNull(events.schoolId))
    .orderBy(desc(events.id))
    .limit(6);

/** Reviews from one day to another, both included. */
export const listReviewsBetween = (db: Db, from: string, to: string) =>
  db
    .select({
      day: reviews.day,
      schoolId: reviews.schoolId,
      schoolName: schools.name,
      isPublished: sql<boolean>`${bookings.day} is not null`,
    })
    .from(reviews)
    .innerJoin(schools, eq(schools.id, reviews.schoolId))
    .leftJoin(bookings, standsPublished)
    .where(sql`${reviews.day} between ${from} and ${to}`)
    .orderBy(asc(reviews.day), asc(schools.name));
