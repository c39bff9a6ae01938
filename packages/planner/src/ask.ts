import { Worker } from 'node:worker_threads';
import type { Question, TriedChange } from './ask-worker.ts';
import type { Breach } from './check-review.ts';
import type { Explanation } from './explain.ts';
import type { Instance, Review, Schedule } from './instance.ts';
import type { Opening } from './openings.ts';
import type { SeatChoice, SeatRanking } from './rank-seat.ts';

/** `explain` in a thread of its own, so that whoever asks stays free to answer. */
export const explainInThread = (instance: Instance, schedule: Schedule) =>
  ask<Explanation>({ kind: 'explain', instance, schedule });

/** `rankSeat` in a thread of its own. Rejects for a school or seat that is not there. */
export const rankSeatInThread = (instance: Instance, schedule: Schedule, choice: SeatChoice) =>
  ask<SeatRanking>({ kind: 'rank-seat', instance, schedule, choice });

/** `listOpenings` in a thread of its own. Rejects for a school that is not there. */
export const listOpeningsInThread = (instance: Instance, schedule: Schedule, school: string) =>
  ask<Opening[]>({ kind: 'openings', instance, schedule, school });

/** `checkReview` in a thread of its own. Rejects for a school or leader that is not there. */
export const checkReviewInThread = (instance: Instance, schedule: Schedule, review: Review) =>
  ask<Breach[]>({ kind: 'check-review', instance, schedule, review });

/**
 * `findRelaxations` in a thread of its own: the first few changes with which the engine placed the school, of those
 * that it came to in some twenty seconds. Once aborted, the thread is ended and the answer is null.
 */
export async function findRelaxationsInThread(
  instance: Instance,
  schedule: Schedule,
  choice: { school: string; limit: number },
  signal: AbortSignal,
): Promise<TriedChange[] | null> {
  if (signal.aborted) return null;
  try {
    return await ask<TriedChange[]>({ kind: 'relax', instance, schedule, choice }, signal);
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  }
}

function ask<Answer>(question: Question, signal?: AbortSignal): Promise<Answer> {
  const worker = new Worker(new URL('./ask-worker.ts', import.meta.url), { workerData: question });
  signal?.addEventListener('abort', () => void worker.terminate(), { once: true });
  return new Promise((resolve, reject) => {
    worker.on('message', resolve);
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`the thread ended with code ${code} and no answer`)));
  });
}
