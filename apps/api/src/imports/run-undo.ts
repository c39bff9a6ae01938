import type { Db } from '@lateral/db/client';
import type { ImportRefusal } from '@lateral/domain/imports/states';
import type { Step } from '@lateral/domain/imports/undo';
import type { Actor } from '../actor.ts';
import { recordEvents } from '../events.ts';
import { notFound, refused } from '../problems.ts';
import { startJob } from '../running-jobs.ts';
import { found } from './move-import.ts';
import { planUndo } from './plan-undo.ts';
import { lockImport, updateImport } from './queries.ts';
import { goOn, ImportFailed, type Work } from './reading.ts';
import { lockPartnership } from './register-queries.ts';
import { recordUndone, takeStep } from './undo-queries.ts';

/**
 * Sends a worker to undo an import, if what that would do is still what was seen. Asked again, it answers how the
 * import stands. @throws 404; 409 with the reason why not
 */
export async function sendToUndo(db: Db, actor: Actor, importId: string, seen: string) {
  const held = await lockImport(db, importId);
  if (!held) throw notFound();
  if (held.state === 'undoing' || held.state === 'undone') return found(db, importId);
  const plan = await planUndo(db, importId, held.state);
  if (plan.refusal) throw refused(plan.refusal);
  if (plan.seen !== seen) throw refused('overtaken');
  const jobId = await startJob(db, actor.partnershipId, 'undo-import', { importId, seen }, actor.personId);
  await updateImport(db, importId, { state: 'undoing', jobId });
  return found(db, importId);
}

const sentences: Partial<Record<ImportRefusal, string>> = {
  'overtaken-since': 'A later import has changed the same records. Undo that one first.',
  'in-the-way': 'Something has come in the place of what this import took away.',
};

type Who = { partnershipId: string; personId: string | null };

/** Undoes an import in the caller's transaction, if it still comes to what was seen. */
export async function runUndo(db: Db, who: Who, importId: string, now: Date, work: Work, seen: string) {
  await lockPartnership(db);
  const held = await lockImport(db, importId);
  if (held?.state !== 'undoing') throw new ImportFailed('This import is no longer being undone.');
  const { refusal, steps, keys, counts, schoolIds, ...plan } = await planUndo(db, importId, held.state);
  if (refusal) throw new ImportFailed(sentences[refusal] ?? 'This import cannot be undone any more.');
  if (plan.seen !== seen)
    throw new ImportFailed('Something has changed since you looked. Please look again.');
  let done = 0;
  for (const run of inRuns(steps)) {
    goOn(work, { done, total: steps.length, step: 'writing' });
    if ((await takeStep(db, keys.get(run[0].table) ?? [], run)) !== run.length)
      throw new ImportFailed('Something has changed since you looked. Please look again.');
    done += run.length;
  }
  await recordUndone(db, importId, now);
  const told = schoolIds.map((schoolId) => ({ kind: 'school-put-back', schoolId }));
  await recordEvents(db, who, [...told, { kind: `${held.kind}-import-undone`, detail: counts }], now);
}

/** Steps of one kind that follow one another, to be taken at once. */
function inRuns(steps: readonly Step[]): [Step, ...Step[]][] {
  const nameOf = (step: Step) =>
    [step.table, step.do, ...(step.do === 'put-back' ? step.columns : [])].join(' ');
  const runs: [Step, ...Step[]][] = [];
  for (const step of steps) {
    const last = runs.at(-1);
    if (last && last.length < 1000 && nameOf(last[0]) === nameOf(step)) last.push(step);
    else runs.push([step]);
  }
  return runs;
}
