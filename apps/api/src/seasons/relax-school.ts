import type { Database, Db } from '@lateral/db/client';
import { isUnderWay } from '@lateral/domain/jobs/states';
import { findRelaxationsInProcess } from '@lateral/planner/ask';
import type { Actor } from '../actor.ts';
import { notFound, refused } from '../problems.ts';
import { startJob } from '../running-jobs.ts';
import { readSchedule } from './read-schedule.ts';
import {
  findUnplacedReasons,
  holdPlan,
  lockUnplaced,
  recordRelaxations,
  recordRelaxing,
} from './reason-queries.ts';

type Place = { seasonId: string; schoolId: string };

/** So many changes are looked for. */
const limit = 3;

/** Sends a worker to look for what would place a school. Refused while one is at it. @throws 404 */
export async function relaxSchool(db: Db, actor: Actor, { seasonId, schoolId }: Place) {
  const isThere = await lockUnplaced(db, seasonId, schoolId);
  const before = await findUnplacedReasons(db, seasonId, schoolId);
  if (!isThere || !before) throw notFound();
  if (before.job && isUnderWay(before.job.state)) throw refused('busy');
  const input = { seasonId, schoolId };
  const jobId = await startJob(db, actor.partnershipId, 'relax-school', input, actor.personId);
  await recordRelaxing(db, seasonId, schoolId, jobId);
  const after = await findUnplacedReasons(db, seasonId, schoolId);
  if (!after?.job) throw new Error(`job ${jobId} is not there`);
  return after.job;
}

/**
 * Looks for what would place a school, in a process of its own, and gives back how to keep it, for the transaction that
 * ends the job; null when it was asked to stop.
 */
export async function runRelax(
  database: Database,
  partnershipId: string,
  job: { id: string; input: Record<string, unknown> },
  signal: AbortSignal,
) {
  const { seasonId, schoolId } = job.input as Place;
  const plan = await database.withPartnership(partnershipId, async (db) => {
    const instance = await holdPlan(db, seasonId);
    // Planned again meanwhile, the school may have its review.
    if (!instance || !(await findUnplacedReasons(db, seasonId, schoolId))) return null;
    return { instance, schedule: await readSchedule(db, seasonId, instance) };
  });
  if (!plan) return async () => {};
  const choice = { school: schoolId, limit };
  const found = await findRelaxationsInProcess(plan.instance, plan.schedule, choice, signal);
  return found && (async (db: Db) => void (await recordRelaxations(db, job.id, found)));
}
