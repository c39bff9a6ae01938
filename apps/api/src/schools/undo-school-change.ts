import type { Db } from '@lateral/db/client';
import { type ChangeKind, refuseUndo } from '@lateral/domain/schools/changes';
import type { Actor } from '../actor.ts';
import { recordEvents } from '../events.ts';
import { notFound, refused } from '../problems.ts';
import {
  listClusterIdsOf,
  listMembershipsOf,
  lockChange,
  lockClusters,
  lockSchools,
  recordChange,
  recordUndone,
  restoreClusters,
  restoreMemberships,
} from './school-change-queries.ts';

const read = { memberships: listMembershipsOf, clusters: listClusterIdsOf };
const restore = { memberships: restoreMemberships, clusters: restoreClusters };

/**
 * Makes a change to schools that can be undone: keeps how they were before and after. The caller holds the schools.
 * @param schoolIds those that `work` changes
 * @returns the id to undo it by; null when nothing changes
 */
export async function recordUndoable(
  db: Db,
  actor: Pick<Actor, 'partnershipId' | 'personId'>,
  kind: ChangeKind,
  schoolIds: readonly string[],
  now: Date,
  work: () => Promise<unknown>,
) {
  if (schoolIds.length === 0) return null;
  const before = await read[kind](db, schoolIds);
  await work();
  const after = await read[kind](db, schoolIds);
  const id = crypto.randomUUID();
  const { partnershipId, personId: madeBy } = actor;
  const schools = schoolIds.map((schoolId) => ({
    schoolId,
    before: before.get(schoolId) ?? [],
    after: after.get(schoolId) ?? [],
  }));
  await recordChange(db, { partnershipId, id, kind, madeBy, madeAt: now, schools });
  return id;
}

/** Undoes the actor's own change, for all its schools or none. Throws 409 when it is too late or a school has changed since. */
export async function undoSchoolChange(db: Db, actor: Actor, changeId: string, now: Date) {
  const change = await lockChange(db, changeId);
  if (!change || change.madeBy !== actor.personId) throw notFound();
  const { kind, schools } = change;
  const undone = schools.length;
  if (change.undoneAt || undone === 0) return { undone };

  const ids = schools.map(({ schoolId }) => schoolId);
  await lockSchools(db, ids);
  const current = await read[kind](db, ids);
  const standing = schools.map(({ schoolId, after }) => ({ after, now: current.get(schoolId) ?? [] }));
  const refusal = refuseUndo(change.madeAt, standing, now);
  if (refusal) throw refused(refusal);
  if (kind === 'clusters') await refuseLostClusters(db, schools);
  await restore[kind](db, actor.partnershipId, schools);
  await recordUndone(db, changeId, now);
  const events = ids.map((schoolId) => ({ kind: 'change-undone', schoolId, detail: { about: kind } }));
  await recordEvents(db, actor, events, now);
  return { undone };
}

/** A cluster that has been taken away since cannot be gone back to. */
async function refuseLostClusters(db: Db, schools: readonly { before: string[] }[]) {
  const wanted = [...new Set(schools.flatMap(({ before }) => before))];
  if (wanted.length > 0 && (await lockClusters(db, wanted)).length < wanted.length)
    throw refused('changed-since');
}
