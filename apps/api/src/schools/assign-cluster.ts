import type { Db } from '@lateral/db/client';
import type { Actor } from '../actor.ts';
import { recordEvents } from '../events.ts';
import { notFound } from '../problems.ts';
import {
  countSchoolsAmong,
  listMembersOf,
  lockCluster,
  recordInCluster,
  removeFromCluster,
  removeFromKind,
} from './cluster-queries.ts';
import { lockSchools } from './school-change-queries.ts';
import { recordUndoable } from './undo-school-change.ts';

type Assignment = { clusterId: string; schoolIds: string[]; inCluster: boolean };

/** Puts schools in a cluster, out of any other of its kind, or takes them out of it: all or none. */
export async function assignCluster(
  db: Db,
  actor: Actor,
  { clusterId, schoolIds, inCluster }: Assignment,
  now: Date,
) {
  const ids = [...new Set(schoolIds)];
  const cluster = await lockCluster(db, clusterId);
  await lockSchools(db, ids);
  if (!cluster || (await countSchoolsAmong(db, ids)) < ids.length) throw notFound();

  const there = await listMembersOf(db, clusterId, ids);
  const changing = ids.filter((id) => there.has(id) !== inCluster);
  const changeId = await recordUndoable(db, actor, 'clusters', changing, now, async () => {
    if (!inCluster) return removeFromCluster(db, clusterId, changing);
    await removeFromKind(db, cluster.kind, changing);
    await recordInCluster(db, actor.partnershipId, clusterId, changing);
  });
  const kind = inCluster ? 'cluster-joined' : 'cluster-left';
  await recordEvents(
    db,
    actor,
    changing.map((schoolId) => ({ kind, schoolId, detail: { cluster: cluster.name } })),
    now,
  );
  return { changed: changing.length, changeId };
}
