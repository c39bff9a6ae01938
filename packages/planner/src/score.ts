import { dayNumber, expandSpans, listCandidateDays } from './calendar.ts';
import { compileHostDays } from './compile-days.ts';
import type { Instance, Leader, PreviousReview, Review, Schedule, School } from './instance.ts';
import { indexPairFacts, pairCost } from './pairs.ts';

/** A schedule's soft cost by part, in cost points, and how many schools that receive have no review. */
export interface Score {
  unplaced: number;
  total: number;
  pair: number;
  date: number;
  leaderAvoid: number;
  focus: number;
  load: number;
  spread: number;
  change: number;
}

export const costParts = ['pair', 'date', 'leaderAvoid', 'focus', 'load', 'spread', 'change'] as const;

/**
 * Scores any schedule of known schools and leaders as psr-schedule/1 does, legal or not, without compiling the instance.
 * The source of each part is the soft cost of that format. Throws a RangeError for an unknown school or leader.
 */
export function scoreSchedule(instance: Instance, { reviews }: Schedule): Score {
  const { schools, leaders, config, previous } = instance;
  const schoolIndex = new Map(schools.map(({ id }, s) => [id, s]));
  const leaderOf = new Map(leaders.map((leader) => [leader.id, leader]));
  const before = new Map(previous.map((review) => [review.school, review]));
  const facts = indexPairFacts(instance);
  const calendar = listCandidateDays(instance.calendar);
  const { dateCost } = compileHostDays(instance, calendar);
  const load = new Map<string, number>();
  const parts = { pair: 0, date: 0, leaderAvoid: 0, focus: 0, load: 0, spread: 0, change: 0 };
  const days: [school: School, day: number][] = [];
  const addReview = (review: Review) => {
    const s = known(schoolIndex.get(review.school), review.school);
    const school = schools[s] as School;
    const team = review.team.map((id) => known(leaderOf.get(id), id));
    const day = calendar.dates.indexOf(review.date);
    if (day >= 0) {
      parts.date += dateCost[s * calendar.days.length + day] ?? 0;
      days.push([school, day]);
    }
    for (const { id } of team) load.set(id, (load.get(id) ?? 0) + 1);
    parts.pair += team.reduce((sum, leader) => sum + pairCost(facts, leader, school), 0);
    parts.leaderAvoid += config.weights.leaderAvoid * team.filter((one) => avoids(one, review.date)).length;
    parts.focus += config.weights.focusMiss * countMissed(school, team, config.focusHard);
    parts.change += changeCost(before.get(review.school), review, config.weights.changeMember);
  };
  for (const review of reviews) addReview(review);
  for (const { id, trainedOn, maxReviews, targetHalfDays } of leaders) {
    if (trainedOn === null || maxReviews === 0) continue;
    parts.load += config.weights.load * Math.abs(2 * (load.get(id) ?? 0) - targetHalfDays);
  }
  parts.spread = config.weights.spread * countUneven(instance, calendar.termOf, days);
  const total = costParts.reduce((sum, part) => sum + parts[part], 0);
  return { unplaced: schools.filter(({ receives }) => receives).length - reviews.length, total, ...parts };
}

function known<T>(thing: T | undefined, id: string): T {
  if (thing === undefined) throw new RangeError(`nothing has the id ${id}`);
  return thing;
}

function avoids({ avoid }: Leader, date: string): boolean {
  return avoid.length > 0 && expandSpans(avoid).has(dayNumber(date));
}

/** Focus areas that nobody in the team brings and that are not a hard rule. */
function countMissed({ focus }: School, team: readonly Leader[], focusHard: boolean): number {
  return focus.filter(
    ({ area, required }) =>
      !(required && focusHard) && !team.some(({ expertise }) => expertise.includes(area)),
  ).length;
}

function changeCost(
  was: PreviousReview | undefined,
  { team }: Review,
  weights: { announced: number; draft: number },
): number {
  if (was === undefined || was.status === 'locked') return 0;
  return weights[was.status] * was.team.filter((id) => !team.includes(id)).length;
}

/** Reviews over or under what each main cluster's share of the days allows a term, summed. */
function countUneven(
  { schools, calendar }: Instance,
  termOf: readonly number[],
  days: readonly [School, number][],
): number {
  const receiving = new Map<string, number>();
  for (const { clusterIds, receives } of schools) {
    const cluster = clusterIds[0] ?? '';
    if (receives) receiving.set(cluster, (receiving.get(cluster) ?? 0) + 1);
  }
  const held = new Map<string, number>();
  for (const [{ clusterIds }, day] of days) {
    const cell = `${termOf[day]} ${clusterIds[0]}`;
    held.set(cell, (held.get(cell) ?? 0) + 1);
  }
  let uneven = 0;
  for (const [term] of calendar.terms.entries()) {
    const length = termOf.filter((one) => one === term).length;
    for (const [cluster, schoolsIn] of receiving) {
      const share = (schoolsIn * length) / Math.max(1, termOf.length);
      const count = held.get(`${term} ${cluster}`) ?? 0;
      uneven += Math.max(0, count - Math.ceil(share)) + Math.max(0, Math.floor(share) - count);
    }
  }
  return uneven;
}
