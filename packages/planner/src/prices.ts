import { findCheapestTeam, type PricedPool, priceCandidates } from './cheapest-team.ts';
import { at } from './columns.ts';
import type { Model } from './compile.ts';
import { leastDateCost } from './date-cost.ts';
import { type Draft, loadSteps, reviewCost, totalLoadCost } from './draft.ts';
import type { Search } from './search.ts';
import { pairKey } from './team-rows.ts';

/**
 * Prices on what reviews share: a review of a leader, a day of a unit, two schools reviewing each other. Whole numbers,
 * in cost points times `priceScale`. Any prices prove a bound; good ones prove a good one.
 */
export interface Prices {
  leader: Float64Array;
  /** Never below 0. */
  unit: Float64Array;
  /** By `pairKey`, never below 0. */
  pairs: Map<number, number>;
}

/** Prices are whole numbers of 1/1024 of a cost point, so that the sums are exact. */
export const priceScale = 1024;

/** What a leader's next review does to the cost of their load: below 0 while it brings them nearer to their target. */
export function firstStep(base: Draft, leader: number, hasCosts: boolean): number {
  return hasCosts ? (loadSteps(base, leader)[0]?.cost ?? 0) : 0;
}

/** The prices of a season in which nobody is wanted twice. */
export function noPrices(base: Draft, hasCosts: boolean): Prices {
  const { model } = base;
  return {
    leader: Float64Array.from(
      { length: model.leaderCount },
      (_, l) => firstStep(base, l, hasCosts) * priceScale,
    ),
    unit: new Float64Array(model.unitMax.length),
    pairs: new Map(),
  };
}

export interface Proof {
  /** What no plan costs less than, each school without a review counted at the penalty; in cost points × `priceScale`. */
  value: number;
  /** leader: how often the cheapest teams use them, less what the leader would give at these prices. */
  excess: Int32Array;
  /** unit: how often the cheapest teams use it. */
  used: Int32Array;
}

/**
 * Proves what every plan costs at least (Lagrangian relaxation of what reviews share: capacity, pools, reciprocity;
 * exclusivity of days is left out). Each school takes its cheapest team at the prices, each leader gives what is
 * cheapest; the sum, in whole numbers, is below any plan's cost whatever the prices are.
 */
export function proveCost(
  base: Draft,
  search: Search,
  prices: Prices,
  penalty: number,
  hasCosts: boolean,
): Proof {
  const { model } = base;
  const used = new Int32Array(model.unitMax.length);
  const excess = new Int32Array(model.leaderCount);
  let value = hasCosts ? fixedCost(base) * priceScale : 0;
  for (const host of model.hosts) {
    const floor = hasCosts ? (at(model.base, host) + leastDateCost(model, host)) * priceScale : 0;
    const { cost, team } = findCheapestTeam(base, search, host, pricedPool(base, host, prices, hasCosts), {
      scale: priceScale,
      floor,
      limit: penalty * priceScale,
      hasCosts,
    });
    value += cost;
    for (const l of team) {
      excess[l] = at(excess, l) + 1;
      used[at(model.unitOf, l)] = at(used, at(model.unitOf, l)) + 1;
    }
  }
  for (let l = 0; l < model.leaderCount; l++) {
    const { cost, reviews } = cheapestLoad(base, l, prices.leader[l] ?? 0, hasCosts);
    value += cost;
    excess[l] = at(excess, l) - reviews;
  }
  for (let u = 0; u < model.unitMax.length; u++) {
    value -= (prices.unit[u] ?? 0) * Math.max(0, at(model.unitMax, u) - at(base.unitLoad, u));
  }
  for (const price of prices.pairs.values()) value -= price;
  return { value, excess, used };
}

/** The locked reviews, and every leader's load as it is with them alone. */
function fixedCost(base: Draft): number {
  const { model } = base;
  let cost = totalLoadCost(base);
  for (const { school, day, team } of model.locked)
    cost += reviewCost(model, school, day, Int32Array.from(team), team.length);
  return cost;
}

function pricedPool(base: Draft, host: number, prices: Prices, hasCosts: boolean): PricedPool {
  const { model } = base;
  const row = host * model.leaderCount;
  return priceCandidates(base, host, (l) => {
    const own = hasCosts ? at(model.pair, row + l) * priceScale : 0;
    return (
      own +
      (prices.leader[l] ?? 0) +
      (prices.unit[at(model.unitOf, l)] ?? 0) +
      pairPrice(model, prices, host, l)
    );
  });
}

function pairPrice(model: Model, { pairs }: Prices, host: number, l: number): number {
  if (pairs.size === 0) return 0;
  let price = 0;
  const last = at(model.homeStart, l + 1);
  for (let k = at(model.homeStart, l); k < last; k++)
    price += pairs.get(pairKey(model, host, at(model.homes, k))) ?? 0;
  return price;
}

/** How many reviews more a leader gives when each earns `price`, and what that costs. */
function cheapestLoad(
  base: Draft,
  l: number,
  price: number,
  hasCosts: boolean,
): { cost: number; reviews: number } {
  const found = { cost: 0, reviews: 0 };
  for (const step of loadSteps(base, l)) {
    const each = (hasCosts ? step.cost * priceScale : 0) - price;
    if (each >= 0) break;
    found.cost += each * step.reviews;
    found.reviews += step.reviews;
  }
  return found;
}

/** Prices found without a solver, by following the excess (subgradient steps towards `target`, a plan's cost). */
export function findPrices(
  base: Draft,
  search: Search,
  {
    penalty,
    target,
    rounds,
    shouldStop,
  }: { penalty: number; target: number; rounds: number; shouldStop: () => boolean },
): Prices {
  const prices = noPrices(base, true);
  let best = copyPrices(prices);
  let bestValue = Number.NEGATIVE_INFINITY;
  let pace = 1;
  for (let round = 0; round < rounds && !shouldStop(); round++) {
    const proof = proveCost(base, search, prices, penalty, true);
    if (proof.value > bestValue) {
      bestValue = proof.value;
      best = copyPrices(prices);
    } else pace *= 0.9;
    if (!follow(base, prices, proof, pace * Math.max(priceScale, target * priceScale - proof.value))) break;
  }
  return best;
}

function copyPrices({ leader, unit, pairs }: Prices): Prices {
  return { leader: leader.slice(), unit: unit.slice(), pairs: new Map(pairs) };
}

/** Raises the price of what is used too much and lowers it of the rest. Returns false where there is nothing to follow. */
function follow({ model, unitLoad }: Draft, prices: Prices, { excess, used }: Proof, way: number): boolean {
  const over = used.map((count, u) => count - Math.max(0, at(model.unitMax, u) - at(unitLoad, u)));
  let square = 0;
  for (const amount of excess) square += amount * amount;
  over.forEach((amount, u) => {
    if (amount > 0 || (prices.unit[u] ?? 0) > 0) square += amount * amount;
  });
  if (square === 0) return false;
  const step = way / square;
  prices.leader = prices.leader.map((price, l) => Math.round(price + step * at(excess, l)));
  prices.unit = prices.unit.map((price, u) => Math.max(0, Math.round(price + step * at(over, u))));
  return true;
}
