import type { PairCosts } from './pair-costs.ts';
import type { Seating } from './seating.ts';

/** Keeps count, while things change groups, of what each would cost in each group. */
export type SeatingTally = {
  cost: (i: number, j: number) => number;
  groupAt: (i: number) => number;
  sizeOf: (group: number) => number;
  /** What is saved when thing i goes to a group and nothing else changes. */
  gain: (i: number, group: number) => number;
  /** Puts thing i in a group, in `groupOf` too. */
  place: (i: number, group: number) => void;
};

export function tallySeating({ size, costs }: PairCosts, { groupOf, groups }: Seating): SeatingTally {
  const withGroup = new Float64Array(size * groups);
  const sizes = new Int32Array(groups);
  const cost = (i: number, j: number) => costs[i * size + j] ?? 0;
  const groupAt = (i: number) => groupOf[i] ?? 0;
  const sizeOf = (group: number) => sizes[group] ?? 0;
  const would = (i: number, group: number) => withGroup[i * groups + group] ?? 0;
  /** Everybody else hears that thing i has come into a group, or (−1) left it. */
  const tell = (i: number, group: number, sign: 1 | -1) => {
    sizes[group] = sizeOf(group) + sign;
    for (let j = 0; j < size; j += 1)
      if (j !== i) withGroup[j * groups + group] = would(j, group) + sign * cost(j, i);
  };
  for (let i = 0; i < size; i += 1) tell(i, groupAt(i), 1);
  return {
    cost,
    groupAt,
    sizeOf,
    gain: (i, group) => would(i, groupAt(i)) - would(i, group),
    place: (i, group) => {
      tell(i, groupAt(i), -1);
      groupOf[i] = group;
      tell(i, group, 1);
    },
  };
}
