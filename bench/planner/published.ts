import { type Figure, median } from '../measure.ts';
import { type EngineRun, planAndJudge } from './engine.ts';
import { judgeFiles } from './judge.ts';
import { openFolder, round } from './run.ts';
import { pathOf } from './seasons.ts';

const seeds = [1, 2, 3, 4, 5];

interface Published {
  name: string;
  season: string;
  seconds: number;
  /** Median and worst soft cost over the best known, at most. */
  bar: number;
  worst: number;
}

const seasons = ['pub-01', 'pub-02', 'pub-03', 'pub-04', 'pub-05', 'pub-06'];
const figures: Published[] = [
  ...seasons.map((season) => ({ name: `planner-${season}`, season, seconds: 20, bar: 1.02, worst: 1.04 })),
  { name: 'planner-county-10s', season: 'pub-04', seconds: 10, bar: 1.03, worst: Infinity },
  { name: 'planner-county-60s', season: 'pub-04', seconds: 60, bar: 1.005, worst: Infinity },
];

export const publishedNames = figures.map(({ name }) => name);

/**
 * Each published season with five seeds, and the county of 300 with less and with more time: the soft cost over that
 * of the best schedule known, both by the judge. Nothing counts unless every seed breaks no rule and leaves no more
 * schools without a review than the best known.
 */
export async function* publishedFigures(isAsked: (name: string) => boolean): AsyncGenerator<Figure> {
  for (const figure of figures) if (isAsked(figure.name)) yield await measure(figure);
}

async function measure({ name, season, seconds, bar, worst }: Published): Promise<Figure> {
  await using folder = await openFolder();
  const instance = pathOf(season, 'instance');
  const best = await judgeFiles(folder, instance, pathOf(season, 'best'));
  const runs: EngineRun[] = [];
  for (const seed of seeds) runs.push(await planAndJudge(folder, instance, { seconds, seed }));
  const ratios = runs.map(({ verdict }) => verdict.soft.total / best.soft.total);
  const isPlaced = runs.every(
    ({ verdict }) => verdict.hard === 0 && verdict.unscheduled === best.unscheduled,
  );
  const value = median(ratios);
  return {
    name,
    value,
    unit: '× the soft cost of the best known',
    bar,
    ok: isPlaced && value <= bar && Math.max(...ratios) <= worst,
    best: { unscheduled: best.unscheduled, soft: best.soft.total },
    runs: runs.map((run, i) => ({ ...describeRun(run), ratio: round(ratios[i] ?? 0, 4) })),
  };
}

/** A run as figures print it. */
export function describeRun({ seed, seconds, mib, verdict }: EngineRun) {
  const { hard, unscheduled, soft } = verdict;
  return { seed, hard, unscheduled, soft: soft.total, seconds: round(seconds), mib: Math.round(mib) };
}
