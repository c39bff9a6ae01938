import type { Db } from '@lateral/db/client';
import { memberships, schools } from '@lateral/db/schema';
import { and, inArray, isNull, lte, sql } from 'drizzle-orm';
import { lockSchools } from './school-change-queries.ts';

/** The same schools, held until the transaction ends. */
export async function lockForMembership(db: Db, schoolIds: readonly string[]) {
  await lockSchools(db, schoolIds);
  return listForMembership(db, schoolIds);
}

/** Which of these schools there are, with the first day of their membership. */
export async function listForMembership(db: Db, schoolIds: readonly string[]) {
  const rows = await db
    .select({ id: schools.id, name: schools.name, counted: schools.counted })
    .from(schools)
    .where(and(inArray(schools.id, [...schoolIds]), isNull(schools.absorbedBy)))
    .orderBy(schools.id);
  const open = await db
    .select({ schoolId: memberships.schoolId, from: memberships.from })
    .from(memberships)
    .where(and(inArray(memberships.schoolId, [...schoolIds]), isNull(memberships.to)));
  const since = new Map(open.map(({ schoolId, from }) => [schoolId, from]));
  return rows.map((row) => ({ ...row, memberSince: since.get(row.id) ?? null }));
}

export async function recordMemberships(
  db: Db,
  partnershipId: string,
  schoolIds: readonly string[],
  from: string,
) {
  for (let i = 0; i < schoolIds.length; i += 5000) {
    const rows = schoolIds.slice(i, i + 5000).map((schoolId) => ({ partnershipId, schoolId, from }));
    await db
      .insert(memberships)
      .values(rows)
      .onConflictDoUpdate({
        target: [memberships.partnershipId, memberships.schoolId, memberships.from],
        set: { to: sql`null` },
      });
  }
}

/** Ends open memberships on a day; one that began after that day never was, and goes. */
export async function endMemberships(db: Db, schoolIds: readonly string[], on: string) {
  const these = and(inArray(memberships.schoolId, [...schoolIds]), isNull(memberships.to));
  await db
    .update(memberships)
    .set({ to: on })
    .where(and(these, lte(memberships.from, on)));
  await db.delete(memberships).where(these);
}
