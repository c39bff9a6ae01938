import { parentPort, workerData } from 'node:worker_threads';
import type { Instance, Schedule } from './instance.ts';
import { type PlanProgress, plan } from './plan.ts';

/** What `planInThread` hands to the thread. `flag[0]` becomes 1 to cancel: the loop never yields to read messages. */
export interface WorkerInput {
  instance: Instance;
  seconds: number;
  seed: number;
  flag: SharedArrayBuffer;
}

export type WorkerMessage = ({ kind: 'progress' } & PlanProgress) | { kind: 'done'; schedule: Schedule };

/** Milliseconds between two reports. */
const reportEvery = 250;

function run({ instance, seconds, seed, flag }: WorkerInput): void {
  const cancelled = new Int32Array(flag);
  const post = (message: WorkerMessage) => parentPort?.postMessage(message);
  let reported = -Infinity;
  const schedule = plan(instance, {
    seed,
    effort: { milliseconds: seconds * 1000, clock: () => performance.now() },
    shouldStop: () => Atomics.load(cancelled, 0) === 1,
    onProgress: (progress) => {
      const now = performance.now();
      if (now - reported < reportEvery) return;
      reported = now;
      post({ kind: 'progress', ...progress });
    },
  });
  post({ kind: 'done', schedule });
}

run(workerData as WorkerInput);
