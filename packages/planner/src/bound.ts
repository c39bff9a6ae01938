import type { Draft } from './draft.ts';
import { modelPenalty } from './penalties.ts';
import { findPrices, type Prices, priceScale, proveCost } from './prices.ts';
import { type Relaxation, relax } from './relax.ts';
import type { Search } from './search.ts';
import type { Solver } from './solver.ts';

/** While schools are counted alone, each without a review counts this much, so that fractions stay apart. */
const openUnit = 4096;

/**
 * Proves what every plan costs that leaves out as many schools as this one. The prices come from the relaxation, or
 * from following the excess where there is none; the proof itself is a sum of whole numbers that holds whatever the
 * prices are (see `proveCost`).
 */
export function boundCost(
  base: Draft,
  search: Search,
  plan: { unplaced: number; cost: number },
  relaxation: Relaxation | null,
  allowance: { rounds: number; shouldStop: () => boolean },
): number {
  const penalty = relaxation?.penalty ?? modelPenalty(base.model);
  const target = plan.cost + penalty * plan.unplaced;
  const prices = relaxation?.prices ?? findPrices(base, search, { penalty, target, ...allowance });
  const { value } = proveCost(base, search, prices, penalty, true);
  return Math.max(0, Math.ceil(value / priceScale - penalty * plan.unplaced));
}

/** Proves how many schools no plan can place, of the `found` that one leaves out. */
export function boundUnscheduled(
  base: Draft,
  search: Search,
  found: number,
  solver: Solver | null,
  shouldStop: () => boolean,
): number {
  if (found === 0) return 0;
  const count = (prices: Prices) => {
    const { value } = proveCost(base, search, prices, openUnit, false);
    return Math.min(found, Math.max(0, Math.ceil(value / (openUnit * priceScale))));
  };
  // Schools that have no team at all are often all of them.
  const hopeless = count(zeroPrices(base));
  if (hopeless === found || !solver) return hopeless;
  const relaxation = relax(base, solver, {
    penalty: openUnit,
    hasCosts: false,
    open: 0,
    seated: () => [],
    shouldStop,
  });
  return relaxation ? Math.max(hopeless, count(relaxation.prices)) : hopeless;
}

function zeroPrices({ model }: Draft): Prices {
  return {
    leader: new Float64Array(model.leaderCount),
    unit: new Float64Array(model.unitMax.length),
    pairs: new Map(),
  };
}
