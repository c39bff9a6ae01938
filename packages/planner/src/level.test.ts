import { expect, test } from 'vitest';
import { judge, judgeIsHere, judgeNote, readSeason } from '../test/judge.ts';
import { dayNumber } from './calendar.ts';
import type { Schedule } from './instance.ts';
import { plan } from './plan.ts';

/** Reviews in each week of five days, by its Monday. */
function countWeeks({ reviews }: Schedule): number[] {
  const weeks = Map.groupBy(reviews, ({ date }) => Math.floor((dayNumber(date) + 3) / 7));
  return [...weeks.values()].map((list) => list.length);
}

test.skipIf(!judgeIsHere)(
  `a county of 300 is planned without the solver too, within six per cent, and spread over its weeks${judgeNote}`,
  async () => {
    const season = await readSeason('pub-04-county-300');
    const schedule = plan(season, { seed: 1, effort: { steps: 2_000_000 } });
    const verdict = await judge(season, schedule);
    expect(verdict.hardByCode).toEqual({});
    expect(verdict.unscheduled).toBe(1);
    expect(verdict.soft.total).toBeLessThan(120_828 * 1.06);

    // Not heaped at the ends of terms: 36 weeks, so 8.3 on average; a few have one day or two.
    const weeks = countWeeks(schedule);
    expect(weeks.length).toBeGreaterThanOrEqual(34);
    expect(Math.max(...weeks)).toBeLessThanOrEqual(13);
    const days = Map.groupBy(schedule.reviews, ({ date }) => date);
    // 1.7 reviews a day on average.
    expect(Math.max(...[...days.values()].map((list) => list.length))).toBeLessThanOrEqual(3);
  },
);
