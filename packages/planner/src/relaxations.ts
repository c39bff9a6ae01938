import { type Board, indexOfSchool, layOut } from './board.ts';
import { applyChange, type Change } from './changes.ts';
import { compareSchedules } from './compare.ts';
import { explainEmptySeat } from './empty-seat.ts';
import { type Exclusion, schoolAt } from './exclusions.ts';
import type { Instance, Schedule } from './instance.ts';
import { pairCost } from './pairs.ts';
import { openSeat } from './seat.ts';
import { continueFrom, type Planner } from './what-if.ts';

/** A change with which the engine did place the school. */
export interface Relaxation {
  change: Change;
  placed: string;
  /** Whether the change reaches this school alone, or is a rule for every school. */
  reach: 'school' | 'season';
  /** Other reviews whose day, team or lead are not as they were. */
  othersTouched: number;
  /** Soft cost after less before, in cost points, by the weights of the instance as it was. */
  costDifference: number;
  schedule: Schedule;
}

/** Leaders tried one by one for a day more, and for a repeat: those whose pair with the school costs least. */
const leadersTried = 6;

/**
 * The least changes that place a school without a review, each tried by the engine, in order of what they cost people.
 * First every other review stands. If fewer than `limit` changes do, those that reach the school alone are tried again
 * with the reviews near it free to move (of the same main cluster, or with someone who may review it); if still none
 * does, with every review free that is not locked. None if nothing tried places it without unplacing another. Calls
 * `plan` at most some fifty times. Throws a RangeError if there is no such school or it has a review.
 */
export function findRelaxations(
  instance: Instance,
  schedule: Schedule,
  school: string,
  { plan, limit }: { plan: Planner; limit: number },
): Relaxation[] {
  const board = layOut(instance, schedule);
  const near = listNear(board, school);
  const found: Relaxation[] = [];
  const tryAll = (changes: readonly Change[], prepare: (changed: Instance) => Instance): Change[] =>
    changes.filter((change) => {
      if (found.length >= limit) return false;
      const applied = applyChange(instance, change);
      if ('fault' in applied) return false;
      const after = keepOrder(plan(prepare(applied.instance)), schedule);
      const relaxation = weigh(instance, schedule, after, school, change);
      if (relaxation !== null) found.push(relaxation);
      return relaxation === null;
    });
  const failed = tryAll(listCandidates(board, school), (changed) =>
    fixOthers(changed, schedule, school, new Set()),
  ).filter(({ kind }) => kind !== 'relax-rule');
  const stuck = tryAll(failed, (changed) => fixOthers(changed, schedule, school, near));
  if (found.length === 0) tryAll(stuck, (changed) => continueFrom(changed, schedule));
  return found;
}

/** Schools whose reviews compete with this one: of its main cluster, or reviewed by someone who may review it. */
function listNear(board: Board, school: string): Set<string> {
  const { model } = board;
  const s = indexOfSchool(board, school);
  const able = new Set(model.candidates[s]);
  const near = model.hosts.filter(
    (other) =>
      model.clusterOf[other] === model.clusterOf[s] ||
      [...able].some((l) => board.servesOf[l]?.includes(other)),
  );
  return new Set(near.map((other) => schoolAt(board, other).id));
}

