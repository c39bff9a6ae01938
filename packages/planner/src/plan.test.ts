import { describe, expect, test } from 'vitest';
import { buildSeason } from '../test/build-season.ts';
import { judge, judgeIsHere, judgeNote, readSeason } from '../test/judge.ts';
import { buildRandomSeason, reopenSeason } from '../test/random-season.ts';
import { type PlanProgress, plan } from './plan.ts';
import { createRandom } from './random.ts';
import { readInstance } from './read-instance.ts';
import { loadSolver } from './solver.ts';

describe.skipIf(!judgeIsHere)(`judged by check.mjs${judgeNote}`, () => {
  test('no plan of any small season breaks a hard rule, first planned or planned again', async () => {
    let placed = 0;
    let receiving = 0;
    for (let seed = 1; seed <= 100; seed++) {
      const random = createRandom(seed);
      const first = buildRandomSeason(random);
      expect(readInstance({ format: 'psr-schedule/1', ...first })).not.toHaveProperty('faults');
      const before = plan(first, { seed, effort: { steps: 2000 } });
      const second = reopenSeason(first, before, random);
      const after = plan(second, { seed, effort: { steps: 2000 } });
      const verdicts = [await judge(first, before), await judge(second, after)];
      expect(
        verdicts.map(({ hardByCode }) => hardByCode),
        `seed ${seed}`,
      ).toEqual([{}, {}]);
      placed += before.reviews.length + after.reviews.length;
      receiving += 2 * first.schools.filter(({ receives }) => receives).length;
    }

    expect(placed / receiving).toBeGreaterThan(0.5);
  });

  /** Steps, the schools that go without, and the soft cost of the best schedule known; the large ones in `pnpm soak`. */
  const seasons: [name: string, steps: number, unplaced: number, best: number][] = [
    ['pub-01-special-12', 30_000, 0, 2709],
    ['pub-02-infeasible-cluster-44', 40_000, 5, 15_503],
    ['pub-03-allthrough-federation-64', 25_000, 0, 23_157],
  ];
  test.each(seasons)(
    '%s is planned as far as anyone has, within one per cent of the cost',
    async (name, steps, unplaced, best) => {
      const season = await readSeason(name);
      const planned = plan(season, { seed: 1, effort: { steps }, solver: await loadSolver() });
      const verdict = await judge(season, planned);
      expect(verdict.hardByCode).toEqual({});
      expect(verdict.unscheduled).toBe(unplaced);
      expect(verdict.soft.total).toBe(planned.cost);
      expect(verdict.soft.total).toBeLessThan(best * 1.01);
      expect(planned.bound).toEqual({ unscheduled: unplaced, cost: expect.any(Number) });
      expect(planned.bound.cost).toBeGreaterThan(best * 0.97);
    },
  );
});

test('the same seed and steps give the same plan', () => {
  const season = buildRandomSeason(createRandom(5));
  const effort = { steps: 5000 };
  const first = plan(season, { seed: 1, effort });
  expect(plan(season, { seed: 1, effort })).toEqual(first);
  expect(first.reviews.length).toBeGreaterThan(0);
});

test('stopping at once still gives a plan', () => {
  const season = buildRandomSeason(createRandom(5));
  let asked = 0;
  const shouldStop = () => ++asked > 0;
  const schedule = plan(season, { seed: 1, effort: { steps: 1e9 }, shouldStop });
  expect(schedule.reviews.length).toBeGreaterThan(0);
  expect(asked).toBeLessThan(50);
});

test('time is whatever the clock says', () => {
  let now = 0;
  const effort = { milliseconds: 100, clock: () => now++ };
  expect(plan(buildSeason(), { seed: 1, effort }).reviews).toHaveLength(1);
  expect(now).toBeLessThan(200);
});

test('progress runs forwards and ends with what the schedule holds', () => {
  const seen: PlanProgress[] = [];
  const season = buildRandomSeason(createRandom(8));
  const schedule = plan(season, {
    seed: 1,
    effort: { steps: 5000 },
    onProgress: (progress) => seen.push(progress),
  });
  const fractions = seen.map(({ fraction }) => fraction);
  expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
  expect(seen.at(-1)).toMatchObject({
    phase: 'done',
    placed: schedule.reviews.length,
    unscheduled: schedule.unscheduled.length,
  });
});

test('a season with nobody in it is planned', () => {
  const season = { ...buildSeason(), schools: [], leaders: [], units: [] };
  expect(plan(season, { seed: 1, effort: { steps: 10 } })).toEqual({
    instance: 'small',
    reviews: [],
    unscheduled: [],
    cost: 0,
    bound: { unscheduled: 0, cost: 0 },
  });
});
