import { at, hasDay } from './columns.ts';
import type { Model } from './compile.ts';
import { type Draft, spreadStep } from './draft.ts';
import type { Random } from './random.ts';
import { freeWord, hasRoom, hostWord, isReciprocal, mayJoin, meetsNeeds } from './rules.ts';

/** Scratch space of one engine run, so that the hot loop allocates nothing. */
export interface Search {
  random: Random;
  /** The team that the last search found or is trying. */
  team: Int32Array;
  /** Set of days, one row for each depth of the team. */
  days: Int32Array;
  pool: Int32Array;
  poolSize: number;
  poolCost: Float64Array;
  /** Steps that a search for a team may still take. */
  patience: number;
}

export function createSearch(model: Model, random: Random): Search {
  return {
    random,
    team: new Int32Array(model.teamWidth),
    days: new Int32Array((model.teamSize + 2) * model.words),
    pool: new Int32Array(model.leaderCount),
    poolSize: 0,
    poolCost: new Float64Array(model.leaderCount),
    patience: 0,
  };
}

/** The cheapest day of a set for this team, -1 if the set is empty. Ties fall by chance. */
export function findBestDay(
  draft: Draft,
  search: Search,
  s: number,
  team: Int32Array,
  start: number,
): number {
  const { model } = draft;
  const { leaderAvoid } = model.instance.config.weights;
  let best = -1;
  let bestCost = Infinity;
  for (let w = 0; w < model.words; w++) {
    for (let word = at(search.days, start + w); word !== 0; word &= word - 1) {
      const d = w * 32 + 31 - Math.clz32(word & -word);
      let cost = at(model.dateCost, s * model.dayCount + d) + spreadStep(draft, s, d);
      for (let i = 0; i < model.teamSize; i++) {
        if (hasDay(model.leaderAvoids, at(team, i) * model.words, d)) cost += leaderAvoid;
      }
      if (cost > bestCost || (cost === bestCost && search.random() > 0.2)) continue;
      best = d;
      bestCost = cost;
    }
  }
  return best;
}

/**
 * Judges a whole team against every rule as the draft stands, with the host's own review lifted. Returns the day to
 * seat it on, `wish` if that day works and the cheapest otherwise, or -1 if the team or the days forbid it.
 */
export function settle(draft: Draft, search: Search, s: number, team: Int32Array, wish: number): number {
  const { model } = draft;
  if (!meetsNeeds(model, s, team, model.teamSize)) return -1;
  for (let i = 0; i < model.teamSize; i++) {
    const l = at(team, i);
    if (!hasRoom(draft, l) || !mayJoin(draft, team, i, l) || isReciprocal(draft, s, l)) return -1;
  }
  if (wish >= 0 && isOpen(draft, s, team, wish)) return wish;
  intersectDays(draft, search, s, team);
  return findBestDay(draft, search, s, team, 0);
}

/** Whether the host and the whole team are free on one day. */
export function isOpen(draft: Draft, s: number, team: Int32Array, d: number): boolean {
  const w = d >> 5;
  let word = hostWord(draft, s, w);
  for (let i = 0; i < draft.model.teamSize; i++) word &= freeWord(draft, at(team, i), w);
  return ((word >>> (d & 31)) & 1) === 1;
}

/** Whether a leader is free on one day and may leave every home. */
export function isFreeOn(draft: Draft, l: number, d: number): boolean {
  return ((freeWord(draft, l, d >> 5) >>> (d & 31)) & 1) === 1;
}

/** Leaves in the first row of `search.days` the days on which host and team are all free. */
export function intersectDays(draft: Draft, search: Search, s: number, team: Int32Array): void {
  const { words, teamSize } = draft.model;
  for (let w = 0; w < words; w++) {
    let word = hostWord(draft, s, w);
    for (let i = 0; i < teamSize && word !== 0; i++) word &= freeWord(draft, at(team, i), w);
    search.days[w] = word;
  }
}
