import { availableParallelism } from 'node:os';
import type { Database, Db } from '@lateral/db/client';
import { dayInLondon } from '@lateral/domain/calendars/london';
import { percentAbove } from '@lateral/domain/seasons/nearness';
import { explainInProcess } from '@lateral/planner/ask';
import type { PlanProgress } from '@lateral/planner/plan';
import { readInstance } from '@lateral/planner/read-instance';
import { planInProcesses } from '@lateral/planner/run';
import { recordEvents } from '../events.ts';
import type { Progress } from '../running-jobs.ts';
import { buildInstance } from './build-instance.ts';
import { readSeasonFacts } from './facts-queries.ts';
import { lockSeason, replaceDraft } from './queries.ts';
import { addPrevious } from './read-previous.ts';
import { settingsOf } from './read-rules.ts';

type Who = { partnershipId: string; personId: string | null };
type Order = { seasonId: string; seconds: number; seed: number };
type Work = {
  report: (progress: Progress) => void;
  signal: AbortSignal;
};

/**
 * Plans a season in processes of their own, explains the plan in another, and gives back how to write both, for the
 * transaction that ends the job. Asked to stop, it keeps the best plan so far.
 */
export async function runPlan(
  database: Database,
  who: Who,
  { seasonId, seconds, seed }: Order,
  now: Date,
  work: Work,
) {
  const { instance, settings } = await database.withPartnership(who.partnershipId, async (db) => {
    const season = await lockSeason(db, seasonId);
    if (!season) throw new Error(`there is no season ${seasonId}`);
    const today = dayInLondon(now);
    const facts = await readSeasonFacts(db, season, today);
    return {
      instance: await addPrevious(db, seasonId, buildInstance(facts), facts, today),
      settings: settingsOf(season),
    };
  });
  // The rules as people set them are kept beside, to tell later which have changed since.
  const document = { format: 'psr-schedule/1', ...instance, rules: settings };
  const read = readInstance(document);
  if ('faults' in read)
    throw new Error(`an instance of ours has a fault: ${JSON.stringify(read.faults.slice(0, 3))}`);
  const plan = await planInProcesses(instance, {
    seconds,
    seed,
    threads: Math.min(2, availableParallelism()),
    signal: work.signal,
    onProgress: (progress) => work.report(describeProgress(progress)),
  });
  const explanation = await explainInProcess(instance, plan);
  return async (db: Db) => {
    await lockSeason(db, seasonId);
    await replaceDraft(db, who.partnershipId, seasonId, { instance: document, plan, explanation }, now);
    const detail = { placed: plan.reviews.length, unplaced: plan.unscheduled.length };
    await recordEvents(db, who, [{ kind: 'season-planned', detail }], now);
    return detail;
  };
}

function describeProgress({ fraction, placed, receiving, cost, bound }: PlanProgress): Progress {
  const above = bound === null ? null : percentAbove(cost, bound);
  return {
    done: Math.round(fraction * 1000),
    total: 1000,
    step: `${placed} of ${receiving}`,
    ...(above !== null && { percentAbove: above }),
  };
}
