import { Worker } from 'node:worker_threads';
import type { Instance, Schedule } from './instance.ts';
import type { PlanProgress } from './plan.ts';
import type { WorkerInput, WorkerMessage } from './worker.ts';

export interface ThreadOptions {
  /** Seconds to spend. */
  seconds: number;
  seed: number;
  /** Called at most four times a second. */
  onProgress?: (progress: PlanProgress) => void;
  /** Once aborted, planning stops within a moment and the best schedule so far is returned. */
  signal?: AbortSignal;
}

/** Plans in a thread of its own, so that whoever asks stays free to answer. Rejects only if the thread fails. */
export function planInThread(
  instance: Instance,
  { seconds, seed, onProgress, signal }: ThreadOptions,
): Promise<Schedule> {
  const flag = new SharedArrayBuffer(4);
  const input: WorkerInput = { instance, seconds, seed, flag };
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: input });
  const cancel = () => Atomics.store(new Int32Array(flag), 0, 1);
  if (signal?.aborted) cancel();
  signal?.addEventListener('abort', cancel, { once: true });
  const planned = new Promise<Schedule>((resolve, reject) => {
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'done') return resolve(message.schedule);
      const { kind: _, ...progress } = message;
      onProgress?.(progress);
    });
    worker.on('error', reject);
    worker.on('exit', (code) =>
      reject(new Error(`the planning thread ended with code ${code} and no schedule`)),
    );
  });
  return planned.finally(() => signal?.removeEventListener('abort', cancel));
}
