import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dayNumber } from './calendar.ts';
import type { Instance, Schedule } from './instance.ts';
import { plan } from './plan.ts';

const shared = new URL('../../../../shared/seasons/', import.meta.url);
const isThere = existsSync(shared);
if (!isThere) console.info('The seasons are not beside this checkout (../shared/seasons): skipped.');

/** Reviews in each week of five days, by its Monday. */
function countWeeks({ reviews }: Schedule): number[] {
  const weeks = Map.groupBy(reviews, ({ date }) => Math.floor((dayNumber(date) + 3) / 7));
  return [...weeks.values()].map((list) => list.length);
}

test.skipIf(!isThere)('a county of 300 is spread over its weeks, not heaped at the ends of terms', () => {
  const instance = JSON.parse(readFileSync(new URL('pub-04-county-300.json', shared), 'utf8')) as Instance;
  const schedule = plan(instance, { seed: 1, effort: { steps: 400_000 } });
  const weeks = countWeeks(schedule);
  expect(schedule.reviews.length).toBeGreaterThan(290);
  // 36 weeks, so 8.3 on average; a few have one day or two.
  expect(weeks.length).toBeGreaterThanOrEqual(34);
  expect(Math.max(...weeks)).toBeLessThanOrEqual(13);
  const days = Map.groupBy(schedule.reviews, ({ date }) => date);
  // 1.7 reviews a day on average.
  expect(Math.max(...[...days.values()].map((list) => list.length))).toBeLessThanOrEqual(3);
});
