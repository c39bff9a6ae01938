import { add, at, hasDay, setDay } from './columns.ts';
import type { Model } from './compile.ts';

/** A season being planned. It changes only through `seat` and `lift`, which keep every table and the cost in step. */
export interface Draft {
  model: Model;
  /** school: index of the review day, -1 where there is none. */
  day: Int32Array;
  /** school: how many reviewers are seated; 0 where there is no review. */
  size: Int32Array;
  /** school × teamWidth: the seated reviewers. */
  team: Int32Array;
  /** leader, unit: reviews so far. */
  load: Int32Array;
  unitLoad: Int32Array;
  /** leader × stride: the hosts that the leader reviews. */
  serves: Int32Array;
  serveStride: number;
  /** school × day: heads and deputies who are out. */
  headsOut: Int32Array;
  deputiesOut: Int32Array;
  /** (deputies, then heads) × school: days on which no further one of them may leave (DOUBLE, OUT, HOSTHEAD). */
  closed: Int32Array;
  /** school: days on which a head is out, so that it cannot host. */
  headAway: Int32Array;
  /** cluster × term: reviews so far. */
  termCount: Int32Array;
  /** Soft cost of what is seated, load and spread included. */
  cost: number;
  /** Schools that receive and have no review. */
  unplaced: number;
}

/** A draft that holds the locked reviews and nothing else. */
export function createDraft(model: Model): Draft {
  const { schoolCount, leaderCount, dayCount, words, teamWidth, locked, instance } = model;
  const lockedLoad = new Int32Array(leaderCount);
  for (const { team } of locked) for (const l of team) add(lockedLoad, l, 1);
  const serveStride = model.maxReviews.reduce((most, max, l) => Math.max(most, max, at(lockedLoad, l)), 1);
  const draft: Draft = {
    model,
    day: new Int32Array(schoolCount).fill(-1),
    size: new Int32Array(schoolCount),
    team: new Int32Array(schoolCount * teamWidth),
    load: new Int32Array(leaderCount),
    unitLoad: new Int32Array(model.unitMax.length),
    serves: new Int32Array(leaderCount * serveStride),
    serveStride,
    headsOut: new Int32Array(schoolCount * dayCount),
    deputiesOut: new Int32Array(schoolCount * dayCount),
    closed: new Int32Array(2 * schoolCount * words),
    headAway: new Int32Array(schoolCount * words),
    termCount: new Int32Array(model.spreadLow.length),
    cost: 0,
    unplaced: model.hosts.length + locked.length,
  };
  for (let s = 0; s < schoolCount; s++) for (let d = 0; d < dayCount; d++) refreshDay(draft, s, d);
  instance.leaders.forEach((leader, l) => {
    if (leader.trainedOn !== null && leader.maxReviews > 0) draft.cost += loadCost(model, l, 0);
  });
  for (let cell = 0; cell < draft.termCount.length; cell++) draft.cost += spreadCost(model, cell, 0);
  for (const review of locked)
    seat(draft, review.school, review.day, Int32Array.from(review.team), review.team.length);
  return draft;
}

/** Load cost of one leader after so many reviews. */
function loadCost({ instance, target }: Model, l: number, reviews: number): number {
  return instance.config.weights.load * Math.abs(2 * reviews - at(target, l));
}

/** What one review more (or, with `step` -1, one fewer) does to a leader's load cost. */
export function loadStep({ model, load }: Draft, l: number, step: 1 | -1): number {
  const reviews = at(load, l);
  return loadCost(model, l, reviews + step) - loadCost(model, l, reviews);
}

/** A leader's reviews still to give, in steps of rising cost: so many reviews at so much each. */
export function loadSteps({ model, load }: Draft, l: number): { cost: number; reviews: number }[] {
  const steps: { cost: number; reviews: number }[] = [];
  for (let reviews = at(load, l); reviews < at(model.maxReviews, l); reviews++) {
    const cost = loadCost(model, l, reviews + 1) - loadCost(model, l, reviews);
    const last = steps.at(-1);
    if (last?.cost === cost) last.reviews++;
    else steps.push({ cost, reviews: 1 });
  }
  return steps;
}

/** What all the loads of a draft cost. */
export function totalLoadCost({ model, load }: Draft): number {
  let cost = 0;
  for (let l = 0; l < model.leaderCount; l++)
    if (isCounted(model, l)) cost += loadCost(model, l, at(load, l));
  return cost;
}

function spreadCost({ instance, spreadLow, spreadHigh }: Model, cell: number, count: number): number {
  const over = Math.max(0, count - at(spreadHigh, cell));
  return instance.config.weights.spread * (over + Math.max(0, at(spreadLow, cell) - count));
}

/** What one review more of school `s` on day `d` does to the spread over terms. */
export function spreadStep({ model, termCount }: Draft, s: number, d: number): number {
  const cell = spreadCell(model, s, d);
  const count = at(termCount, cell);
  return spreadCost(model, cell, count + 1) - spreadCost(model, cell, count);
}

