import type { Figure } from '../measure.ts';
import { type EngineRun, planAndJudge } from './engine.ts';
import { writeSeason } from './generate.ts';
import { describeRun } from './published.ts';
import { openFolder, round } from './run.ts';

/** Schools in all → counties of how many. */
const sizes = {
  1000: { counties: 1, schoolsPerCounty: 1000 },
  5000: { counties: 5, schoolsPerCounty: 1000 },
  22000: { counties: 25, schoolsPerCounty: 880 },
} as const;
type Size = keyof typeof sizes;
const all: Size[] = [1000, 5000, 22000];

const secondsPerSchool = 0.03;
const bars = { unplaced: 0.001, scaling: 1.3, mib: 1024 };

export const generatedNames = [
  ...all.map((size) => `planner-generated-${size}`),
  'planner-generated-scaling',
  'planner-generated-peak',
];

/**
 * Generated seasons of 1,000 to 22,000 schools in counties, with 30 s and two threads for each 1,000: schools without a
 * review beyond those that no schedule can place (the judge's flow bound, county by county); and how time and memory
 * grow. Each season is planned once, whatever asks for it.
 */
export async function* generatedFigures(isAsked: (name: string) => boolean): AsyncGenerator<Figure> {
  const runs = new Map<Size, EngineRun>();
  const runOf = async (size: Size) => {
    const run = runs.get(size) ?? (await planSeason(size));
    runs.set(size, run);
    return run;
  };
  for (const size of all) {
    const name = `planner-generated-${size}`;
    if (isAsked(name)) yield describePlacing(name, size, await runOf(size));
  }
  if (isAsked('planner-generated-scaling')) yield describeScaling(await runOf(1000), await runOf(22000));
  if (isAsked('planner-generated-peak')) yield describePeak(await runOf(22000));
}

async function planSeason(size: Size): Promise<EngineRun> {
  await using folder = await openFolder();
  const instance = folder.file('instance.json');
  writeSeason(instance, { ...sizes[size], seed: 1 });
  const options = { seconds: size * secondsPerSchool, seed: 1 };
  return await planAndJudge(folder, instance, options, { bound: true });
}

function describePlacing(name: string, size: Size, run: EngineRun): Figure {
  const minUnscheduled = run.verdict.bound?.minUnscheduled ?? 0;
  const value = (run.verdict.unscheduled - minUnscheduled) / size;
  return {
    name,
    value,
    unit: 'of the schools left out beyond those that must be',
    bar: bars.unplaced,
    ok: run.verdict.hard === 0 && value <= bars.unplaced,
    minUnscheduled,
    ...describeRun(run),
  };
}

function describeScaling(small: EngineRun, large: EngineRun): Figure {
  const each = (run: EngineRun, size: Size) => ({ seconds: run.seconds / size, mib: run.mib / size });
  const [few, many] = [each(small, 1000), each(large, 22000)];
  const ratios = { seconds: many.seconds / few.seconds, mib: many.mib / few.mib };
  const value = Math.max(ratios.seconds, ratios.mib);
  return {
    name: 'planner-generated-scaling',
    value,
    unit: '× the time or memory for each school at 1,000',
    bar: bars.scaling,
    ok: value <= bars.scaling,
    time: round(ratios.seconds, 3),
    memory: round(ratios.mib, 3),
    at1000: describeRun(small),
    at22000: describeRun(large),
  };
}

function describePeak(run: EngineRun): Figure {
  return {
    name: 'planner-generated-peak',
    value: run.mib,
    unit: 'MiB at 22,000 schools',
    bar: bars.mib,
    ok: run.mib > 0 && run.mib <= bars.mib,
    ...describeRun(run),
  };
}
