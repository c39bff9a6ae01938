import type { Db } from '@lateral/db/client';
import type { NoticeKind } from '@lateral/domain/notifications/kinds';
import { findImport } from '../imports/queries.ts';
import { notify } from '../notify.ts';
import type { Taken } from '../running-jobs.ts';

type Detail = Record<string, unknown>;

/** Tells whoever started a job how it ended, in the transaction that ends it. A job of a command has nobody to tell. */
async function tell(db: Db, partnershipId: string, job: Taken, kind: NoticeKind, detail: Detail, now: Date) {
  if (job.startedBy === null) return;
  await notify(db, { partnershipId, personId: null }, [{ kind, personId: job.startedBy, detail }], now);
}

const importKinds = { ready: 'import-checked', applied: 'import-applied', undone: 'import-undone' } as const;

/** An import that was checked, applied or undone, or for which that did not work. */
export async function tellOfImport(db: Db, partnershipId: string, job: Taken, now: Date, hasFailed = false) {
  const importId = String(job.input.importId);
  const found = await findImport(db, importId);
  if (!found) return;
  const failed = job.kind === 'undo-import' ? 'undo-failed' : 'import-failed';
  const kind = hasFailed ? failed : (importKinds[found.state as keyof typeof importKinds] ?? failed);
  const detail = { importId, kind: found.kind };
  await tell(db, partnershipId, job, kind, detail, now);
}

type Planned = { placed: number; unplaced: number };
export const tellOfPlan = (db: Db, partnershipId: string, job: Taken, planned: Planned, now: Date) =>
  tell(db, partnershipId, job, 'plan-finished', planned, now);

/** A job that failed: of its effect nothing has been kept. Whoever asks what would place a school looks on. */
export async function tellOfFailure(db: Db, partnershipId: string, job: Taken, now: Date) {
  if (job.kind === 'relax-school') return;
  if (job.kind === 'plan-season') await tell(db, partnershipId, job, 'plan-failed', {}, now);
  else await tellOfImport(db, partnershipId, job, now, true);
}
