import type { Db } from '@lateral/db/client';
import { refuseImportAction } from '@lateral/domain/imports/states';
import type { Actor } from '../actor.ts';
import { notFound, refused } from '../problems.ts';
import { startJob } from '../running-jobs.ts';
import {
  dropBytes,
  dropReadings,
  findImport,
  listFiles,
  lockImport,
  removeFile,
  updateImport,
} from './queries.ts';

type Action = 'upload' | 'check' | 'apply' | 'discard';

/** Holds an import for one action. @throws 404, or 409 with the reason why not now */
export async function lockFor(db: Db, importId: string, action: Action) {
  const found = await lockImport(db, importId);
  if (!found) throw notFound();
  const refusal = refuseImportAction(found.state, action);
  if (refusal) throw refused(refusal);
  return found;
}

/** Sends a worker to check an import, or to apply one that was checked. */
export async function sendToWork(db: Db, actor: Actor, importId: string, action: 'check' | 'apply') {
  await lockFor(db, importId, action);
  if ((await listFiles(db, importId)).length === 0) throw refused('no-files');
  const kind = action === 'check' ? ('check-import' as const) : ('apply-import' as const);
  const jobId = await startJob(db, actor.partnershipId, kind, { importId }, actor.personId);
  await updateImport(db, importId, { state: action === 'check' ? 'checking' : 'applying', jobId });
  return found(db, importId);
}

/** Puts an import away. Nothing that it would have changed is changed. */
export async function discardImport(db: Db, importId: string) {
  await lockFor(db, importId, 'discard');
  await updateImport(db, importId, { state: 'discarded' });
  await dropBytes(db, importId);
  await dropReadings(db, importId);
  return found(db, importId);
}

/** Takes one file out of an import, which must be checked again then. @throws 404 when there is none of that name */
export async function takeOut(db: Db, importId: string, name: string) {
  await lockFor(db, importId, 'upload');
  if (!(await removeFile(db, importId, name))) throw notFound();
  await updateImport(db, importId, { state: 'uploading' });
  return found(db, importId);
}

export async function found(db: Db, importId: string) {
  const it = await findImport(db, importId);
  if (!it) throw notFound();
  return it;
}
