import type { Database } from '@lateral/db/client';
import { stateWhenStopped } from '@lateral/domain/imports/states';
import { updateImport } from '../imports/queries.ts';
import { ImportFailed, Stopped } from '../imports/reading.ts';
import { runApply, runCheck } from '../imports/run-import.ts';
import { runUndo } from '../imports/run-undo.ts';
import { endJob, keepBeating, type Taken, takeJob, wasAskedToStop, watchJob } from '../running-jobs.ts';
import { takeTurn } from '../seasons/planning-turn.ts';
import { runRelax } from '../seasons/relax-school.ts';
import { runPlan } from '../seasons/run-plan.ts';
import { tellOfFailure, tellOfImport, tellOfPlan } from './tell-starter.ts';

type Calls = { database: Database; now: () => Date; onError: (error: unknown) => void };

const sorry = 'Something went wrong on our side. Nothing was changed. Please try again.';

/**
 * Does a job that waits, or takes over one whose worker has died; nothing when it is in good hands or has ended. While a
 * plan is being made here, another waits for its turn.
 */
export async function runJob(calls: Calls, partnershipId: string, jobId: string) {
  const endTurn = takeTurn();
  try {
    const job = await calls.database.withPartnership(partnershipId, async (db) => {
      const taken = await takeJob(db, jobId, endTurn ? null : 'plan-season');
      await watchJob(db, partnershipId, jobId);
      return taken;
    });
    if (job?.kind !== 'plan-season') endTurn?.();
    if (job) await doJob(calls, partnershipId, job);
  } finally {
    endTurn?.();
  }
}

async function doJob(calls: Calls, partnershipId: string, job: Taken) {
  const beat = keepBeating(calls.database, partnershipId, job);
  try {
    await work(calls, partnershipId, job, beat);
  } catch (error) {
    await giveUp(calls, partnershipId, job, error);
  } finally {
    beat.end();
  }
}

type Beat = ReturnType<typeof keepBeating>;

async function work(calls: Calls, partnershipId: string, job: Taken, beat: Beat) {
  if (job.kind === 'plan-season') return workOnPlan(calls, partnershipId, job, beat);
  if (job.kind === 'relax-school') return workOnRelaxations(calls, partnershipId, job, beat);
  return workOnImport(calls, partnershipId, { ...job, kind: job.kind }, beat);
}

async function workOnPlan({ database, now }: Calls, partnershipId: string, job: Taken, beat: Beat) {
  const who = { partnershipId, personId: job.startedBy };
  const order = job.input as { seasonId: string; seconds: number; seed: number };
  const writeDraft = await runPlan(database, who, order, now(), beat);
  await database.withPartnership(partnershipId, async (db) => {
    const planned = await writeDraft(db);
    const isStopped = beat.signal.aborted;
    await endJob(db, job, isStopped ? 'cancelled' : 'done');
    if (!isStopped) await tellOfPlan(db, partnershipId, job, planned, now());
  });
}

/** Whoever asked looks on and is told nothing besides. */
async function workOnRelaxations({ database }: Calls, partnershipId: string, job: Taken, beat: Beat) {
  const keep = await runRelax(database, partnershipId, job, beat.signal);
  if (!keep) throw new Stopped();
  await database.withPartnership(partnershipId, async (db) => {
    await keep(db);
    if (await wasAskedToStop(db, job)) throw new Stopped();
    await endJob(db, job, 'done');
  });
}

type ImportJob = Taken & { kind: keyof typeof workOf };

async function workOnImport({ database, now }: Calls, partnershipId: string, job: ImportJob, beat: Beat) {
  const who = { partnershipId, personId: job.startedBy };
  const run = { 'check-import': runCheck, 'apply-import': runApply, 'undo-import': runUndo }[job.kind];
  await database.withPartnership(partnershipId, async (db) => {
    await run(db, who, String(job.input.importId), now(), beat, String(job.input.seen));
    // Who was told that it stops is right: from here on, nobody can ask.
    if (await wasAskedToStop(db, job)) throw new Stopped();
    await endJob(db, job, 'done');
    await tellOfImport(db, partnershipId, job, now());
  });
}

const workOf = { 'check-import': 'checking', 'apply-import': 'applying', 'undo-import': 'undoing' } as const;

/** Nothing of the job's effect has been kept; what it worked on goes back to where it can be tried again. */
async function giveUp({ database, now, onError }: Calls, partnershipId: string, job: Taken, error: unknown) {
  const stopped = error instanceof Stopped;
  const expected = stopped || error instanceof ImportFailed;
  if (!expected) onError(error);
  const problem = error instanceof ImportFailed ? error.message : stopped ? null : sorry;
  await database.withPartnership(partnershipId, async (db) => {
    if (job.kind !== 'plan-season' && job.kind !== 'relax-school') {
      const state = job.kind === 'check-import' && !stopped ? 'failed' : stateWhenStopped(workOf[job.kind]);
      await updateImport(db, String(job.input.importId), { state });
    }
    await endJob(db, job, stopped ? 'cancelled' : 'failed', problem);
    if (!stopped) await tellOfFailure(db, partnershipId, job, now());
  });
}
