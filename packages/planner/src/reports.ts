import type { PackedArea } from './packed.ts';
import { type PlanProgress, trackAreas } from './plan.ts';
import type { AreaProgress } from './plan-area.ts';
import type { Task } from './tasks.ts';

/**
 * Reports of tasks as reports of the whole. of an area that several processes plan, the best plan counts, and how far the
 * foremost of those still at work is: one that waits for the solver says nothing meanwhile.
 */
export function createReport(
  areas: readonly Pick<PackedArea, 'receiving'>[],
  tasks: readonly Task[],
  onProgress: ((progress: PlanProgress) => void) | undefined,
): (task: Task, progress: PlanProgress) => void {
  const track = trackAreas(areas.map(({ receiving }) => receiving));
  const last = new Map<Task, AreaProgress>();
  const reached = areas.map(() => 0);
  return (task, progress) => {
    last.set(task, progress);
    const own = tasks.filter(({ area }) => area === task.area);
    const known = own.flatMap((one) => last.get(one) ?? []);
    const [best = progress] = known.toSorted((a, b) => a.unscheduled - b.unscheduled || a.cost - b.cost);
    const atWork = known.filter(({ phase }) => phase !== 'done');
    const isDone = known.length === own.length && atWork.length === 0;
    const foremost = Math.max(reached[task.area] ?? 0, ...atWork.map(({ fraction }) => fraction));
    reached[task.area] = foremost;
    onProgress?.(
      track(task.area, {
        ...best,
        phase: isDone ? 'done' : progress.phase === 'done' ? 'polish' : progress.phase,
        fraction: isDone ? 1 : foremost,
      }),
    );
  };
}
