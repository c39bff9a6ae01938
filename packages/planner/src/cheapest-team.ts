import { at, hasDay } from './columns.ts';
import type { Model } from './compile.ts';
import type { Draft } from './draft.ts';
import { headBit, meetsNeed } from './find-team.ts';
import { isReciprocal, mayJoin, meetsNeeds } from './rules.ts';
import { intersectDays, type Search } from './search.ts';

/** A school's cheapest team under prices: exact, unless the patience runs out; `cost` is then still no more than it. */
export interface CheapestTeam {
  cost: number;
  /** Empty where no team is cheaper than the limit. */
  team: number[];
}

interface Hunt {
  draft: Draft;
  search: Search;
  host: number;
  /** Candidates by rising price, and their prices. */
  pool: Int32Array;
  prices: Float64Array;
  scale: number;
  /** The least that day and team cost apart from the prices. */
  floor: number;
  /** The host's hard needs, and for each the place in the pool of the next who meets it, from every place on. */
  needs: number[];
  next: Int32Array[];
  best: CheapestTeam;
  patience: number;
  hasCosts: boolean;
}

export interface PricedPool {
  pool: Int32Array;
  prices: Float64Array;
}

/**
 * The cheapest team that a host may have by every rule on its own (SIZE, HEADS, LEAD, PHASE, FOCUS, HOME2, OUT, a
 * common day) beside the reviews of the draft. Costs are whole numbers times `scale`; `limit` is what going without costs.
 */
export function findCheapestTeam(
  draft: Draft,
  search: Search,
  host: number,
  { pool, prices }: PricedPool,
  {
    scale,
    floor,
    limit,
    hasCosts,
    patience = 20_000,
  }: { scale: number; floor: number; limit: number; hasCosts: boolean; patience?: number },
): CheapestTeam {
  const needs = listNeeds(draft.model, host);
  const hunt: Hunt = {
    draft,
    search,
    host,
    pool,
    prices,
    scale,
    floor,
    needs,
    next: needs.map((bit) => listNext(draft.model, host, pool, bit)),
    best: { cost: limit, team: [] },
    patience,
    hasCosts,
  };
  extend(hunt, 0, 0, floor, 0);
  if (hunt.patience > 0) return hunt.best;
  return { cost: Math.min(hunt.best.cost, sumOfCheapest(hunt)), team: hunt.best.team };
}

function listNeeds({ required, instance }: Model, host: number): number[] {
  const needs = instance.config.minHeads > 0 ? [headBit] : [];
  for (let mask = at(required, host); mask !== 0; mask &= mask - 1) needs.push(mask & -mask);
  return needs;
}

function listNext(model: Model, host: number, pool: Int32Array, bit: number): Int32Array {
  const next = new Int32Array(pool.length + 1).fill(pool.length);
  for (let p = pool.length - 1; p >= 0; p--) {
    next[p] = meetsNeed(model, host, at(pool, p), bit) ? p : at(next, p + 1);
  }
  return next;
}

/** No team costs less than the cheapest seats together. */
function sumOfCheapest({ draft: { model }, prices, floor }: Hunt): number {
  let sum = floor;
  for (let i = 0; i < model.teamSize; i++) sum += prices[i] ?? Number.POSITIVE_INFINITY;
  return sum;
}

/** `met` holds, bit by bit, which of `needs` the seated meet. */
function extend(hunt: Hunt, size: number, from: number, cost: number, met: number): void {
  const { draft, search, pool, prices, needs, best } = hunt;
  const { teamSize } = draft.model;
  if (size === teamSize) {
    weighTeam(hunt, cost);
    return;
  }
  const left = teamSize - size;
  for (let p = from; p <= pool.length - left; p++) {
    // The pool rises in price: nothing further on can be cheaper.
    if (cost + leastOfRest(hunt, p, left, met) >= best.cost) return;
    if (hunt.patience-- <= 0) return;
    const leader = at(pool, p);
    const now = met | metBy(hunt, leader);
    if (left === 1 && now !== (1 << needs.length) - 1) continue;
    if (!mayJoin(draft, search.team, size, leader)) continue;
    search.team[size] = leader;
    extend(hunt, size + 1, p + 1, cost + (prices[p] as number), now);
  }
}

function metBy({ draft, host, needs }: Hunt, leader: number): number {
  let met = 0;
  for (let k = 0; k < needs.length; k++) {
    if (meetsNeed(draft.model, host, leader, needs[k] as number)) met |= 1 << k;
  }
  return met;
}

/** What the seats left cost at least: the cheapest from `p` on, one of them the dearest need still to be met. */
function leastOfRest({ prices, next, pool }: Hunt, p: number, left: number, met: number): number {
  let dearest = 0;
  for (let k = 0; k < next.length; k++) {
    if (((met >>> k) & 1) === 1) continue;
    const place = at(next[k] as Int32Array, p);
    if (place === pool.length) return Number.POSITIVE_INFINITY;
    dearest = Math.max(dearest, place - p);
  }
  let sum = prices[p + Math.max(left - 1, dearest)] as number;
  for (let i = 0; i < left - 1; i++) sum += prices[p + i] as number;
  return sum;
}

function weighTeam(hunt: Hunt, seats: number): void {
  const { draft, search, host, scale, floor, best } = hunt;
  const { model } = draft;
  if (!meetsNeeds(model, host, search.team, model.teamSize)) return;
  const own = costOfTeam(hunt);
  if (own === null) return;
  const cost = seats - floor + own * scale;
  if (cost >= best.cost) return;
  best.cost = cost;
  best.team = Array.from(search.team.subarray(0, model.teamSize));
}

/** What a team costs beside its pairs: base, best day, missed focus. Null where it has no day. */
function costOfTeam({ draft, search, host, hasCosts }: Hunt): number | null {
  const { model } = draft;
  const { team, days } = search;
  const { leaderAvoid, focusMiss } = model.instance.config.weights;
  intersectDays(draft, search, host, team);
  let least = Number.POSITIVE_INFINITY;
  for (let w = 0; w < model.words; w++) {
    for (let word = at(days, w); word !== 0; word &= word - 1) {
      const d = w * 32 + 31 - Math.clz32(word & -word);
      let cost = at(model.dateCost, host * model.dayCount + d);
      for (let i = 0; i < model.teamSize; i++) {
        if (hasDay(model.leaderAvoids, at(team, i) * model.words, d)) cost += leaderAvoid;
      }
      least = Math.min(least, cost);
    }
  }
  if (least === Number.POSITIVE_INFINITY) return null;
  if (!hasCosts) return 0;
  let met = 0;
  for (let i = 0; i < model.teamSize; i++) met |= at(model.cover, host * model.leaderCount + at(team, i));
  let missed = 0;
  for (let mask = at(model.wanted, host) & ~met; mask !== 0; mask &= mask - 1) missed += focusMiss;
  return at(model.base, host) + least + missed;
}

/** The candidates of a host by rising price. */
export function priceCandidates(draft: Draft, host: number, priceOf: (leader: number) => number): PricedPool {
  const found: { leader: number; price: number }[] = [];
  for (const leader of draft.model.candidates[host] ?? []) {
    if (!isReciprocal(draft, host, leader)) found.push({ leader, price: priceOf(leader) });
  }
  found.sort((a, b) => a.price - b.price || a.leader - b.leader);
  return {
    pool: Int32Array.from(found, ({ leader }) => leader),
    prices: Float64Array.from(found, ({ price }) => price),
  };
}
