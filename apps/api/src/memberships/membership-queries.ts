import type { Db } from '@lateral/db/client';
import {
  agreements,
  establishments,
  memberships,
  notices,
  people,
  renewals,
  schools,
  signings,
} from '@lateral/db/schema';
import { and, desc, eq, isNull, lte, or, sql } from 'drizzle-orm';
import { fullName } from '../roles-held.ts';

/** A school, with the day on which its legal record opened; null when there is none of this id. */
export async function findSchool(db: Db, schoolId: string) {
  const [row] = await db
    .select({
      id: schools.id,
      name: schools.name,
      urn: schools.urn,
      openedOn: sql<string | null>`${establishments.facts} ->> 'openDate'`,
    })
    .from(schools)
    .leftJoin(establishments, eq(establishments.urn, schools.urn))
    .where(and(eq(schools.id, schoolId), isNull(schools.absorbedBy)));
  return row ?? null;
}

/** The membership that holds on a day, or the last that did. */
export async function findLastMembership(db: Db, schoolId: string, day: string) {
  const { from, to, endsWhy, urn } = memberships;
  const [row] = await db
    .select({ from, to, endsWhy, urn })
    .from(memberships)
    .where(and(eq(memberships.schoolId, schoolId), lte(memberships.from, day)))
    .orderBy(desc(memberships.from))
    .limit(1);
  return row ?? null;
}

/** What the school, and those that it took over, have signed and co-signed; the newest version first. */
export const listComplete = (db: Db, schoolId: string) =>
  db
    .select({
      agreementId: agreements.id,
      number: agreements.number,
      terms: agreements.terms,
      issuedAt: agreements.issuedAt,
      reference: sql<string>`${signings.reference}`,
      coSignedAt: sql<Date>`${signings.coSignedAt}`.mapWith(signings.coSignedAt),
    })
    .from(signings)
    .innerJoin(agreements, eq(agreements.id, signings.agreementId))
    .innerJoin(schools, eq(schools.id, signings.schoolId))
    .where(
      and(eq(signings.state, 'co-signed'), or(eq(schools.id, schoolId), eq(schools.absorbedBy, schoolId))),
    )
    .orderBy(desc(agreements.number));

/** The notice that was given last and not taken back, by name. */
export async function findNotice(db: Db, schoolId: string) {
  const [row] = await db
    .select({
      id: notices.id,
      endsOn: notices.endsOn,
      endedOn: notices.endedOn,
      why: notices.why,
      givenBy: fullName,
      givenAt: notices.givenAt,
    })
    .from(notices)
    .innerJoin(people, eq(people.personId, notices.givenBy))
    .innerJoin(schools, eq(schools.id, notices.schoolId))
    .where(and(or(eq(schools.id, schoolId), eq(schools.absorbedBy, schoolId)), isNull(notices.takenBackAt)))
    .orderBy(desc(notices.givenAt))
    .limit(1);
  return row ?? null;
}

export const recordNotice = (db: Db, notice: typeof notices.$inferInsert) =>
  db.insert(notices).values(notice);
export const recordTakenBack = (db: Db, id: string, takenBackBy: string, takenBackAt: Date) =>
  db.update(notices).set({ takenBackBy, takenBackAt }).where(eq(notices.id, id));
export const recordRenewal = (db: Db, renewal: typeof renewals.$inferInsert) =>
  db.insert(renewals).values(renewal);

type Change = Partial<Pick<typeof memberships.$inferInsert, 'to' | 'endsWhy' | 'urn'>>;

/** Changes the membership of a school that began on a day. */
export const recordChange = (db: Db, schoolId: string, from: string, change: Change) =>
  db
    .update(memberships)
    .set(change)
    .where(and(eq(memberships.schoolId, schoolId), eq(memberships.from, from)));

export const recordMembership = (db: Db, membership: typeof memberships.$inferInsert) =>
  db.insert(memberships).values(membership);
