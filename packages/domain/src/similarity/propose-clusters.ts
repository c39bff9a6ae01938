import type { ComparedSchool } from './compare.ts';
import { improveSeating } from './improve-seating.ts';
import { costPairs } from './pair-costs.ts';
import { searchSeating } from './search-seating.ts';
import { costOf, type Seating, sizesOf } from './seating.ts';
import type { SimilaritySettings } from './settings.ts';

/** Swaps looked at in one proposal, roughly: what keeps 400 schools under a second. */
const effort = 2_000_000;

/**
 * Parts the schools into clusters whose sizes differ by at most one, so that as few pairs as can be found are nearer
 * than the bar, and the schools of a cluster are as alike as they can be. The same schools and settings always give
 * the same clusters, in whatever order they come.
 * @returns the ids of each cluster. Ask `refuseProposal` first
 */
export function proposeClusters(
  schools: readonly ComparedSchool[],
  settings: SimilaritySettings,
): string[][] {
  const sorted = schools.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const pairs = costPairs(sorted, settings);
  const starts = Math.min(40, Math.max(2, Math.floor(effort / (pairs.size * pairs.size * 20))));
  let best: { seating: Seating; cost: number } | null = null;
  for (let start = 0; start < starts; start += 1) {
    const seating = seatInTurn(pairs.size, settings.clusters, start);
    improveSeating(pairs, seating);
    const cost = costOf(pairs, seating.groupOf);
    if (!best || cost < best.cost - 1e-7) best = { seating, cost };
  }
  if (!best) return [];
  const { groupOf, groups } = searchSeating(pairs, best.seating);
  return Array.from({ length: groups }, (_, group) =>
    sorted.filter((_, i) => groupOf[i] === group).map(({ id }) => id),
  );
}

/** A beginning: everybody in a shuffled order, group after group. The same number always shuffles the same way. */
function seatInTurn(things: number, groups: number, seed: number): Seating {
  const order = Array.from({ length: things }, (_, i) => ({ i, key: scramble(seed * things + i + 1) }))
    .toSorted((a, b) => a.key - b.key || a.i - b.i)
    .map(({ i }) => i);
  const groupOf = new Int32Array(things);
  const places = sizesOf(things, groups).flatMap((size, group) => Array<number>(size).fill(group));
  order.forEach((thing, place) => {
    groupOf[thing] = places[place] ?? 0;
  });
  return { groupOf, groups };
}

/** A number that looks random, from another: the mixing step of SplitMix32. */
function scramble(value: number): number {
  let mixed = Math.imul(value, 0x9e3779b9);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
