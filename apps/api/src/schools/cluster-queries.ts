import type { Db } from '@lateral/db/client';
import { clusterSchools, clusters, memberships, schools } from '@lateral/db/schema';
import type { ClusterKind } from '@lateral/domain/schools/clusters';
import { and, asc, eq, inArray, isNull, ne, sql } from 'drizzle-orm';

const counts = {
  id: clusters.id,
  name: clusters.name,
  kind: clusters.kind,
  version: clusters.version,
  schools: sql<number>`count(${schools.id})::int`,
  members: sql<number>`count(${memberships.schoolId})::int`,
};

const counted = (db: Db) =>
  db
    .select(counts)
    .from(clusters)
    .leftJoin(clusterSchools, eq(clusterSchools.clusterId, clusters.id))
    .leftJoin(schools, and(eq(schools.id, clusterSchools.schoolId), eq(schools.isOpen, true)))
    .leftJoin(memberships, and(eq(memberships.schoolId, schools.id), isNull(memberships.to)))
    .groupBy(clusters.id, clusters.name, clusters.kind, clusters.version)
    .$dynamic();

export const listClusters = (db: Db) => counted(db).orderBy(asc(clusters.kind), asc(clusters.name));

export async function findCluster(db: Db, id: string) {
  const [row] = await counted(db).where(eq(clusters.id, id));
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

/** Takes schools out of every cluster of a kind; gives how many were in one. */
export async function removeFromKind(db: Db, kind: ClusterKind, schoolIds: readonly string[]) {
  const ofKind = db.select({ id: clusters.id }).from(clusters).where(eq(clusters.kind, kind));
  await db
    .delete(clusterSchools)
    .where(and(inArray(clusterSchools.schoolId, [...schoolIds]), inArray(clusterSchools.clusterId, ofKind)));
}

export async function removeFromCluster(db: Db, clusterId: string, schoolIds: readonly string[]) {
  const gone = await db
    .delete(clusterSchools)
    .where(and(eq(clusterSchools.clusterId, clusterId), inArray(clusterSchools.schoolId, [...schoolIds])))
    .returning({ schoolId: clusterSchools.schoolId });
  return gone.map(({ schoolId }) => schoolId);
}

export const listMembersOf = async (db: Db, clusterId: string, schoolIds: readonly string[]) => {
  const rows = await db
    .select({ schoolId: clusterSchools.schoolId })
    .from(clusterSchools)
    .where(and(eq(clusterSchools.clusterId, clusterId), inArray(clusterSchools.schoolId, [...schoolIds])));
  return new Set(rows.map(({ schoolId }) => schoolId));
};

export const recordInCluster = (
  db: Db,
  partnershipId: string,
  clusterId: string,
  schoolIds: readonly string[],
) => db.insert(clusterSchools).values(schoolIds.map((schoolId) => ({ partnershipId, clusterId, schoolId })));

export async function lockCluster(db: Db, id: string) {
  const [row] = await db.select().from(clusters).where(eq(clusters.id, id)).for('update');
  return row ?? null;
}

/** Takes clusters away; whoever was still in one is in none. */
export async function removeClusters(db: Db, ids: readonly string[]) {
  if (ids.length > 0) await db.delete(clusters).where(inArray(clusters.id, [...ids]));
}
