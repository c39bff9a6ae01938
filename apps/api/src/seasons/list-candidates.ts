import type { SeatCandidates } from '@lateral/contract/season-reasons';
import type { Db } from '@lateral/db/client';
import { rankSeatInProcess } from '@lateral/planner/ask';
import { notFound } from '../problems.ts';
import { cutList, describeExclusion } from './describe-exclusion.ts';
import { introduceLeaders } from './introduce-leaders.ts';
import { readSchedule } from './read-schedule.ts';
import { holdPlan, listNames } from './reason-queries.ts';

type Place = { seasonId: string; schoolId: string; personId: string };
type Wanted = { q?: string | undefined; limit: number };

/** All of one plan that the question about a seat needs, read as it stood at one moment. @throws 404 */
export async function readSeat(db: Db, { seasonId, schoolId, personId }: Place) {
  const instance = await holdPlan(db, seasonId);
  if (!instance) throw notFound();
  const schedule = await readSchedule(db, seasonId, instance);
  const review = schedule.reviews.find(({ school }) => school === schoolId);
  const seat = review?.team.indexOf(personId) ?? -1;
  if (seat < 0) throw notFound();
  return { instance, schedule, names: await listNames(db, instance), schoolId, personId, seat };
}

/** Every leader for one seat, worked out in a process of its own: call it outside any transaction. */
export async function listCandidates(
  { instance, schedule, names, schoolId, personId, seat }: Awaited<ReturnType<typeof readSeat>>,
  { q = '', limit }: Wanted,
): Promise<SeatCandidates> {
  const ranking = await rankSeatInProcess(instance, schedule, { school: schoolId, seat });
  const leaders = introduceLeaders(instance, names, schoolId);
  const fits = ranking.placed ? ranking.fits : [];
  return {
    fits: cutList(
      fits.filter(({ leader }) => leaders.isKnown(leader)).map((fit) => leaders.describeOther(fit, personId)),
      q,
      limit,
    ),
    excluded: cutList(
      ranking.excluded
        .filter(({ leader, code }) => code !== 'SIZE' && leaders.isKnown(leader))
        .map((one) => describeExclusion(one, leaders)),
      q,
      limit,
    ),
  };
}
