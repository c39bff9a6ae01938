import { describe, expect, test } from 'vitest';
import { judgeIsHere, judgeNote, judgeQuickly } from '../test/judge.ts';
import { buildRandomSeason, buildTinySeason, reopenSeason } from '../test/random-season.ts';
import { relaxed } from '../test/relaxed-rules.ts';
import type { Instance } from './instance.ts';
import { plan } from './plan.ts';
import { createRandom } from './random.ts';
import { loadSolver } from './solver.ts';

const solver = await loadSolver();
const planWell = (season: Instance, seed: number, steps = 2500) =>
  plan(season, { seed, effort: { steps }, solver });

/** Tiny ones, of which the engine finds the best plan (exact.test.ts); larger ones are tried in `pnpm soak`. */
const seasons = [1, 2, 3, 4, 5, 6].map((seed) => buildTinySeason(createRandom(200 + seed)));
const enough = 20_000;

describe('relaxing a rule', () => {
  const before = seasons.map((season, s) => planWell(season, s, enough).unscheduled.length);

  test('there are schools without a review to begin with', () => {
    expect(before.reduce((sum, left) => sum + left, 0)).toBeGreaterThan(3);
  });

  test.each(relaxed)('%s never leaves more schools without a review, given as much time', (_, change) => {
    const after = seasons.map(
      (season, s) =>
        planWell({ ...season, config: { ...season.config, ...change } }, s, enough).unscheduled.length,
    );
    after.forEach((left, s) => {
      expect(left, `season ${s}`).toBeLessThanOrEqual(before[s] ?? 0);
    });
  });
});

describe.skipIf(!judgeIsHere)(`with the solver, judged by check.mjs${judgeNote}`, () => {
  test('no plan breaks a rule, what is locked stays locked, and no plan beats a bound', async () => {
    const seen = { reviews: 0, locked: 0, replans: 0 };
    for (let seed = 1; seed <= 25; seed++) {
      const random = createRandom(seed);
      const first = buildRandomSeason(random);
      const before = planWell(first, seed);
      const second = reopenSeason(first, before, random);
      const after = planWell(second, seed);
      for (const [season, planned] of [
        [first, before],
        [second, after],
      ] as const) {
        const verdict = await judgeQuickly(season, planned);
        expect(verdict.hardByCode, `seed ${seed}`).toEqual({});
        expect(verdict.soft.total, `seed ${seed}`).toBe(planned.cost);
        expect(verdict.unscheduled, `seed ${seed}`).toBe(planned.unscheduled.length);
        expect(planned.bound.cost, `seed ${seed}`).toBeLessThanOrEqual(planned.cost);
        expect(planned.bound.unscheduled, `seed ${seed}`).toBeLessThanOrEqual(planned.unscheduled.length);
        seen.reviews += planned.reviews.length;
      }
      const locks = second.previous.filter(({ status }) => status === 'locked');
      for (const { status: _, ...lock } of locks) expect(after.reviews, `seed ${seed}`).toContainEqual(lock);
      seen.locked += locks.length;
      seen.replans += second.previous.length;
    }
    expect(seen.reviews).toBeGreaterThan(100);
    expect(seen.locked).toBeGreaterThan(15);
  });
});

test('the same seed, steps and solver give the same plan', () => {
  const season = buildRandomSeason(createRandom(5));
  const first = planWell(season, 1);
  expect(planWell(season, 1)).toEqual(first);
  expect(first.reviews.length).toBeGreaterThan(0);
});
