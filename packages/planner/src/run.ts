import { Worker } from 'node:worker_threads';
import type { Instance } from './instance.ts';
import { type PackedArea, packArea } from './packed.ts';
import { joinSchedules, type PlanProgress } from './plan.ts';
import { createReport } from './reports.ts';
import { splitByArea } from './split-by-area.ts';
import { shareOut, type Task } from './tasks.ts';
import type { ExplainedPlan, WorkerInput, WorkerMessage } from './worker.ts';

export interface ThreadOptions {
  /** Seconds to spend. */
  seconds: number;
  seed: number;
  /** Threads to plan in; 1 unless said. */
  threads?: number;
  /** Whether the plan comes with its `explanation`. */
  explains?: boolean;
  /** Called at most some times a second for each thread. */
  onProgress?: (progress: PlanProgress) => void;
  /** Once aborted, planning stops within a moment and the best schedule so far is returned. */
  signal?: AbortSignal;
}

/** Plans in threads of their own, so that whoever asks stays free to answer. Rejects only if a thread fails. */
export function planInThreads(instance: Instance, options: ThreadOptions): Promise<ExplainedPlan> {
  return planAreas(instance.name, splitByArea(instance).map(packArea), options);
}

/**
 * Plans areas that share nobody, side by side, each in a fresh thread, so that memory is bounded by the largest areas.
 */
export async function planAreas(
  name: string,
  areas: readonly PackedArea[],
  { seconds, seed, threads = 1, explains = false, onProgress, signal }: ThreadOptions,
): Promise<ExplainedPlan> {
  const flag = new SharedArrayBuffer(4);
  const cancel = () => Atomics.store(new Int32Array(flag), 0, 1);
  if (signal?.aborted) cancel();
  signal?.addEventListener('abort', cancel, { once: true });
  const lanes = shareOut(areas, { threads, seconds, seed });
  const report = createReport(areas, lanes.flat(), onProgress);
  const plans: ExplainedPlan[][] = areas.map(() => []);
  const runLane = async (tasks: readonly Task[]) => {
    for (const task of tasks) {
      const { area, ...order } = task;
      const text = areas[area]?.text ?? new SharedArrayBuffer(0);
      const input = { ...order, explains, flag, area: text };
      plans[area]?.push(await runTask(input, (progress) => report(task, progress)));
    }
  };
  try {
    await Promise.all(lanes.map(runLane));
  } finally {
    cancel();
    signal?.removeEventListener('abort', cancel);
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

/** A thread's room for short-lived objects: what it makes in passing is cleared away sooner, and it takes less memory. */
const youngMib = 4;

function runTask(input: WorkerInput, onProgress: (progress: PlanProgress) => void): Promise<ExplainedPlan> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: input,
    resourceLimits: { maxYoungGenerationSizeMb: youngMib },
  });
  return new Promise<ExplainedPlan>((resolve, reject) => {
    worker.on('message', (message: WorkerMessage) => {
      if (message.progress) onProgress(message.progress);
      if (message.kind === 'done') resolve(message.schedule);
    });
    worker.on('error', reject);
    worker.on('exit', (code) =>
      reject(new Error(`the planning thread ended with code ${code} and no schedule`)),
    );
  });
}

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
