import type { PairCosts } from './pair-costs.ts';

/** Things in groups: `groupOf[i]` is the group of thing i. Sizes differ by at most one. */
export type Seating = { groupOf: Int32Array; groups: number };

/** How many go in each group: the first ones take one more when the division leaves a rest. */
export function sizesOf(things: number, groups: number): number[] {
  const [least, rest] = [Math.floor(things / groups), things % groups];
  return Array.from({ length: groups }, (_, group) => least + (group < rest ? 1 : 0));
}

/** The sum over every pair that shares a group. */
export function costOf({ size, costs }: PairCosts, groupOf: Int32Array): number {
  let sum = 0;
  for (let i = 0; i < size; i += 1)
    for (let j = 0; j < i; j += 1) if (groupOf[i] === groupOf[j]) sum += costs[i * size + j] ?? 0;
  return sum;
}
