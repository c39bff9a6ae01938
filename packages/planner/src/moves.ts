import { at } from './columns.ts';
import { type Draft, lift, loadStep, reviewCost, seat } from './draft.ts';
import { findTeam } from './find-team.ts';
import { pick, type Random } from './random.ts';
import { findBestDay, intersectDays, type Search, settle } from './search.ts';

/** A draft under local search. A move changes the draft and is kept if it costs no more than `limit`, else undone. */
export interface Bench {
  draft: Draft;
  search: Search;
  random: Random;
  /** What a school without a review costs, against the soft cost. */
  penalty: number;
  /** Scratch teams: as they were, and as they are tried. */
  wasA: Int32Array;
  wasB: Int32Array;
  tryA: Int32Array;
  tryB: Int32Array;
}

export function createBench(draft: Draft, search: Search, penalty: number): Bench {
  const scratch = () => new Int32Array(draft.model.teamWidth);
  return {
    draft,
    search,
    random: search.random,
    penalty,
    wasA: scratch(),
    wasB: scratch(),
    tryA: scratch(),
    tryB: scratch(),
  };
}

/** Soft cost and the penalty for every school without a review. */
export function weigh({ draft, penalty }: Bench): number {
  return draft.cost + penalty * draft.unplaced;
}

/** Moves a review to another day on which host and team are free. */
export function moveDay({ draft, search, wasA }: Bench, s: number, limit: number): void {
  const { model } = draft;
  const before = draft.cost;
  const day = lift(draft, s, wasA);
  intersectDays(draft, search, s, wasA);
  const best = findBestDay(draft, search, s, wasA, 0);
  seat(draft, s, best, wasA, model.teamSize);
  if (draft.cost - before <= limit) return;
  lift(draft, s, wasA);
  seat(draft, s, day, wasA, model.teamSize);
}

/** Puts another reviewer into one seat; one without room is first taken from another review (`steal`). */
export function swapReviewer(bench: Bench, s: number, slot: number, l: number, limit: number): void {
  const { draft, search, wasA, tryA } = bench;
  const { model } = draft;
  const row = s * model.leaderCount;
  const leaving = at(draft.team, s * model.teamWidth + slot);
  if (isSeated(draft, s, l)) return;
  const gain = at(model.pair, row + l) - at(model.pair, row + leaving);
  if (!canGive(draft, l, leaving)) {
    steal(bench, s, slot, l, gain, limit);
    return;
  }
  const loads = loadStep(draft, l, 1) + loadStep(draft, leaving, -1);
  if (gain + loads - looseCost(draft, s) > limit) return;
  const before = draft.cost;
  const day = lift(draft, s, wasA);
  tryA.set(wasA);
  tryA[slot] = l;
  const next = settle(draft, search, s, tryA, day);
  if (next >= 0) {
    seat(draft, s, next, tryA, model.teamSize);
    if (draft.cost - before <= limit) return;
    lift(draft, s, tryA);
  }
  seat(draft, s, day, wasA, model.teamSize);
}

function isSeated({ model, size, team }: Draft, s: number, l: number): boolean {
  const row = s * model.teamWidth;
  for (let i = 0; i < at(size, s); i++) if (at(team, row + i) === l) return true;
  return false;
}

/** CAP, once `leaving` has given the seat up. */
function canGive({ model, load, unitLoad }: Draft, l: number, leaving: number): boolean {
  const unit = at(model.unitOf, l);
  const back = at(model.unitOf, leaving) === unit ? 1 : 0;
  return at(load, l) < at(model.maxReviews, l) && at(unitLoad, unit) - back < at(model.unitMax, unit);
}

/** What another team might save on date, avoidance and focus. */
function looseCost({ model, team, day }: Draft, s: number): number {
  const row = s * model.teamWidth;
  const members = team.subarray(row, row + model.teamSize);
  let cost = reviewCost(model, s, at(day, s), members, model.teamSize) - at(model.base, s);
  for (const l of members) cost -= at(model.pair, s * model.leaderCount + l);
  return cost;
}

/**
 * Seats a reviewer who has no room left: they, or a colleague of the same unit, give up a seat elsewhere, and that
 * seat goes to the reviewer who was pushed out here or to another candidate.
 */
function steal(bench: Bench, s: number, slot: number, l: number, gain: number, limit: number): void {
  const { draft, random } = bench;
  const { model } = draft;
  const giver = at(draft.load, l) >= at(model.maxReviews, l) ? l : pickColleague(draft, random, l);
  if (giver < 0) return;
  const other = at(draft.serves, giver * draft.serveStride + pick(random, at(draft.load, giver)));
  if (other === s || isLocked(draft, other)) return;
  const pushed = at(draft.team, s * model.teamWidth + slot);
  const freed = at(model.pair, other * model.leaderCount + giver);
  const next = pickSuccessor(bench, other, pushed, limit - gain + freed);
  if (next >= 0) exchange(bench, s, slot, l, other, giver, next, limit);
}

