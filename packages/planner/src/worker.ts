import { parentPort, workerData } from 'node:worker_threads';
import { type Explanation, explain } from './explain.ts';
import type { Plan } from './instance.ts';
import { unpackArea } from './packed.ts';
import { type PlanProgress, plan } from './plan.ts';
import type { Way } from './run-state.ts';
import { loadSolver } from './solver.ts';

/** What `planAreas` hands to a thread. `flag[0]` becomes 1 to cancel: the loop never yields to read messages. */
export interface WorkerInput {
  area: SharedArrayBuffer;
  seconds: number;
  seed: number;
  way: Way;
  explains: boolean;
  flag: SharedArrayBuffer;
}

/** A plan, with its reasons where they were asked for. */
export interface ExplainedPlan extends Plan {
  explanation?: Explanation;
}

export type WorkerMessage =
  | { kind: 'progress'; progress: PlanProgress }
  | { kind: 'done'; schedule: ExplainedPlan; progress: PlanProgress | null };

/** Milliseconds between two reports. */
const reportEvery = 250;

async function run({ area, seconds, seed, way, explains, flag }: WorkerInput): Promise<void> {
  const start = performance.now();
  const cancelled = new Int32Array(flag);
  const post = (message: WorkerMessage) => parentPort?.postMessage(message);
  let reported = Number.NEGATIVE_INFINITY;
  let last: PlanProgress | null = null;
  const instance = unpackArea(area);
  const solver = await loadSolver();
  const planned = plan(instance, {
    seed,
    way,
    solver,
    effort: {
      milliseconds: Math.max(1, seconds * 1000 - (performance.now() - start)),
      clock: () => performance.now(),
    },
    shouldStop: () => Atomics.load(cancelled, 0) === 1,
    onProgress: (progress) => {
      last = progress;
      const now = performance.now();
      if (now - reported < reportEvery) return;
      reported = now;
      post({ kind: 'progress', progress });
    },
  });
  const schedule = explains ? { ...planned, explanation: explain(instance, planned) } : planned;
  post({ kind: 'done', schedule, progress: last });
}

await run(workerData as WorkerInput);
