import type { Db } from '@lateral/db/client';
import { clusters, schools } from '@lateral/db/schema';
import type { Reach } from '@lateral/domain/policy';
import { asc, sql } from 'drizzle-orm';
import { memberSince } from '../member-on.ts';
import { readSearch } from '../search-words.ts';
import { conditions, type SchoolFilter } from './queries.ts';

const own = sql`partnership_id = ${schools.partnershipId} and school_id = ${schools.id}`;

/** Every school that matches, in one query: its place, its clusters, its membership, its day in the newest season. */
export async function listPoints(db: Db, reach: Reach, filter: SchoolFilter) {
  const words = await readSearch(db, filter.q);
  return db
    .select({
      id: schools.id,
      name: schools.name,
      easting: schools.easting,
      northing: schools.northing,
      phases: schools.phases,
      clusterIds: sql<string[]>`array(select cluster_id::text from cluster_schools where ${own})`,
      member: sql<boolean>`${memberSince(filter.day)} is not null`,
      dated: sql<boolean>`exists (select 1 from reviews where ${own} and season_id = (select id from seasons order by year desc limit 1))`,
    })
    .from(schools)
    .where(conditions(db, reach, filter, words))
    .orderBy(sql`lower(${schools.name})`, asc(schools.id));
}

/** The clusters that a map may show, in the order in which it lists them. */
export const listMapClusters = (db: Db) =>
  db
    .select({ id: clusters.id, name: clusters.name, kind: clusters.kind })
    .from(clusters)
    .orderBy(asc(clusters.kind), asc(clusters.name));
