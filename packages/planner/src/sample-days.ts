import { at } from './columns.ts';
import type { Draft } from './draft.ts';
import { pick, type Random } from './random.ts';
import { hostWord } from './rules.ts';

/**
 * Some of the days on which a school without a review could host, as the draft stands: its present one (`now`, -1 where
 * it has none), a cheapest one and others by chance, `count` in all; all of them where there are no more.
 */
export function sampleDays(draft: Draft, random: Random, host: number, now: number, count: number): number[] {
  const { words, dayCount, dateCost } = draft.model;
  const free: number[] = [];
  for (let w = 0; w < words; w++) {
    for (let word = hostWord(draft, host, w); word !== 0; word &= word - 1) {
      free.push(w * 32 + 31 - Math.clz32(word & -word));
    }
  }
  if (free.length <= count) return free;
  const chosen = new Set(free.includes(now) ? [now] : []);
  const cost = (d: number) => at(dateCost, host * dayCount + d);
  const start = pick(random, free.length);
  const turned = [...free.slice(start), ...free.slice(0, start)];
  chosen.add(turned.reduce((least, d) => (cost(d) < cost(least) ? d : least)));
  while (chosen.size < count) chosen.add(free[pick(random, free.length)] ?? now);
  return [...chosen];
}
