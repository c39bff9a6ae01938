import type { Db } from '@lateral/db/client';
import { isUnderWay } from '@lateral/domain/jobs/states';
import type { Actor } from '../actor.ts';
import { notFound, refused } from '../problems.ts';
import { startJob } from '../running-jobs.ts';
import { describeSeason } from './describe-season.ts';
import { readSeasonFacts } from './facts-queries.ts';
import { findSeason, lockSeason, recordPlanning } from './queries.ts';

type Order = { seasonId: string; seconds?: number | undefined; seed?: number | undefined };

/** Long enough for a county of 300 schools to come out well. */
const usualSeconds = 20;

/** Sends a worker to plan a season. Refused while one is at it, and while something that it needs is missing. */
export async function planSeason(db: Db, actor: Actor, order: Order, today: string) {
  const season = await lockSeason(db, order.seasonId);
  const before = await findSeason(db, order.seasonId);
  if (!season || !before) throw notFound();
  if (before.job && isUnderWay(before.job.state)) throw refused('busy');
  const [blocker] = describeSeason(before, await readSeasonFacts(db, season, today)).blockers;
  if (blocker) throw refused(blocker);
  const input = { seasonId: season.id, seconds: order.seconds ?? usualSeconds, seed: order.seed ?? 1 };
  const jobId = await startJob(db, actor.partnershipId, 'plan-season', input, actor.personId);
  await recordPlanning(db, season.id, jobId);
  return readSeason(db, season.id, today);
}

/** A season as it stands. @throws 404 */
export async function readSeason(db: Db, seasonId: string, today: string) {
  const season = await findSeason(db, seasonId);
  if (!season) throw notFound();
  return describeSeason(season, await readSeasonFacts(db, season, today));
}
