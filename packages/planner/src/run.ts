import { askProcess, EndedEarly } from './ask-process.ts';
import type { Instance } from './instance.ts';
import { type PackedArea, packArea } from './packed.ts';
import { joinSchedules, type PlanProgress } from './plan.ts';
import type { ExplainedPlan, PlanAnswer, PlanOrder } from './planning-process.ts';
import { createReport } from './reports.ts';
import { splitByArea } from './split-by-area.ts';
import { openStopFile } from './stop-file.ts';
import { shareOut, type Task } from './tasks.ts';

export interface RunOptions {
  /** Seconds to spend. */
  seconds: number;
  seed: number;
  /** Processes to plan in, side by side; 1 unless said. */
  threads?: number;
  /** Whether the plan comes with its `explanation`. */
  explains?: boolean;
  /** Called at most some times a second for each process. */
  onProgress?: (progress: PlanProgress) => void;
  /** Once aborted, planning stops within a moment and the best schedule so far is returned. */
  signal?: AbortSignal;
}

/** Plans in processes of their own, so that whoever asks stays free to answer. Rejects only if a process fails. */
export function planInProcesses(instance: Instance, options: RunOptions): Promise<ExplainedPlan> {
  return planAreas(instance.name, splitByArea(instance).map(packArea), options);
}

/**
 * Plans areas that share nobody, side by side, each in a fresh process, so that memory is bounded by the largest areas.
 */
export async function planAreas(
  name: string,
  areas: readonly PackedArea[],
  { seconds, seed, threads = 1, explains = false, onProgress, signal }: RunOptions,
): Promise<ExplainedPlan> {
  const stop = openStopFile();
  if (signal?.aborted) stop.ask();
  signal?.addEventListener('abort', stop.ask, { once: true });
  const lanes = shareOut(areas, { threads, seconds, seed });
  const report = createReport(areas, lanes.flat(), onProgress);
  const plans: ExplainedPlan[][] = areas.map(() => []);
  let hasFailed = false;
  const runLane = async (tasks: readonly Task[]) => {
    for (const task of tasks) {
      if (hasFailed) return;
      const { area: index, ...order } = task;
      const area = areas[index];
      if (!area) throw new Error(`there is no area ${index}`);
      const onNews = (progress: PlanProgress) => report(task, progress);
      const ask = () => runTask({ ...order, explains, area }, { onNews, shared: stop.file });
      const { schedule, progress } = await ask().catch((error: unknown) => {
        // Ctrl C ends a process that has not begun; the next one finds that it should stop, and gives what it has. Its
        // end may be heard of before Ctrl C is.
        if (signal?.aborted || (error instanceof EndedEarly && error.by === 'SIGINT')) return ask();
        throw error;
      });
      if (progress) onNews(progress);
      plans[index]?.push(schedule);
    }
  };
  const running = lanes.map(runLane);
  try {
    await Promise.all(running);
  } catch (error) {
    hasFailed = true;
    stop.ask();
    throw error;
  } finally {
    signal?.removeEventListener('abort', stop.ask);
    // The file stays open until nobody looks at it any more.
    await Promise.allSettled(running);
    stop.close();
  }
  return joinPlans(name, plans.map(takeBest));
}

function joinPlans(name: string, plans: readonly ExplainedPlan[]): ExplainedPlan {
  const joined = joinSchedules(name, plans);
  const explained = plans.flatMap(({ explanation }) => explanation ?? []);
  if (explained.length < plans.length) return joined;
  const reviews = explained.flatMap((one) => one.reviews);
  return {
    ...joined,
    explanation: { instance: name, reviews, unplaced: explained.flatMap((one) => one.unplaced) },
  };
}

type TaskOptions = { onNews: (progress: PlanProgress) => void; shared: number };

/** A process that takes far longer than it has, in milliseconds, hangs, and is ended. */
const patience = ({ seconds }: PlanOrder) => Math.ceil(1000 * (2 * seconds + 120));

const runTask = (order: PlanOrder, options: TaskOptions) =>
  askProcess<PlanAnswer, PlanProgress>('./planning-process.ts', order, {
    ...options,
    signal: AbortSignal.timeout(patience(order)),
  });

/** The best of an area's plans, with the best bound that any of them proved for as many schools without a review. */
function takeBest(plans: readonly ExplainedPlan[]): ExplainedPlan {
  const [best, ...others] = plans.toSorted(
    (a, b) => a.unscheduled.length - b.unscheduled.length || a.cost - b.cost,
  );
  if (!best) throw new Error('an area has no plan');
  const alike = others.filter(({ unscheduled }) => unscheduled.length === best.unscheduled.length);
  return {
    ...best,
    bound: {
      unscheduled: Math.max(...plans.map(({ bound }) => bound.unscheduled)),
      cost: Math.max(best.bound.cost, ...alike.map(({ bound }) => bound.cost)),
    },
  };
}
