import type { PairCosts } from './pair-costs.ts';
import type { Seating } from './seating.ts';
import { type SeatingTally, tallySeating } from './seating-tally.ts';

/** Less than this is rounding, not an improvement. */
const least = 1e-6;
/** It settles after a few; the bound is there so that rounding can never keep it going. */
const mostPasses = 200;

/**
 * Swaps pairs, and moves single things from a larger group to a smaller one, for as long as that helps. Changes
 * `groupOf` in place; sizes stay within one of each other.
 */
export function improveSeating(pairs: PairCosts, seating: Seating): void {
  const tally = tallySeating(pairs, seating);
  for (let pass = 0; pass < mostPasses; pass += 1) {
    let isBetter = false;
    for (let i = 0; i < pairs.size; i += 1) {
      if (move(tally, i, seating.groups)) isBetter = true;
      for (let j = 0; j < i; j += 1) if (swap(tally, i, j)) isBetter = true;
    }
    if (!isBetter) return;
  }
}

function move({ gain, groupAt, place, sizeOf }: SeatingTally, i: number, groups: number): boolean {
  for (let group = 0; group < groups; group += 1) {
    if (sizeOf(group) >= sizeOf(groupAt(i)) || gain(i, group) <= least) continue;
    place(i, group);
    return true;
  }
  return false;
}

function swap({ cost, gain, groupAt, place }: SeatingTally, i: number, j: number): boolean {
  const [a, b] = [groupAt(i), groupAt(j)];
  // Each gain counts the other as still in its old place: what the two would cost together is counted twice.
  if (a === b || gain(i, b) + gain(j, a) + 2 * cost(i, j) <= least) return false;
  place(i, b);
  place(j, a);
  return true;
}
