import type { SchoolsMap } from '@lateral/contract/schools';
import type { Db } from '@lateral/db/client';
import { decide } from '@lateral/domain/policy';
import type { Actor } from '../actor.ts';
import { listMapClusters, listPoints } from './map-queries.ts';
import type { SchoolFilter } from './queries.ts';

/** The schools that match, as a map draws them. A draft season shows only to those who may see it. */
export async function readMap(db: Db, actor: Actor, filter: SchoolFilter): Promise<SchoolsMap> {
  const clusters = await listMapClusters(db);
  const placeOf = new Map(clusters.map(({ id }, place) => [id, place]));
  const mayReadSeason = typeof decide(actor.roles, 'seasons.read') === 'object';
  const points = await listPoints(db, actor.reach, filter);
  return {
    clusters,
    schools: points.map(({ easting, northing, phases, clusterIds, dated, ...point }) => ({
      ...point,
      at: easting === null || northing === null ? null : [easting, northing],
      phase: phases[0] ?? null,
      clusters: clusterIds.flatMap((id) => placeOf.get(id) ?? []).toSorted((a, b) => a - b),
      dated: mayReadSeason ? dated : null,
    })),
  };
}