function isLocked({ model }: Draft, s: number): boolean {
  return at(model.isLocked, s) === 1;
}

/** Someone of the leader's unit, the leader included, who serves somewhere. */
function pickColleague({ model, load }: Draft, random: Random, l: number): number {
  const colleagues = model.colleagues[at(model.unitOf, l)] ?? [];
  const start = pick(random, colleagues.length);
  for (let k = 0; k < colleagues.length; k++) {
    const colleague = colleagues[(start + k) % colleagues.length] as number;
    if (at(load, colleague) > 0) return colleague;
  }
  return -1;
}

/** Who takes the freed seat: the pushed-out reviewer if cheap enough, else a cheap candidate with room, else -1. */
function pickSuccessor({ draft, random }: Bench, s: number, pushed: number, limit: number): number {
  const { model } = draft;
  const row = s * model.leaderCount;
  const candidates = model.candidates[s] ?? new Int32Array(0);
  if (at(model.pair, row + pushed) <= limit && random() < 0.6) return pushed;
  for (let tries = 0; tries < 8; tries++) {
    const chance = random();
    const l = at(candidates, Math.floor(chance * chance * candidates.length));
    const dear = at(model.pair, row + l) > limit + 120;
    if (!dear && canGive(draft, l, pushed) && !isSeated(draft, s, l)) return l;
  }
  return -1;
}

/** Two reviews at once: `l` into one seat of `a`, `next` into the seat of `giver` at `b`. */
function exchange(
  bench: Bench,
  a: number,
  slot: number,
  l: number,
  b: number,
  giver: number,
  next: number,
  limit: number,
): void {
  const { draft, search, wasA, wasB, tryA, tryB } = bench;
  const { teamSize } = draft.model;
  const before = draft.cost;
  const dayA = lift(draft, a, wasA);
  const dayB = lift(draft, b, wasB);
  tryA.set(wasA);
  tryA[slot] = l;
  tryB.set(wasB);
  tryB[wasB.indexOf(giver)] = next;
  const newA = settle(draft, search, a, tryA, dayA);
  if (newA >= 0) {
    seat(draft, a, newA, tryA, teamSize);
    const newB = settle(draft, search, b, tryB, dayB);
    if (newB >= 0) {
      seat(draft, b, newB, tryB, teamSize);
      if (draft.cost - before <= limit) return;
      lift(draft, b, tryB);
    }
    lift(draft, a, tryA);
  }
  seat(draft, a, dayA, wasA, teamSize);
  seat(draft, b, dayB, wasB, teamSize);
}

/**
 * Places a school that has no review. If there is no free team, it takes the place of another review that uses one of
 * its candidates, and that school is placed anew, or left out in its turn.
 */
export function insertSchool(bench: Bench, s: number, limit: number): void {
  const { draft, search, random, wasB } = bench;
  const { model } = draft;
  const before = weigh(bench);
  const day = findTeam(draft, search, s, { jitter: 200, patience: 600 });
  if (day >= 0) {
    seat(draft, s, day, search.team, model.teamSize);
    return;
  }
  const other = pickRival(draft, random, s);
  if (other < 0) return;
  const dayB = lift(draft, other, wasB);
  const next = findTeam(draft, search, s, { jitter: 200, patience: 600 });
  if (next >= 0) {
    seat(draft, s, next, search.team, model.teamSize);
    const again = findTeam(draft, search, other, { jitter: 200, patience: 600 });
    if (again >= 0) seat(draft, other, again, search.team, model.teamSize);
    if (weigh(bench) - before <= limit) return;
    if (again >= 0) lift(draft, other, search.team);
    lift(draft, s, search.team);
  }
  seat(draft, other, dayB, wasB, model.teamSize);
}

/** A review, not locked, on which one of the school's candidates or a colleague of theirs serves. */
export function pickRival(draft: Draft, random: Random, s: number): number {
  const candidates = draft.model.candidates[s] ?? new Int32Array(0);
  if (candidates.length === 0) return -1;
  const l = pickColleague(draft, random, at(candidates, pick(random, candidates.length)));
  if (l < 0) return -1;
  const other = at(draft.serves, l * draft.serveStride + pick(random, at(draft.load, l)));
  return isLocked(draft, other) ? -1 : other;
}