function spreadCell({ clusterOf, termOf, instance }: Model, s: number, d: number): number {
  return at(clusterOf, s) * instance.calendar.terms.length + at(termOf, d);
}

/** Seats a legal review. `team` holds the reviewers in its first `size` cells. */
export function seat(draft: Draft, s: number, d: number, team: Int32Array, size: number): void {
  const { model } = draft;
  const row = s * model.teamWidth;
  for (let i = 0; i < size; i++) draft.team[row + i] = at(team, i);
  draft.size[s] = size;
  draft.unplaced--;
  draft.day[s] = d;
  for (let i = 0; i < size; i++) {
    const l = at(team, i);
    if (isCounted(model, l)) draft.cost += loadStep(draft, l, 1);
    draft.serves[l * draft.serveStride + at(draft.load, l)] = s;
    add(draft.load, l, 1);
    add(draft.unitLoad, at(model.unitOf, l), 1);
    if (d >= 0) countOut(draft, l, d, 1);
  }
  if (d >= 0) {
    draft.cost += spreadStep(draft, s, d);
    add(draft.termCount, spreadCell(model, s, d), 1);
    refreshDay(draft, s, d);
  }
  draft.cost += reviewCost(model, s, d, team, size);
}

/** Takes a review away again and copies its team into `team`. Returns the day it had. */
export function lift(draft: Draft, s: number, team: Int32Array): number {
  const { model } = draft;
  const row = s * model.teamWidth;
  const size = at(draft.size, s);
  const d = at(draft.day, s);
  draft.size[s] = 0;
  draft.day[s] = -1;
  draft.unplaced++;
  for (let i = 0; i < size; i++) {
    const l = at(draft.team, row + i);
    team[i] = l;
    if (isCounted(model, l)) draft.cost += loadStep(draft, l, -1);
    add(draft.load, l, -1);
    add(draft.unitLoad, at(model.unitOf, l), -1);
    forget(draft, l, s);
    countOut(draft, l, d, -1);
  }
  add(draft.termCount, spreadCell(model, s, d), -1);
  draft.cost -= spreadStep(draft, s, d);
  refreshDay(draft, s, d);
  draft.cost -= reviewCost(model, s, d, team, size);
  return d;
}

function isCounted({ instance, maxReviews }: Model, l: number): boolean {
  return at(maxReviews, l) > 0 && instance.leaders[l]?.trainedOn !== null;
}

function forget({ serves, serveStride, load }: Draft, l: number, s: number): void {
  const start = l * serveStride;
  const last = start + at(load, l);
  for (let k = start; k < last; k++) {
    if (at(serves, k) === s) serves[k] = at(serves, last);
  }
}

/** Pair, date, avoidance, focus and change: what one review costs by itself, whatever else is planned. */
export function reviewCost(model: Model, s: number, d: number, team: Int32Array, size: number): number {
  const { leaderCount, words, instance } = model;
  const { weights } = instance.config;
  let cost = at(model.base, s);
  let met = 0;
  for (let i = 0; i < size; i++) {
    const l = at(team, i);
    const pair = at(model.pair, s * leaderCount + l);
    if (pair < 0x7fffffff) cost += pair;
    met |= at(model.cover, s * leaderCount + l);
    if (d >= 0 && hasDay(model.leaderAvoids, l * words, d)) cost += weights.leaderAvoid;
  }
  if (d >= 0) cost += at(model.dateCost, s * model.dayCount + d);
  const missed = at(model.wanted, s) & ~met;
  if (missed !== 0) for (let bit = missed; bit !== 0; bit &= bit - 1) cost += weights.focusMiss;
  return cost;
}

function countOut(draft: Draft, l: number, d: number, step: 1 | -1): void {
  const { homeStart, homes, isHead, dayCount } = draft.model;
  const out = at(isHead, l) === 1 ? draft.headsOut : draft.deputiesOut;
  const last = at(homeStart, l + 1);
  for (let k = at(homeStart, l); k < last; k++) {
    const home = at(homes, k);
    add(out, home * dayCount + d, step);
    refreshDay(draft, home, d);
  }
}

/** Works out again who may still leave school `s` on day `d`, and whether it could host. */
function refreshDay(draft: Draft, s: number, d: number): void {
  const { words, dayCount, schoolCount, maxOut, instance } = draft.model;
  const heads = at(draft.headsOut, s * dayCount + d);
  const deputies = at(draft.deputiesOut, s * dayCount + d);
  const full = heads + deputies >= at(maxOut, s);
  const hosting = instance.config.hostHeadHome && at(draft.day, s) === d;
  setDay(draft.closed, s * words, d, full || deputies > 0);
  setDay(draft.closed, (schoolCount + s) * words, d, full || heads > 0 || hosting);
  setDay(draft.headAway, s * words, d, heads > 0);
}
