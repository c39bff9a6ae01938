import type { Db } from '@lateral/db/client';
import {
  clusterSchools,
  clusters,
  establishments,
  people,
  schools,
  similaritySettings,
} from '@lateral/db/schema';
import type { SimilaritySettings } from '@lateral/domain/similarity/settings';
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { fullName } from '../roles-held.ts';

/** Open state schools that take part in the secondary phase. */
const isCompared = and(
  eq(schools.counted, true),
  eq(schools.isOpen, true),
  isNull(schools.absorbedBy),
  sql`'secondary' = any(${schools.phases})`,
);
const isSimilar = eq(clusters.kind, 'similar-secondary');

/** The schools that are compared, with their current record and the cluster of similar schools that they are in. */
export const listSecondarySchools = (db: Db) =>
  db
    .select({
      id: schools.id,
      name: schools.name,
      town: schools.town,
      easting: schools.easting,
      northing: schools.northing,
      facts: establishments.facts,
      cluster: sql<
        string | null
      >`(select c.name from cluster_schools m join clusters c on c.partnership_id = m.partnership_id and c.id = m.cluster_id
        where m.partnership_id = ${schools.partnershipId} and m.school_id = ${schools.id} and c.kind = 'similar-secondary')`,
    })
    .from(schools)
    .innerJoin(establishments, eq(establishments.urn, schools.urn))
    .where(isCompared)
    .orderBy(asc(schools.id));

/** Holds them as they are until the transaction ends; others may still refer to them. */
export const lockSecondarySchools = (db: Db) =>
  db.select({ id: schools.id }).from(schools).where(isCompared).orderBy(asc(schools.id)).for('no key update');

export const countSecondarySchools = (db: Db) => db.$count(schools, isCompared);

/** Whether there is such a school here at all, compared or not. */
export const hasSchool = async (db: Db, id: string) =>
  (await db.$count(schools, and(eq(schools.id, id), isNull(schools.absorbedBy)))) > 0;

/** The clusters of similar schools there are, held until the transaction ends. */
export const lockSimilarClusters = (db: Db) =>
  db
    .select({ id: clusters.id, name: clusters.name })
    .from(clusters)
    .where(isSimilar)
    .orderBy(asc(clusters.id))
    .for('update');

/** Who is in those clusters, whether or not they are compared. */
export const listInSimilarClusters = (db: Db) =>
  db
    .select({ schoolId: clusterSchools.schoolId, clusterId: clusters.id, cluster: clusters.name })
    .from(clusterSchools)
    .innerJoin(clusters, eq(clusters.id, clusterSchools.clusterId))
    .where(isSimilar);

/** The settings that hold, with who set them; null while nobody has. */
export async function findSettings(db: Db) {
  const [row] = await db
    .select({
      version: similaritySettings.version,
      weights: similaritySettings.weights,
      barKm: similaritySettings.barKm,
      clusters: similaritySettings.clusters,
      setAt: similaritySettings.setAt,
      setBy: fullName,
    })
    .from(similaritySettings)
    .leftJoin(people, eq(people.personId, similaritySettings.setBy))
    .orderBy(desc(similaritySettings.version))
    .limit(1);
  return row ?? null;
}

type NewSettings = SimilaritySettings & {
  partnershipId: string;
  version: number;
  setAt: Date;
  setBy: string;
};

/** Adds a version of the settings. @returns false when somebody else has just added that one */
export async function recordSettings(db: Db, row: NewSettings): Promise<boolean> {
  const added = await db.insert(similaritySettings).values(row).onConflictDoNothing().returning();
  return added.length > 0;
}
