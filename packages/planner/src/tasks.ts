import type { PackedArea } from './packed.ts';
import { type Way, ways } from './run-state.ts';

/** One process's work on one area. */
export interface Task {
  /** Index of the area. */
  area: number;
  seed: number;
  way: Way;
  seconds: number;
}

/** Seeds of one area's copies lie this far apart, so that seed 1 and seed 2 have none in common. */
const seedStep = 1_000_003;

/** Milliseconds for each school below which one process gets further with an area alone than beside a second one. */
const worthSharing = 50;

/**
 * Shares areas out to processes: each area once, the largest first, to the one with the least to do; where there are
 * more processes than areas, and time enough, an area is planned several times over, by other seeds and ways, and the best
 * plan is taken.
 * Each process has all the seconds, for its areas by their schools. The same areas, `threads` and seed give the same tasks.
 */
export function shareOut(
  areas: readonly Pick<PackedArea, 'receiving'>[],
  { threads, seconds, seed }: { threads: number; seconds: number; seed: number },
): Task[][] {
  const spare = Math.max(1, Math.floor(threads / Math.max(1, areas.length)));
  const copiesOf = (receiving: number) => (seconds * 1000 < worthSharing * receiving ? 1 : spare);
  const wanted = areas.flatMap(({ receiving }, area) =>
    Array.from({ length: copiesOf(receiving) }, (_, copy) => ({
      area,
      schools: Math.max(1, receiving),
      seed: seed + seedStep * copy,
      way: ways[copy % ways.length] ?? ways[0],
    })),
  );
  wanted.sort((a, b) => b.schools - a.schools);
  const lanes = Array.from({ length: Math.min(threads, wanted.length) }, () => ({
    schools: 0,
    tasks: [] as typeof wanted,
  }));
  for (const task of wanted) {
    const lane = lanes.reduce((least, one) => (one.schools < least.schools ? one : least));
    lane.schools += task.schools;
    lane.tasks.push(task);
  }
  return lanes.map((lane) =>
    lane.tasks.map(({ schools, ...task }) => ({ ...task, seconds: (seconds * schools) / lane.schools })),
  );
}
