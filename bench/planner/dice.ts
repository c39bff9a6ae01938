import { pick, type Random } from '../../packages/planner/src/random.ts';

/** Chances over one source of numbers and one list of days. */
export interface Dice {
  chance(share: number): boolean;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** Roughly normal: the sum of four throws. */
  normal(mean: number, deviation: number): number;
  one<T>(list: readonly T[]): T;
  /** `count` different ones of a list, in its order. */
  some<T>(list: readonly T[], count: number): T[];
  /** One of several, each with its share; the last takes what is left. */
  share<T>(shares: readonly (readonly [share: number, one: T])[]): T;
  shuffle<T>(list: readonly T[]): T[];
  day(): string;
  days(count: number): string[];
  /** Single days, this share of them only halves. */
  blocked(count: number, halves: number): string[];
  /** A span of so many candidate days. */
  span(count: number): string;
}

export function createDice(random: Random, dates: readonly string[]): Dice {
  const between = (low: number, high: number) => low + pick(random, high - low + 1);
  const one = <T>(list: readonly T[]) => list[pick(random, list.length)] as T;
  const shuffle = <T>(list: readonly T[]) => {
    const mixed = [...list];
    for (let i = mixed.length - 1; i > 0; i--) {
      const j = pick(random, i + 1);
      [mixed[i], mixed[j]] = [mixed[j] as T, mixed[i] as T];
    }
    return mixed;
  };
  const some = <T>(list: readonly T[], count: number) => {
    const chosen = new Set(shuffle(list.map((_, i) => i)).slice(0, count));
    return list.filter((_, i) => chosen.has(i));
  };
  return {
    between,
    one,
    shuffle,
    some,
    chance: (share) => random() < share,
    normal: (mean, deviation) =>
      mean + (random() + random() + random() + random() - 2) * Math.sqrt(3) * deviation,
    share(shares) {
      let left = random();
      for (const [share, value] of shares) {
        left -= share;
        if (left < 0) return value;
      }
      return shares[shares.length - 1]?.[1] as (typeof shares)[number][1];
    },
    day: () => one(dates),
    days: (count) => [...new Set(Array.from({ length: count }, () => one(dates)))].toSorted(),
    blocked: (count, halves) =>
      Array.from({ length: count }, () =>
        random() < halves ? `${one(dates)}:${one(['am', 'pm'])}` : one(dates),
      ),
    span(count) {
      const start = between(0, dates.length - count);
      return `${dates[start]}/${dates[start + count - 1]}`;
    },
  };
}
