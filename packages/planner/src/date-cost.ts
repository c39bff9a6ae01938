import { at, hasDay } from './columns.ts';
import type { Model } from './compile.ts';

/** The least that any of its days costs this school; 0 where it has none. */
export function leastDateCost({ hostDays, dateCost, dayCount, words }: Model, host: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let d = 0; d < dayCount; d++) {
    if (hasDay(hostDays, host * words, d)) least = Math.min(least, at(dateCost, host * dayCount + d));
  }
  return least === Number.POSITIVE_INFINITY ? 0 : least;
}

/** Whether the school minds which day it is. */
export function mindsDays({ dateCost, dayCount }: Model, host: number): boolean {
  const first = at(dateCost, host * dayCount);
  for (let d = 1; d < dayCount; d++) if (at(dateCost, host * dayCount + d) !== first) return true;
  return false;
}

/** What the days that school and leader have in common cost at the least, over `least`, the school's cheapest. */
export function dateExcess(model: Model, host: number, leader: number, least: number): number {
  const { words, dayCount, hostDays, leaderDays, dateCost } = model;
  let found = Number.POSITIVE_INFINITY;
  for (let w = 0; w < words && found > least; w++) {
    let word = at(hostDays, host * words + w) & at(leaderDays, leader * words + w);
    for (; word !== 0 && found > least; word &= word - 1) {
      found = Math.min(found, at(dateCost, host * dayCount + w * 32 + 31 - Math.clz32(word & -word)));
    }
  }
  return found === Number.POSITIVE_INFINITY ? 0 : found - least;
}
