import { planByFlow } from './baselines/flow.ts';
import { planGreedily } from './baselines/greedy.ts';
import { planByProgram } from './baselines/mip.ts';
import { readSeason } from './seasons.ts';

// A process of its own for one baseline, so that its time and memory are its own: NAME INSTANCE SECONDS > schedule.
const [name, file = '', seconds] = process.argv.slice(2);
const season = await readSeason(file);
const plans = {
  greedy: () => planGreedily(season),
  flow: () => planByFlow(season),
  highs: () => planByProgram(season, Number(seconds)),
};
if (name === undefined || !Object.hasOwn(plans, name))
  throw new Error(`There is no baseline called ${name}.`);
const schedule = await plans[name as keyof typeof plans]();
process.stdout.write(`${JSON.stringify(schedule)}\n`);
