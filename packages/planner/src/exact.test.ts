import { describe, expect, test } from 'vitest';
import { tryEverything } from '../test/brute-force.ts';
import { judgeIsHere, judgeNote } from '../test/judge.ts';
import { buildTinySeason } from '../test/random-season.ts';
import { plan } from './plan.ts';
import { createRandom } from './random.ts';
import { loadSolver } from './solver.ts';

const seasons = 40;

describe.skipIf(!judgeIsHere)(`tiny seasons, everything tried${judgeNote}`, () => {
  test('with the solver the engine finds the best there is, and its bound is below it', async () => {
    const solver = await loadSolver();
    expect(solver).not.toBeNull();
    const found = { placed: 0, leftOut: 0, proven: 0 };
    for (let seed = 1; seed <= seasons; seed++) {
      const season = buildTinySeason(createRandom(seed));
      const best = await tryEverything(season);
      const planned = plan(season, { seed, effort: { steps: 20_000 }, solver });
      expect({ unplaced: planned.unscheduled.length, cost: planned.cost }, `seed ${seed}`).toEqual(best);
      expect(planned.bound.cost, `seed ${seed}`).toBeLessThanOrEqual(best.cost);
      expect(planned.bound.unscheduled, `seed ${seed}`).toBeLessThanOrEqual(best.unplaced);
      found.placed += planned.reviews.length;
      found.leftOut += best.unplaced;
      found.proven += planned.bound.unscheduled;
    }
    expect(found.placed).toBeGreaterThan(seasons);
    expect(found.leftOut).toBeGreaterThan(10);
    expect(found.proven).toBeGreaterThan(found.leftOut / 2);
  });

  test('without it nearly always, and its bound is below all the same', async () => {
    let asGood = 0;
    let closeness = 0;
    for (let seed = 1; seed <= seasons; seed++) {
      const season = buildTinySeason(createRandom(seed));
      const best = await tryEverything(season);
      const planned = plan(season, { seed, effort: { steps: 20_000 } });
      expect(planned.unscheduled.length, `seed ${seed}`).toBeGreaterThanOrEqual(best.unplaced);
      if (planned.unscheduled.length > best.unplaced) continue;
      expect(planned.cost, `seed ${seed}`).toBeGreaterThanOrEqual(best.cost);
      expect(planned.bound.cost, `seed ${seed}`).toBeLessThanOrEqual(best.cost);
      if (planned.cost === best.cost) asGood++;
      closeness += planned.bound.cost / best.cost / seasons;
    }
    expect(asGood).toBeGreaterThan(0.85 * seasons);
    expect(closeness).toBeGreaterThan(0.7);
  });
});
