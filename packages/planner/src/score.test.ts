import { describe, expect, test } from 'vitest';
import { judgeIsHere, judgeNote, judgeQuickly, readBest, readSeason } from '../test/judge.ts';
import { buildRandomSeason, reopenSeason } from '../test/random-season.ts';
import type { Instance, Schedule } from './instance.ts';
import { plan } from './plan.ts';
import { createRandom } from './random.ts';
import { scoreSchedule } from './score.ts';

async function scoreBoth(season: Instance, schedule: Schedule) {
  const { unscheduled, soft } = await judgeQuickly(season, schedule);
  return [scoreSchedule(season, schedule), { unplaced: unscheduled, ...soft }];
}

describe.skipIf(!judgeIsHere)(`the score is the judge's, part by part${judgeNote}`, () => {
  test.each([
    'pub-01-special-12',
    'pub-02-infeasible-cluster-44',
    'pub-03-allthrough-federation-64',
    'pub-04-county-300',
    'pub-05-replan-300',
    'pub-06-exact-supply-120',
  ])('%s', async (name) => {
    const [ours, theirs] = await scoreBoth(await readSeason(name), await readBest(name));
    expect(ours).toEqual(theirs);
  });

  test('of small seasons, planned and planned again', async () => {
    const parts = new Set<string>();
    for (let seed = 1; seed <= 60; seed++) {
      const random = createRandom(seed);
      const first = buildRandomSeason(random);
      const before = plan(first, { seed, effort: { steps: 500 } });
      const second = reopenSeason(first, before, random);
      const after = plan(second, { seed, effort: { steps: 500 } });
      const [ours, theirs] = await scoreBoth(second, after);
      expect(ours, `seed ${seed}`).toEqual(theirs);
      for (const [part, cost] of Object.entries(ours as object)) if (cost > 0) parts.add(part);
    }
    expect(parts.size).toBe(9);
  });
});

test('a school or a leader that the season has not is refused', () => {
  const season = buildRandomSeason(createRandom(1));
  const score = (school: string, team: string[]) => () =>
    scoreSchedule(season, {
      instance: 'small',
      reviews: [{ school, date: '2026-10-05', team, lead: 'X' }],
      unscheduled: [],
    });
  expect(score('X', [])).toThrow(RangeError);
  expect(score('S1', ['X'])).toThrow(RangeError);
});