/** From what asks least of people to what asks most; a leader whom only that keeps out, the cheapest pair first. */
function listCandidates(board: Board, school: string): Change[] {
  const { instance } = board.model;
  const s = indexOfSchool(board, school);
  const host = schoolAt(board, s);
  if (board.reviewOf[s] !== undefined) throw new RangeError(`${school} has a review`);
  const seat = openSeat(board, s, 0);
  const excluded = instance.leaders.flatMap((_, l) => explainEmptySeat(seat, l) ?? []);
  const cheapest = (code: Exclusion['code']) => listCheapest(board, excluded, code, school);
  const hard = host.focus.filter(({ required }) => required && instance.config.focusHard);
  const { minHeads, reciprocal } = instance.config;
  const changes: Change[] = [
    ...cheapest('CAP').map((leaderId) => ({ kind: 'add-day', leaderId }) as const),
    ...cheapest('REPEAT').map((leaderId) => ({ kind: 'allow-repeat', leaderId, schoolId: school }) as const),
    { kind: 'allow-cluster', schoolId: school },
    { kind: 'free-dates', schoolId: school },
  ];
  if (minHeads > 0) changes.push({ kind: 'relax-rule', key: 'minHeads', value: minHeads - 1 });
  changes.push(...hard.map(({ area }) => ({ kind: 'soften-focus', schoolId: school, area }) as const));
  changes.push({ kind: 'allow-group', schoolId: school });
  if (reciprocal === 'forbid') changes.push({ kind: 'relax-rule', key: 'reciprocal', value: 'allow' });
  return changes;
}

function listCheapest(
  { model }: Board,
  excluded: readonly Exclusion[],
  code: Exclusion['code'],
  school: string,
): string[] {
  const { instance, facts } = model;
  const host = instance.schools.find(({ id }) => id === school);
  const ids = new Set(excluded.filter((one) => one.code === code).map(({ leader }) => leader));
  const costs = instance.leaders.flatMap((leader) =>
    ids.has(leader.id) && host ? [{ id: leader.id, cost: pairCost(facts, leader, host) }] : [],
  );
  return costs
    .sort((a, b) => a.cost - b.cost)
    .slice(0, leadersTried)
    .map(({ id }) => id);
}

/** Every review of the schedule locked but those that are free to move; only this school is in need of a review. */
function fixOthers(
  instance: Instance,
  schedule: Schedule,
  school: string,
  free: ReadonlySet<string>,
): Instance {
  const planned = new Set(schedule.reviews.map((review) => review.school));
  const { previous } = continueFrom(instance, schedule);
  return {
    ...instance,
    schools: instance.schools.map((one) =>
      one.id === school || planned.has(one.id) ? one : { ...one, receives: false },
    ),
    previous: [
      ...instance.previous.filter((review) => review.school === school && review.status !== 'locked'),
      ...previous.map((review) =>
        free.has(review.school) ? review : { ...review, status: 'locked' as const },
      ),
    ],
  };
}

/** The reviews of before first and in their order, so that two answers can be set side by side. */
function keepOrder(after: Schedule, before: Schedule): Schedule {
  const place = new Map(before.reviews.map(({ school }, i) => [school, i]));
  const rank = (school: string) => place.get(school) ?? before.reviews.length;
  return { ...after, reviews: [...after.reviews].sort((a, b) => rank(a.school) - rank(b.school)) };
}

function weigh(
  instance: Instance,
  before: Schedule,
  after: Schedule,
  school: string,
  change: Change,
): Relaxation | null {
  const difference = compareSchedules(instance, before, after);
  if (!difference.placed.includes(school) || difference.unplaced.length > 0) return null;
  if (change.kind === 'add-day' && !givesMore(before, after, change.leaderId)) return null;
  return {
    change,
    placed: school,
    reach: change.kind === 'relax-rule' ? 'season' : 'school',
    othersTouched: difference.changed.length,
    costDifference: difference.after.total - difference.before.total,
    schedule: { ...after, unscheduled: before.unscheduled.filter((one) => isOpen(after, one.school)) },
  };
}

/** A day more from a leader opens one of their unit too; if a colleague took that, nothing more came from the leader. */
function givesMore(before: Schedule, after: Schedule, leaderId: string): boolean {
  const given = ({ reviews }: Schedule) => reviews.filter(({ team }) => team.includes(leaderId)).length;
  return given(after) > given(before);
}

function isOpen({ reviews }: Schedule, school: string): boolean {
  return !reviews.some((review) => review.school === school);
}
