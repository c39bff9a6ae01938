import type { Db } from '@lateral/db/client';
import { clusterSchools, clusters, memberships, schools } from '@lateral/db/schema';
import type { ClusterKind } from '@lateral/domain/schools/clusters';
import { and, asc, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import { memberOn } from '../member-on.ts';

const counts = {
  id: clusters.id,
  name: clusters.name,
  kind: clusters.kind,
  version: clusters.version,
  schools: sql<number>`count(${schools.id})::int`,
  members: sql<number>`count(${memberships.schoolId})::int`,
};

const counted = (db: Db, day: string) =>
  db
    .select(counts)
    .from(clusters)
    .leftJoin(clusterSchools, eq(clusterSchools.clusterId, clusters.id))
    .leftJoin(schools, and(eq(schools.id, clusterSchools.schoolId), eq(schools.isOpen, true)))
    .leftJoin(memberships, and(eq(memberships.schoolId, schools.id), memberOn(day)))
    .groupBy(clusters.id, clusters.name, clusters.kind, clusters.version)
    .$dynamic();

export const listClusters = (db: Db, day: string) =>
  counted(db, day).orderBy(asc(clusters.kind), asc(clusters.name));

export async function findCluster(db: Db, id: string, day: string) {
  const [row] = await counted(db, day).where(eq(clusters.id, id));
  return row ?? null;
}

/** Open state schools that are in no cluster. */
export const countUnassigned = (db: Db) =>
  db.$count(
    schools,
    and(
      eq(schools.counted, true),
      eq(schools.isOpen, true),
      sql`not exists (select 1 from cluster_schools c where c.partnership_id = ${schools.partnershipId} and c.school_id = ${schools.id})`,
    ),
  );

/** Adds a cluster; null when another already has the name. */
export async function recordCluster(db: Db, partnershipId: string, name: string, kind: ClusterKind) {
  const [row] = await db
    .insert(clusters)
    .values({ partnershipId, name, kind })
    .onConflictDoNothing()
    .returning({ id: clusters.id });
  return row?.id ?? null;
}

export async function isNameTaken(db: Db, name: string, exceptId: string) {
  const same = sql`lower(${clusters.name}) = lower(${name})`;
  return (await db.$count(clusters, and(same, ne(clusters.id, exceptId)))) > 0;
}

export const recordClusterName = (db: Db, id: string, name: string) =>
  db
    .update(clusters)
    .set({ name, version: sql`${clusters.version} + 1` })
    .where(eq(clusters.id, id));

export const countSchoolsAmong = (db: Db, schoolIds: readonly string[]) =>
  db.$count(schools, and(inArray(schools.id, [...schoolIds]), isNull(schools.absorbedBy)));

/** Takes schools out of every cluster of a kind. */
export async function removeFromKind(db: Db, kind: ClusterKind, schoolIds: readonly string[]) {
  const ofKind = db.select({ id: clusters.id }).from(clusters).where(eq(clusters.kind, kind));
  await db
    .delete(clusterSchools)
    .where(and(inArray(clusterSchools.schoolId, [...schoolIds]), inArray(clusterSchools.clusterId, ofKind)));
}

export const removeFromCluster = (db: Db, clusterId: string, schoolIds: readonly string[]) =>
  db
    .delete(clusterSchools)
    .where(and(eq(clusterSchools.clusterId, clusterId), inArray(clusterSchools.schoolId, [...schoolIds])));

/** The clusters of a kind that these schools are in now, and how many are in each. */
export const listClustersLeft = (db: Db, kind: ClusterKind, schoolIds: readonly string[]) =>
  db
    .select({ name: clusters.name, schools: sql<number>`count(*)::int` })
    .from(clusterSchools)
    .innerJoin(clusters, eq(clusters.id, clusterSchools.clusterId))
    .where(and(eq(clusters.kind, kind), inArray(clusterSchools.schoolId, [...schoolIds])))
    .groupBy(clusters.id, clusters.name)
    .orderBy(asc(clusters.name));

export const listMembersOf = async (db: Db, clusterId: string, schoolIds: readonly string[]) => {
  const rows = await db
    .select({ schoolId: clusterSchools.schoolId })
    .from(clusterSchools)
    .where(and(eq(clusterSchools.clusterId, clusterId), inArray(clusterSchools.schoolId, [...schoolIds])));
  return new Set(rows.map(({ schoolId }) => schoolId));
};

export async function recordInCluster(
  db: Db,
  partnershipId: string,
  clusterId: string,
  schoolIds: readonly string[],
) {
  for (let i = 0; i < schoolIds.length; i += 5000) {
    const rows = schoolIds.slice(i, i + 5000).map((schoolId) => ({ partnershipId, clusterId, schoolId }));
    await db.insert(clusterSchools).values(rows);
  }
}

export async function lockCluster(db: Db, id: string) {
  const [row] = await db.select().from(clusters).where(eq(clusters.id, id)).for('update');
  return row ?? null;
}

/** Takes clusters away; whoever was still in one is in none. */
export async function removeClusters(db: Db, ids: readonly string[]) {
  if (ids.length > 0) await db.delete(clusters).where(inArray(clusters.id, [...ids]));
}
