import type { Database } from '@lateral/db/client';
import { dayInLondon } from '@lateral/domain/calendars/london';
import { readInstance } from '@lateral/planner/read-instance';
import { planInThread } from '@lateral/planner/run';
import { recordEvents } from '../events.ts';
import { buildInstance } from './build-instance.ts';
import { readSeasonFacts } from './facts-queries.ts';
import { lockSeason, replaceDraft } from './queries.ts';

type Who = { partnershipId: string; personId: string | null };
type Order = { seasonId: string; seconds: number; seed: number };
type Work = {
  report: (progress: { done: number; total: number; step: string }) => void;
  signal: AbortSignal;
};

/**
 * Plans a season in a thread of its own and gives back how to write the draft, for the transaction that ends the
 * job. Asked to stop, it keeps the best plan so far.
 */
export async function runPlan(
  database: Database,
  who: Who,
  { seasonId, seconds, seed }: Order,
  now: Date,
  work: Work,
) {
  const instance = await database.withPartnership(who.partnershipId, async (db) => {
    const season = await lockSeason(db, seasonId);
    if (!season) throw new Error(`there is no season ${seasonId}`);
    return buildInstance(await readSeasonFacts(db, season, dayInLondon(now)));
  });
  const document = { format: 'psr-schedule/1', ...instance };
  const read = readInstance(document);
  if ('faults' in read)
    throw new Error(`an instance of ours has a fault: ${JSON.stringify(read.faults.slice(0, 3))}`);
  const schedule = await planInThread(instance, {
    seconds,
    seed,
    signal: work.signal,
    onProgress: ({ fraction, placed, receiving }) =>
      work.report({ done: Math.round(fraction * 1000), total: 1000, step: `${placed} of ${receiving}` }),
  });
  return async (db: Parameters<Parameters<Database['withPartnership']>[1]>[0]) => {
    await replaceDraft(db, who.partnershipId, seasonId, { ...schedule, instance: document }, now);
    const detail = { placed: schedule.reviews.length, unplaced: schedule.unscheduled.length };
    await recordEvents(db, who, [{ kind: 'season-planned', detail }], now);
    return detail;
  };
}
