import type { Db } from '@lateral/db/client';
import { agreements, memberships, schools, signings } from '@lateral/db/schema';
import type { Terms } from '@lateral/domain/agreements/terms';
import { addDays } from '@lateral/domain/calendars/weeks';
import { and, eq, gte, inArray, isNull, lt, ne, or, sql } from 'drizzle-orm';
import { lockSchools } from './school-change-queries.ts';

/** Memberships that hold on a day or begin after it. */
const notOver = (day: string) => or(isNull(memberships.to), gte(memberships.to, day));

/** The same schools, held until the transaction ends. */
export async function lockForMembership(db: Db, schoolIds: readonly string[], day: string) {
  await lockSchools(db, schoolIds);
  return listForMembership(db, schoolIds, day);
}

/** Which of these schools there are, with the first day of the membership that they have on a day, or will have after it. */
export async function listForMembership(db: Db, schoolIds: readonly string[], day: string) {
  const rows = await db
    .select({ id: schools.id, name: schools.name, counted: schools.counted })
    .from(schools)
    .where(and(inArray(schools.id, [...schoolIds]), isNull(schools.absorbedBy)))
    .orderBy(schools.id);
  const open = await db
    .select({ schoolId: memberships.schoolId, from: memberships.from })
    .from(memberships)
    .where(and(inArray(memberships.schoolId, [...schoolIds]), notOver(day)));
  const since = new Map(open.map(({ schoolId, from }) => [schoolId, from]));
  return rows.map((row) => ({ ...row, memberSince: since.get(row.id) ?? null }));
}

/** What schools have agreed to, by the newest version that each has signed and co-signed. */
export async function listTermsSigned(db: Db, schoolIds: readonly string[]): Promise<Map<string, Terms>> {
  const rows = await db
    .select({ schoolId: signings.schoolId, terms: agreements.terms })
    .from(signings)
    .innerJoin(agreements, eq(agreements.id, signings.agreementId))
    .where(and(inArray(signings.schoolId, [...schoolIds]), eq(signings.state, 'co-signed')))
    .orderBy(agreements.number);
  return new Map(rows.map(({ schoolId, terms }) => [schoolId, terms]));
}

/** Begins memberships on a day, each with its last day where what the school has signed sets one. */
export async function recordMemberships(
  db: Db,
  partnershipId: string,
  joining: readonly { schoolId: string; to: string | null }[],
  from: string,
) {
  for (let i = 0; i < joining.length; i += 5000) {
    const rows = joining.slice(i, i + 5000).map(({ schoolId, to }) => ({
      partnershipId,
      schoolId,
      from,
      to,
      endsWhy: to === null ? null : ('term' as const),
    }));
    await db
      .insert(memberships)
      .values(rows)
      .onConflictDoUpdate({
        target: [memberships.partnershipId, memberships.schoolId, memberships.from],
        set: { to: sql`excluded.to_day`, endsWhy: sql`excluded.ends_why`, urn: sql`excluded.urn` },
      });
  }
}

/** The first of these schools that was a member on a day after this one too, and when that ended; null when none was. */
export async function findLaterMember(db: Db, schoolIds: readonly string[], day: string) {
  const [row] = await db
    .select({ name: schools.name, to: memberships.to })
    .from(memberships)
    .innerJoin(schools, eq(schools.id, memberships.schoolId))
    .where(and(inArray(memberships.schoolId, [...schoolIds]), ne(memberships.from, day), notOver(day)))
    .orderBy(schools.name)
    .limit(1);
  return row ?? null;
}

/** Ends memberships: their last day is the one before. One that began on this day or later never was, and goes. */
export async function endMemberships(db: Db, schoolIds: readonly string[], on: string) {
  const these = and(inArray(memberships.schoolId, [...schoolIds]), notOver(on));
  await db
    .update(memberships)
    .set({ to: addDays(on, -1), endsWhy: 'broker' })
    .where(and(these, lt(memberships.from, on)));
  await db.delete(memberships).where(these);
}
