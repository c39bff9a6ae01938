import type { PairCosts } from './pair-costs.ts';
import { costOf, type Seating, sizesOf } from './seating.ts';

/** Places tried before giving up. A dozen schools are searched whole; for more it mends what swaps cannot. */
const mostTries = 200_000;

/**
 * Looks for a cheaper seating than the best so far by trying places in order, the hardest thing first, and turning
 * back as soon as a branch cannot win. @returns the cheapest found: exactly the least whenever it got to the end
 */
export function searchSeating(pairs: PairCosts, best: Seating): Seating {
  const { size, costs } = pairs;
  const { groups } = best;
  const most = sizesOf(size, groups);
  const [largest = 0, rest] = [most[0], most.filter((one) => one === most[0]).length];
  const order = hardestFirst(pairs);
  const seats: number[][] = Array.from({ length: groups }, () => []);
  let least = costOf(pairs, best.groupOf);
  let found = best.groupOf;
  let tries = 0;
  const hasRoom = (seated: readonly number[]) =>
    seated.length < largest - 1 ||
    (seated.length === largest - 1 && seats.filter((one) => one.length === largest).length < rest);
  const costWith = (seated: readonly number[], i: number) =>
    seated.reduce((sum, j) => sum + (costs[i * size + j] ?? 0), 0);

  seatFrom(0, 0);
  return { groupOf: found, groups };

  function seatFrom(place: number, sum: number) {
    const thing = order[place];
    if (thing === undefined) return keep(sum);
    const open = seats.filter(hasRoom);
    // Empty groups are all alike: trying one of them tries them all.
    const choices = open
      .filter((seated) => seated.length > 0 || seated === open.find((one) => one.length === 0))
      .map((seated) => ({ seated, adds: costWith(seated, thing) }))
      .toSorted((a, b) => a.adds - b.adds);
    for (const { seated, adds } of choices) {
      tries += 1;
      if (tries > mostTries) return;
      if (sum + adds >= least - 1e-7) continue;
      seated.push(thing);
      seatFrom(place + 1, sum + adds);
      seated.pop();
    }
  }
  function keep(sum: number) {
    least = sum;
    found = new Int32Array(size);
    for (const [group, seated] of seats.entries()) for (const i of seated) found[i] = group;
  }
}

/** Those that cost most with everybody: they have the fewest good places. */
function hardestFirst({ size, costs }: PairCosts): number[] {
  const load = (i: number) => costs.subarray(i * size, (i + 1) * size).reduce((sum, one) => sum + one, 0);
  return Array.from({ length: size }, (_, i) => ({ i, load: load(i) }))
    .toSorted((a, b) => b.load - a.load || a.i - b.i)
    .map(({ i }) => i);
}
