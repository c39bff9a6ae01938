import type { Instance, Plan } from '../src/instance.ts';
import { plan } from '../src/plan.ts';
import { createRandom } from '../src/random.ts';
import { loadSolver, type Solver } from '../src/solver.ts';
import { tryEverything } from '../test/brute-force.ts';
import { loadQuickJudge } from '../test/judge.ts';
import { buildRandomSeason, buildTinySeason, reopenSeason } from '../test/random-season.ts';
import { relaxed } from '../test/relaxed-rules.ts';
import { print } from './print.ts';

/** How many seasons of each kind: `TIMES=n`. */
const times = Number(process.env.TIMES ?? 20);
const enough = 60_000;

/**
 * Seasons by the dozen, planned and planned again: rules broken, bounds beaten and locks moved by the judge; reviews lost
 * by relaxing a rule; and tiny ones against everything tried. Each figure should be 0.
 */
export async function planManySeasons(): Promise<void> {
  const judge = await loadQuickJudge();
  const solver = await loadSolver();
  const count = { plans: 0, broken: 0, beaten: 0, relaxedPlans: 0, lost: 0, tiny: 0, worse: 0 };
  const planWell = (season: Instance, seed: number) =>
    plan(season, { seed, effort: { steps: enough }, solver });
  const check = (season: Instance, planned: Plan) => {
    const { hard, soft, unscheduled } = judge(season, planned);
    const { cost, bound } = planned;
    count.plans++;
    if (hard > 0 || soft.total !== cost || unscheduled !== planned.unscheduled.length) count.broken++;
    if (bound.cost > cost || bound.unscheduled > unscheduled) count.beaten++;
  };
  for (let seed = 1; seed <= times; seed++) {
    const random = createRandom(10_000 + seed);
    const season = buildRandomSeason(random);
    const first = planWell(season, seed);
    check(season, first);
    const again = reopenSeason(season, first, random);
    check(again, planWell(again, seed));
    for (const [, change] of relaxed) {
      const looser = { ...season, config: { ...season.config, ...change } };
      const after = planWell(looser, seed);
      check(looser, after);
      count.relaxedPlans++;
      if (after.unscheduled.length > first.unscheduled.length) count.lost++;
    }
    count.worse += await countWorse(seed, solver);
    count.tiny += tinyEach;
  }
  print('planner-rules-broken', count.broken, `of ${count.plans} plans, by the judge`);
  print('planner-bounds-beaten', count.beaten, `of ${count.plans} plans`);
  print('planner-relaxing-lost', count.lost, `of ${count.relaxedPlans} plans with a rule relaxed`);
  print('planner-tiny-not-best', count.worse, `of ${count.tiny} tiny seasons, everything tried`);
}

const tinyEach = 10;

/** Tiny seasons of which the engine's plan is not the best there is. */
async function countWorse(seed: number, solver: Solver | null): Promise<number> {
  let worse = 0;
  for (let k = 0; k < tinyEach; k++) {
    const season = buildTinySeason(createRandom(20_000 + tinyEach * seed + k));
    const best = await tryEverything(season);
    const planned = plan(season, { seed, effort: { steps: 20_000 }, solver });
    if (planned.unscheduled.length !== best.unplaced || planned.cost !== best.cost) worse++;
  }
  return worse;
}
