import { at } from './columns.ts';
import type { Model } from './compile.ts';
import { never } from './compile-pairs.ts';

/** What the dearest review could cost by itself, in cost points. */
function dearestReview({
  hosts,
  candidates,
  pair,
  dateCost,
  base,
  leaderCount,
  dayCount,
  teamSize,
  instance,
}: Model): number {
  const { weights } = instance.config;
  let seat = 0;
  let date = 0;
  for (const host of hosts) {
    const last = candidates[host]?.at(-1);
    const cost = last === undefined ? 0 : at(pair, host * leaderCount + last);
    if (cost !== never) seat = Math.max(seat, cost + at(base, host));
    for (let d = 0; d < dayCount; d++) date = Math.max(date, at(dateCost, host * dayCount + d));
  }
  return teamSize * (seat + 2 * weights.load + weights.leaderAvoid) + date + weights.spread;
}

/** What leaving a school out costs while moves are tried: more than any one review can save. */
export function searchPenalty(model: Model): number {
  return Math.max(6000, dearestReview(model));
}

/** What it costs in the models, where placing one school may make several others dearer. */
export function modelPenalty(model: Model): number {
  return Math.max(20_000, 3 * dearestReview(model));
}
