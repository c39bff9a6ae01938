import type { KeptSettings } from '@lateral/contract/similarity';
import type { Db } from '@lateral/db/client';
import { suggestClusters, usualBarKm, usualWeights } from '@lateral/domain/similarity/settings';
import { countSecondarySchools, findSettings } from './queries.ts';

/** How schools are compared here: as somebody set it, else as Lateral begins. */
export async function readSettings(db: Db): Promise<KeptSettings> {
  const kept = await findSettings(db);
  if (kept) return { ...kept, setBy: kept.setBy || null };
  const clusters = suggestClusters(await countSecondarySchools(db));
  return { weights: usualWeights, barKm: usualBarKm, clusters, version: 0, setAt: null, setBy: null };
}
