import type { Db } from '@lateral/db/client';
import {
  type ChangedSchool,
  clusterSchools,
  clusters,
  memberships,
  schoolChanges,
  schools,
} from '@lateral/db/schema';
import { endReasons } from '@lateral/domain/memberships/spans';
import { asc, eq, inArray } from 'drizzle-orm';

/** Keeps the rows of one insert below what PostgreSQL takes in one statement. */
const together = 5000;

/** A membership in one line, with all that it is put back by: "from..to why urn". */
const writeMembership = ({ from, to, endsWhy, urn }: typeof memberships.$inferSelect) =>
  [`${from}..${to ?? ''}`, endsWhy ?? '', urn ?? ''].join(' ').trim();

function readMembership(line: string) {
  const [span = '', endsWhy, urn] = line.split(' ');
  const [from = '', to] = span.split('..');
  return {
    from,
    to: to || null,
    endsWhy: endReasons.find((reason) => reason === endsWhy) ?? null,
    urn: Number(urn) || null,
  };
}

/** The memberships of schools, each in one line. */
export async function listMembershipsOf(db: Db, schoolIds: readonly string[]) {
  const rows = await db
    .select()
    .from(memberships)
    .where(inArray(memberships.schoolId, [...schoolIds]));
  return gather(rows.map((row) => ({ schoolId: row.schoolId, value: writeMembership(row) })));
}

/** The clusters that schools are in. */
export async function listClusterIdsOf(db: Db, schoolIds: readonly string[]) {
  const rows = await db
    .select()
    .from(clusterSchools)
    .where(inArray(clusterSchools.schoolId, [...schoolIds]));
  return gather(rows.map(({ schoolId, clusterId }) => ({ schoolId, value: clusterId })));
}

function gather(rows: readonly { schoolId: string; value: string }[]): ReadonlyMap<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { schoolId, value } of rows) found.set(schoolId, [...(found.get(schoolId) ?? []), value]);
  return found;
}

/** Holds schools until the transaction ends. @returns those that there are */
export const lockSchools = (db: Db, schoolIds: readonly string[]) =>
  db
    .select({ id: schools.id })
    .from(schools)
    .where(inArray(schools.id, [...schoolIds]))
    .orderBy(asc(schools.id))
    .for('update');

type Restored = Pick<ChangedSchool, 'schoolId' | 'before'>;

/** Gives schools the memberships that they had. */
export async function restoreMemberships(db: Db, partnershipId: string, changed: readonly Restored[]) {
  const ids = changed.map(({ schoolId }) => schoolId);
  await db.delete(memberships).where(inArray(memberships.schoolId, ids));
  const rows = changed.flatMap(({ schoolId, before }) =>
    before.map((line) => ({ partnershipId, schoolId, ...readMembership(line) })),
  );
  for (let i = 0; i < rows.length; i += together)
    await db.insert(memberships).values(rows.slice(i, i + together));
}

/** Puts schools back in the clusters that they were in. */
export async function restoreClusters(db: Db, partnershipId: string, changed: readonly Restored[]) {
  const ids = changed.map(({ schoolId }) => schoolId);
  await db.delete(clusterSchools).where(inArray(clusterSchools.schoolId, ids));
  const rows = changed.flatMap(({ schoolId, before }) =>
    before.map((clusterId) => ({ partnershipId, schoolId, clusterId })),
  );
  for (let i = 0; i < rows.length; i += together)
    await db.insert(clusterSchools).values(rows.slice(i, i + together));
}

/** Which of these clusters there are, held against being taken away. */
export const lockClusters = (db: Db, clusterIds: readonly string[]) =>
  db
    .select({ id: clusters.id })
    .from(clusters)
    .where(inArray(clusters.id, [...clusterIds]))
    .orderBy(asc(clusters.id))
    .for('share');

export const recordChange = (db: Db, change: typeof schoolChanges.$inferInsert) =>
  db.insert(schoolChanges).values(change);

export async function lockChange(db: Db, id: string) {
  const [row] = await db.select().from(schoolChanges).where(eq(schoolChanges.id, id)).for('update');
  return row ?? null;
}

export const recordUndone = (db: Db, id: string, at: Date) =>
  db.update(schoolChanges).set({ undoneAt: at }).where(eq(schoolChanges.id, id));
