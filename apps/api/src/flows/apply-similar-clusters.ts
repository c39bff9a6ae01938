import type { Db } from '@lateral/db/client';
import { type NamedCluster, refusePlacement } from '@lateral/domain/similarity/name-clusters';
import type { SimilaritySettings } from '@lateral/domain/similarity/settings';
import type { Actor } from '../actor.ts';
import { recordEvents } from '../events.ts';
import { badField, refused } from '../problems.ts';
import {
  recordCluster,
  recordInCluster,
  removeClusters,
  removeFromKind,
} from '../schools/cluster-queries.ts';
import { keepSettings } from '../similarity/keep-settings.ts';
import {
  findSettings,
  listInSimilarClusters,
  lockSecondarySchools,
  lockSimilarClusters,
} from '../similarity/queries.ts';
import { basisOf, readSchools } from '../similarity/read-schools.ts';

const kind = 'similar-secondary';
type Application = { basis: string; settings: SimilaritySettings; clusters: NamedCluster[] };

/**
 * Makes these the clusters of similar secondary schools, all or none: schools move, clusters that are new are added
 * and those left without a school go. What is so already stays as it is, so that sending it twice does it once.
 * Throws 409 when the schools have changed since they were compared.
 */
export async function applySimilarClusters(
  db: Db,
  actor: Actor,
  { basis, settings, clusters: wished }: Application,
  now: Date,
) {
  await lockSimilarClusters(db);
  await lockSecondarySchools(db);
  // Read again: another may have made clusters while this one waited for the schools.
  const present = await lockSimilarClusters(db);
  const placed = await listInSimilarClusters(db);
  const schools = await readSchools(db);
  const refusal = refusePlacement(
    wished,
    schools.map(({ id }) => id),
  );
  const { moves, leaving } = compare(wished, placed);
  const isDone = !refusal && moves.length === 0 && leaving.length === 0 && present.length === wished.length;
  if (!isDone && basisOf(schools) !== basis) throw refused('schools-changed');
  if (refusal) throw badField('/body/clusters', `must place each compared school once (${refusal})`);
  await keepSettings(db, actor, settings, (await findSettings(db))?.version ?? 0, now);
  if (isDone) return { moved: 0, added: 0, removed: 0 };

  const done = await rearrange(db, actor.partnershipId, { wished, present, moves, leaving });
  await recordEvents(
    db,
    actor,
    [
      ...moves.map(({ schoolId, cluster }) => ({ kind: 'cluster-joined', schoolId, detail: { cluster } })),
      ...leaving.map(({ schoolId, cluster }) => ({ kind: 'cluster-left', schoolId, detail: { cluster } })),
      { kind: 'similar-clusters-made', detail: { clusters: wished.length, ...done } },
    ],
    now,
  );
  return done;
}

type Change = {
  wished: readonly NamedCluster[];
  present: readonly { id: string; name: string }[];
  moves: readonly Placed[];
  leaving: readonly Placed[];
};

/** Takes everybody who moves out of where they are, and puts them where they go. */
async function rearrange(db: Db, partnershipId: string, { wished, present, moves, leaving }: Change) {
  await removeFromKind(
    db,
    kind,
    [...moves, ...leaving].map(({ schoolId }) => schoolId),
  );
  const ids = new Map(present.map(({ id, name }) => [name.toLowerCase(), id]));
  const added = wished.filter(({ name }) => !ids.has(name.toLowerCase()));
  for (const { name } of added) {
    const id = await recordCluster(db, partnershipId, name, kind);
    if (!id) throw refused('name-taken', name);
    ids.set(name.toLowerCase(), id);
  }
  for (const [cluster, coming] of Map.groupBy(moves, ({ cluster }) => cluster)) {
    const schoolIds = coming.map(({ schoolId }) => schoolId);
    await recordInCluster(db, partnershipId, ids.get(cluster.toLowerCase()) ?? '', schoolIds);
  }
  const kept = new Set(wished.map(({ name }) => name.toLowerCase()));
  const removed = present.filter(({ name }) => !kept.has(name.toLowerCase())).map(({ id }) => id);
  await removeClusters(db, removed);
  return { moved: moves.length, added: added.length, removed: removed.length };
}

type Placed = { schoolId: string; cluster: string };

/** Who comes into a cluster that they are not in, and who is in one and in none of those wished for. */
function compare(wished: readonly NamedCluster[], placed: readonly Placed[]) {
  const now = new Map(placed.map(({ schoolId, cluster }) => [schoolId, cluster.toLowerCase()]));
  const goal = new Set(wished.flatMap(({ schoolIds }) => schoolIds));
  const moves: Placed[] = wished.flatMap(({ name, schoolIds }) =>
    schoolIds
      .filter((schoolId) => now.get(schoolId) !== name.toLowerCase())
      .map((schoolId) => ({ schoolId, cluster: name })),
  );
  return { moves, leaving: placed.filter(({ schoolId }) => !goal.has(schoolId)) };
}
