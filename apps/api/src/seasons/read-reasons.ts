import type { Db } from '@lateral/db/client';
import { notFound } from '../problems.ts';
import { describeCause, describeSeat } from './describe-reasons.ts';
import { describeRelaxation } from './describe-relaxation.ts';
import { introduceLeaders } from './introduce-leaders.ts';
import { findReviewReasons, findUnplacedReasons, holdPlan, listNames } from './reason-queries.ts';

/** Why the team of one review is as it is; `seats` is null for a plan of before reasons were kept. @throws 404 */
export async function readReviewReasons(db: Db, seasonId: string, schoolId: string) {
  const instance = await holdPlan(db, seasonId);
  const found = await findReviewReasons(db, seasonId, schoolId);
  if (!instance || !found) throw notFound();
  if (!found.explanation) return { seats: null };
  const leaders = introduceLeaders(instance, await listNames(db, instance), schoolId);
  return { seats: found.explanation.seats.map((seat) => describeSeat(seat, leaders)) };
}

/** What keeps one school without a review; `causes` is null for a plan of before reasons were kept. @throws 404 */
export async function readUnplacedReasons(db: Db, seasonId: string, schoolId: string) {
  const instance = await holdPlan(db, seasonId);
  const found = await findUnplacedReasons(db, seasonId, schoolId);
  if (!instance || !found) throw notFound();
  const { explanation, relaxations, job } = found;
  if (!explanation) return { causes: null, relaxations: null, job };
  const names = await listNames(db, instance);
  const leaders = introduceLeaders(instance, names, schoolId);
  return {
    causes: explanation.causes.map((cause) => describeCause(cause, leaders, names)),
    relaxations: relaxations?.map((tried) => describeRelaxation(tried, leaders)) ?? null,
    job,
  };
}
