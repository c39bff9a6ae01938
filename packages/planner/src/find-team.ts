import { add, at } from './columns.ts';
import type { Model } from './compile.ts';
import { type Draft, loadStep } from './draft.ts';
import { freeWord, hasRoom, hostWord, isReciprocal, mayJoin } from './rules.ts';
import { findBestDay, type Search } from './search.ts';

/** The need for a head, beside the needs of a cover mask. */
export const headBit = 1 << 30;

/** Whether a leader meets one need of a host: a bit of the cover mask, or `headBit`. */
export function meetsNeed(model: Model, host: number, leader: number, bit: number): boolean {
  if (bit === headBit) return at(model.isHead, leader) === 1;
  return (at(model.cover, host * model.leaderCount + leader) & bit) !== 0;
}

/** One search for a team: whose capacity counts, whose calendar counts, and the host's needs, rarest first. */
interface Hunt {
  draft: Draft;
  calendar: Draft;
  search: Search;
  school: number;
  needs: number[];
  row: number;
}

/**
 * Finds a team and a day for a school without a review, and leaves the team in `search.team`. Returns the day, or -1.
 *
 * It looks through reviewers in order of cost, shaken by up to `jitter` points, and fills the rarest need first. To
 * explain a failure, `calendar` may be another draft than the one whose capacity counts. With `day` no other is looked at.
 */
export function findTeam(
  draft: Draft,
  search: Search,
  school: number,
  {
    jitter = 0,
    patience = 2000,
    calendar = draft,
    day = -1,
  }: { jitter?: number; patience?: number; calendar?: Draft; day?: number } = {},
): number {
  const { model } = draft;
  for (let w = 0; w < model.words; w++) {
    const only = day < 0 ? -1 : w === day >> 5 ? 1 << (day & 31) : 0;
    search.days[w] = hostWord(calendar, school, w) & only;
  }
  fillPool(draft, calendar, search, school, jitter);
  if (search.poolSize < model.teamSize) return -1;
  const hunt: Hunt = {
    draft,
    calendar,
    search,
    school,
    needs: rankNeeds(draft, search, school),
    row: school * model.leaderCount,
  };
  search.patience = patience;
  return extend(hunt, 0, { met: 0, heads: 0 }, 0);
}

function fillPool(draft: Draft, calendar: Draft, search: Search, school: number, jitter: number): void {
  const { model } = draft;
  const candidates = model.candidates[school] ?? new Int32Array(0);
  search.poolSize = 0;
  for (const l of candidates) {
    if (!hasRoom(draft, l) || isReciprocal(draft, school, l) || !sharesDay(calendar, search, l)) continue;
    const shaken = jitter > 0 ? search.random() * jitter : 0;
    const cost = at(model.pair, school * model.leaderCount + l) + loadStep(draft, l, 1) + shaken;
    insertByCost(search, l, cost);
  }
}

function sharesDay(calendar: Draft, search: Search, l: number): boolean {
  for (let w = 0; w < calendar.model.words; w++) {
    const word = at(search.days, w);
    if (word !== 0 && (word & freeWord(calendar, l, w)) !== 0) return true;
  }
  return false;
}

function insertByCost(search: Search, l: number, cost: number): void {
  let place = search.poolSize++;
  for (; place > 0 && (search.poolCost[place - 1] as number) > cost; place--) {
    search.poolCost[place] = search.poolCost[place - 1] as number;
    search.pool[place] = at(search.pool, place - 1);
  }
  search.poolCost[place] = cost;
  search.pool[place] = l;
}

/** The host's hard needs, those that fewest in the pool meet first. */
function rankNeeds({ model }: Draft, search: Search, school: number): number[] {
  const met = new Int32Array(32);
  for (let p = 0; p < search.poolSize; p++) {
    const l = at(search.pool, p);
    for (let mask = at(model.cover, school * model.leaderCount + l); mask !== 0; mask &= mask - 1) {
      add(met, 31 - Math.clz32(mask & -mask), 1);
    }
    if (at(model.isHead, l) === 1) add(met, 30, 1);
  }
  const needs: number[] = model.instance.config.minHeads > 0 ? [headBit] : [];
  for (let mask = at(model.required, school); mask !== 0; mask &= mask - 1) needs.push(mask & -mask);
  const rarity = (bit: number) => at(met, 31 - Math.clz32(bit));
  return needs.sort((a, b) => rarity(a) - rarity(b));
}

/** What the seated members bring: the needs they meet, a mask, and how many heads they are. */
interface Brought {
  met: number;
  heads: number;
}

/** Tries every reviewer of the pool in the next seat, deepest first. `from` keeps seats without a need in order. */
function extend(hunt: Hunt, size: number, brought: Brought, from: number): number {
  const { draft, search, school, needs } = hunt;
  const { teamSize, words } = draft.model;
  if (size === teamSize) return findBestDay(draft, search, school, search.team, size * words);
  const missing = needs.find((bit) => (brought.met & bit) === 0) ?? 0;
  for (let p = missing === 0 ? from : 0; p < search.poolSize; p++) {
    if (search.patience-- <= 0) return -1;
    const l = at(search.pool, p);
    const next = bring(hunt, brought, l);
    if (!isUseful(hunt, size, next, missing) || !fitsIn(hunt, size, l)) continue;
    search.team[size] = l;
    const day = extend(hunt, size + 1, next, missing === 0 ? p + 1 : 0);
    if (day >= 0) return day;
  }
  return -1;
}

function bring({ draft, row }: Hunt, { met, heads }: Brought, l: number): Brought {
  const isHead = at(draft.model.isHead, l);
  return { met: met | at(draft.model.cover, row + l) | (isHead * headBit), heads: heads + isHead };
}

/** Whether this seat meets the need it is for, and the seats left can still bring what else is missing. */
function isUseful({ draft, needs }: Hunt, size: number, { met, heads }: Brought, missing: number): boolean {
  if ((met & missing) !== missing) return false;
  const { teamSize, instance } = draft.model;
  const left = teamSize - size - 1;
  if (instance.config.minHeads - heads > left) return false;
  return left > 0 || needs.every((bit) => (met & bit) !== 0);
}

/** Whether a reviewer can sit beside those seated, and a day is left. */
function fitsIn(hunt: Hunt, size: number, l: number): boolean {
  return mayJoin(hunt.draft, hunt.search.team, size, l) && narrowDays(hunt, size, l);
}

/** Writes the days left after one more reviewer into the next row. Returns false if none is left. */
function narrowDays({ calendar, search }: Hunt, size: number, l: number): boolean {
  const { words } = calendar.model;
  let any = 0;
  for (let w = 0; w < words; w++) {
    const before = at(search.days, size * words + w);
    const word = before === 0 ? 0 : before & freeWord(calendar, l, w);
    search.days[(size + 1) * words + w] = word;
    any |= word;
  }
  return any !== 0;
}
