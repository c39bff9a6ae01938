import type { Database, Db } from '@lateral/db/client';
import { jobs } from '@lateral/db/schema';
import type { JobKind } from '@lateral/domain/jobs/states';
import { and, eq, inArray, ne, sql } from 'drizzle-orm';

/** A worker that has not been heard of for this long has died, and its job may be taken over. */
const silentSeconds = 10;
/** How much later somebody looks again whether a job still has its worker. */
const watchSeconds = silentSeconds + 2;
const beatEvery = 1000;
/** How much later somebody looks again at a job for which it was nobody's turn. */
const turnSeconds = 2;

type Input = Record<string, unknown>;
export type Progress = { done: number; total: number; step: string; percentAbove?: number };

/** Writes a job and wakes a worker for it, in the caller's transaction. @returns the job's id */
export async function startJob(
  db: Db,
  partnershipId: string,
  kind: JobKind,
  input: Input,
  startedBy: string | null,
) {
  const id = crypto.randomUUID();
  await db.insert(jobs).values({ partnershipId, id, kind, input, startedBy });
  await wake(db, partnershipId, id, 0);
  // A second call a little later finds the job ended, or alive and calls again, or takes over from a dead worker.
  await wake(db, partnershipId, id, watchSeconds);
  return id;
}

const wake = (db: Db, partnershipId: string, jobId: string, delay: number) =>
  db.execute(sql`select wake_worker('run-job', ${JSON.stringify({ partnershipId, jobId })}::json, ${delay})`);

export type Taken = { id: string; kind: JobKind; input: Input; startedBy: string | null; claim: string };

/**
 * Takes a job that waits or whose worker has died. Null when it has ended, when somebody else is at work on it, and when
 * it is of the kind that is not taken up now.
 */
export async function takeJob(db: Db, jobId: string, notNow: JobKind | null = null): Promise<Taken | null> {
  const claim = crypto.randomUUID();
  const [job] = await db
    .update(jobs)
    .set({ state: 'running', claim, beatAt: sql`now()` })
    .where(
      and(
        eq(jobs.id, jobId),
        notNow === null ? undefined : ne(jobs.kind, notNow),
        sql`(${jobs.state} = 'waiting' or (${jobs.state} = 'running' and ${jobs.beatAt} < now() - make_interval(secs => ${silentSeconds})))`,
      ),
    )
    .returning({ id: jobs.id, kind: jobs.kind, input: jobs.input, startedBy: jobs.startedBy });
  return job ? { ...job, claim } : null;
}

/** Whether a job may still need a worker; if so another call is left for later. */
export async function watchJob(db: Db, partnershipId: string, jobId: string) {
  const [job] = await db.select({ state: jobs.state }).from(jobs).where(eq(jobs.id, jobId));
  if (job?.state === 'running') await wake(db, partnershipId, jobId, watchSeconds);
  if (job?.state === 'waiting') await wake(db, partnershipId, jobId, turnSeconds);
}

/**
 * Asks a job that has not ended to stop; false when it has. A plan that still waits for its turn is ended here and now:
 * there is nothing of it to keep.
 */
export async function askToStop(db: Db, id: string) {
  const waiting = await db
    .update(jobs)
    .set({ state: 'cancelled', cancelAsked: true, endedAt: sql`now()` })
    .where(and(eq(jobs.id, id), eq(jobs.kind, 'plan-season'), eq(jobs.state, 'waiting')))
    .returning({ id: jobs.id });
  if (waiting.length > 0) return true;
  const rows = await db
    .update(jobs)
    .set({ cancelAsked: true })
    .where(and(eq(jobs.id, id), inArray(jobs.state, ['waiting', 'running'])))
    .returning({ id: jobs.id });
  return rows.length > 0;
}

/** Ends a job that nobody is at work on. A worker that had taken it up can no longer end it, so nothing of it is kept. */
export const endUnheldJob = (db: Db, id: string) =>
  db
    .update(jobs)
    .set({ state: 'cancelled', cancelAsked: true, claim: null, endedAt: sql`now()` })
    .where(and(eq(jobs.id, id), inArray(jobs.state, ['waiting', 'running'])));

/** Whether a job was asked to stop. Nobody can ask any more until the transaction ends. */
export async function wasAskedToStop(db: Db, { id }: Pick<Taken, 'id'>) {
  const [row] = await db.select({ asked: jobs.cancelAsked }).from(jobs).where(eq(jobs.id, id)).for('update');
  return row?.asked === true;
}

/** Ends a job in the transaction of its effect. Throws, and so undoes the effect, when somebody else has taken it over. */
export async function endJob(
  db: Db,
  { id, claim }: Pick<Taken, 'id' | 'claim'>,
  state: 'done' | 'failed' | 'cancelled',
  problem: string | null = null,
) {
  const ended = await db
    .update(jobs)
    .set({ state, problem, endedAt: sql`now()` })
    .where(and(eq(jobs.id, id), eq(jobs.claim, claim), eq(jobs.state, 'running')))
    .returning({ id: jobs.id });
  if (ended.length === 0) throw new Error(`job ${id} was taken over by another worker`);
}

/** Keeps a job's row beating while it runs: writes its progress and reads whether it was asked to stop. */
export function keepBeating(database: Database, partnershipId: string, { id, claim }: Taken) {
  const stop = new AbortController();
  let progress: Progress | null = null;
  const beat = async () => {
    const [row] = await database.withPartnership(partnershipId, (db) =>
      db
        .update(jobs)
        .set(progress ? { beatAt: sql`now()`, progress } : { beatAt: sql`now()` })
        .where(and(eq(jobs.id, id), eq(jobs.claim, claim)))
        .returning({ cancelAsked: jobs.cancelAsked }),
    );
    if (!row || row.cancelAsked) stop.abort();
  };
  // A beat that fails (the database is away for a moment) is made up for by the next one.
  const timer = setInterval(() => void beat().catch(() => {}), beatEvery);
  return {
    signal: stop.signal,
    report: (next: Progress) => {
      progress = next;
    },
    end: () => clearInterval(timer),
  };
}
