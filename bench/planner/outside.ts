import { fileURLToPath } from 'node:url';
import type { Figure } from '../measure.ts';
import { planAndJudge } from './engine.ts';
import { judgeFiles } from './judge.ts';
import { describeRun } from './published.ts';
import { type Folder, openFolder, round, runNode } from './run.ts';
import { pathOf } from './seasons.ts';

const seasons = ['01', '03', '06'];
const baselines = ['greedy', 'flow', 'highs'] as const;
const seconds = 20;
/** What HiGHS may take: ten times what the engine is given. */
const solverSeconds = 10 * seconds;
const bar = 1;
const child = fileURLToPath(new URL('baseline-child.ts', import.meta.url));

export const outsideNames = seasons.map((season) => `planner-outside-${season}`);

/**
 * The engine with 20 s against what others would write: a greedy plan, min-cost flow with repair, and HiGHS on the whole
 * problem for 200 s. The value is 1 if none of them leaves fewer schools out, or as few at less cost; a plan of theirs
 * that breaks a rule does not count. At least 1.
 */
export async function* outsideFigures(isAsked: (name: string) => boolean): AsyncGenerator<Figure> {
  for (const season of seasons) {
    const name = `planner-outside-${season}`;
    if (isAsked(name)) yield await measure(name, pathOf(`pub-${season}`, 'instance'));
  }
}

async function measure(name: string, instance: string): Promise<Figure> {
  await using folder = await openFolder();
  const engine = describeRun(await planAndJudge(folder, instance, { seconds, seed: 1 }));
  const rivals: Record<string, Awaited<ReturnType<typeof runBaseline>>> = {};
  for (const baseline of baselines) rivals[baseline] = await runBaseline(folder, baseline, instance);
  const isBetter = (rival: { hard: number; unscheduled: number; soft: number }) =>
    rival.hard === 0 &&
    (rival.unscheduled < engine.unscheduled ||
      (rival.unscheduled === engine.unscheduled && rival.soft < engine.soft));
  const value = engine.hard === 0 && !Object.values(rivals).some(isBetter) ? 1 : 0;
  return {
    name,
    value,
    unit: '1 if nobody plans better',
    bar,
    atLeast: true,
    ok: value >= bar,
    engine,
    ...rivals,
  };
}

async function runBaseline(folder: Folder, name: string, instance: string) {
  const schedule = folder.file('baseline.json');
  const cost = await runNode([child, name, instance, `${solverSeconds}`], schedule);
  const { hard, unscheduled, soft } = await judgeFiles(folder, instance, schedule);
  return { hard, unscheduled, soft: soft.total, seconds: round(cost.seconds), mib: Math.round(cost.mib) };
}
