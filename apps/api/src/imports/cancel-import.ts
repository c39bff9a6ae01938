import type { Db } from '@lateral/db/client';
import { isBeingWorkedOn, stateWhenStopped } from '@lateral/domain/imports/states';
import { refused } from '../problems.ts';
import { askToStop, endUnheldJob } from '../running-jobs.ts';
import { found } from './move-import.ts';
import { holdUnheldImport, updateImport } from './queries.ts';

/**
 * Stops the work on an import. A worker holds the import's row while it works, so one that nobody holds has no worker
 * yet, or one that died: it is stopped here and now. Else its worker is asked, and keeps nothing: whoever writes the
 * job's row first, the one who asks or the worker that ends it, decides.
 * @throws 404; 409 `not-under-way` when nothing is going on, or it had ended
 */
export async function cancelImport(db: Db, importId: string) {
  const now = await found(db, importId);
  if (!isBeingWorkedOn(now.state) || !now.job) throw refused('not-under-way');
  const held = await holdUnheldImport(db, importId);
  if (held) {
    if (!isBeingWorkedOn(held.state) || !held.jobId) throw refused('not-under-way');
    await endUnheldJob(db, held.jobId);
    await updateImport(db, importId, { state: stateWhenStopped(held.state) });
  } else if (!(await askToStop(db, now.job.id))) throw refused('not-under-way');
  return found(db, importId);
}
