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
  if (!cluster || (await countSchoolsAmong(db, ids)) < ids.length) throw notFound();

  const changed = inCluster ? await putIn() : await removeFromCluster(db, clusterId, ids);
  const kind = inCluster ? 'cluster-joined' : 'cluster-left';
  await recordEvents(
    db,
    actor,
    changed.map((schoolId) => ({ kind, schoolId, detail: { cluster: cluster.name } })),
    now,
  );
  return { changed: changed.length };

  async function putIn() {
    const there = await listMembersOf(db, clusterId, ids);
    const coming = ids.filter((id) => !there.has(id));
    if (!cluster || coming.length === 0) return [];
    await removeFromKind(db, cluster.kind, coming);
    await recordInCluster(db, actor.partnershipId, clusterId, coming);
    return coming;
  }
}
