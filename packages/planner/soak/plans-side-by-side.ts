import { explainInProcess } from '../src/ask.ts';
import { planInProcesses } from '../src/run.ts';
import { buildBusySeason } from '../test/build-season.ts';
import { print } from './print.ts';

/** How many times some forty plans are made: `TIMES=n`. */
const times = Number(process.env.TIMES ?? 20) * 40;
const atOnce = 4;

/**
 * Small plans with the solver, four at a time, each explained: how many ended without one. In threads of one process, a
 * fault of V8's ended that process about once in 800 (docs/decisions/037).
 */
export async function planSideBySide(): Promise<void> {
  const season = buildBusySeason(12);
  let planned = 0;
  const lost: string[] = [];
  const lane = async (_: unknown, first: number) => {
    for (let seed = first; seed < times; seed += atOnce) {
      try {
        const plan = await planInProcesses(season, { seconds: 0.1, seed });
        await explainInProcess(season, plan);
        if (plan.reviews.length > 0) planned++;
      } catch (error) {
        lost.push(String(error));
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  for (const error of new Set(lost)) console.error(error);
  print('planner-plans-lost', times - planned, `of ${times} plans, four at a time`);
}
