import type { Db } from '@lateral/db/client';
import { agreements, memberships, partnerships, schools, signings } from '@lateral/db/schema';
import { dayInLondon } from '@lateral/domain/calendars/london';
import { and, desc, eq, isNull, or, sql } from 'drizzle-orm';
import { memberOn, memberSince } from '../member-on.ts';
import { listHolders } from '../roles-held.ts';
import { nameIn } from './queries.ts';

export type SigningRow = typeof signings.$inferSelect;
type Change = Partial<Omit<SigningRow, 'partnershipId' | 'id' | 'schoolId' | 'agreementId' | 'version'>>;

/** A school as the agreement sees it on a day; null when there is none of this id. */
export async function findSchool(db: Db, schoolId: string, day: string) {
  const [row] = await db
    .select({
      id: schools.id,
      name: schools.name,
      counted: schools.counted,
      memberSince: memberSince(day),
      partnership: sql<string>`(select ${partnerships.name} from ${partnerships} where ${partnerships.id} = ${schools.partnershipId})`,
    })
    .from(schools)
    .where(and(eq(schools.id, schoolId), isNull(schools.absorbedBy)));
  return row ?? null;
}

/** Who signs for a school today: its heads and its chairs of governors. */
export const listSigners = (db: Db, schoolId: string, now: Date) =>
  listHolders(db, schoolId, ['headteacher', 'chair-of-governors'], dayInLondon(now));

/** What a school has signed or begun to sign, those that it took over with other schools too; the newest version first. */
export const listSignings = (db: Db, schoolId: string) =>
  db
    .select({
      signing: signings,
      number: agreements.number,
      agreementState: agreements.state,
      putDownBy: nameIn(signings.preparedBy),
    })
    .from(signings)
    .innerJoin(agreements, eq(agreements.id, signings.agreementId))
    .innerJoin(schools, eq(schools.id, signings.schoolId))
    .where(or(eq(schools.id, schoolId), eq(schools.absorbedBy, schoolId)))
    .orderBy(desc(agreements.number), sql`${signings.schoolId} <> ${schoolId}`);

export async function recordSigning(db: Db, signing: typeof signings.$inferInsert) {
  const [row] = await db.insert(signings).values(signing).onConflictDoNothing().returning();
  return row ?? null;
}

/** Changes a signing that is held by its school, and counts the change. @returns it as it is now */
export async function recordChange(db: Db, id: string, change: Change) {
  const [row] = await db
    .update(signings)
    .set({ ...change, version: sql`${signings.version} + 1` })
    .where(eq(signings.id, id))
    .returning();
  if (!row) throw new Error(`no signing ${id}`);
  return row;
}

/** Where somebody reads is no change that anybody else has to know of. */
export const recordPlace = (db: Db, id: string, place: string) =>
  db.update(signings).set({ place }).where(eq(signings.id, id));

/** The membership that a school has on a day; null when it has none. */
export async function findMembership(db: Db, schoolId: string, day: string) {
  const { from, to, endsWhy } = memberships;
  const [row] = await db
    .select({ from, to, endsWhy })
    .from(memberships)
    .where(and(eq(memberships.schoolId, schoolId), memberOn(day)));
  return row ?? null;
}

/** Puts down a membership of a school, or the last day and the reason of one that is there. */
export const recordMembership = (
  db: Db,
  membership: Pick<typeof memberships.$inferInsert, 'partnershipId' | 'schoolId' | 'from' | 'to' | 'endsWhy'>,
) =>
  db
    .insert(memberships)
    .values(membership)
    .onConflictDoUpdate({
      target: [memberships.partnershipId, memberships.schoolId, memberships.from],
      set: { to: membership.to, endsWhy: membership.endsWhy },
    });
