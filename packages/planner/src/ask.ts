import { askProcess } from './ask-process.ts';
import type { Question, TriedChange } from './asking-process.ts';
import type { Breach } from './check-review.ts';
import type { Explanation } from './explain.ts';
import type { Instance, Review, Schedule } from './instance.ts';
import type { Opening } from './openings.ts';
import type { SeatChoice, SeatRanking } from './rank-seat.ts';

/** `explain` in a process of its own, so that whoever asks stays free to answer. */
export const explainInProcess = (instance: Instance, schedule: Schedule) =>
  ask<Explanation>({ kind: 'explain', instance, schedule });

/** `rankSeat` in a process of its own. Rejects for a school or seat that is not there. */
export const rankSeatInProcess = (instance: Instance, schedule: Schedule, choice: SeatChoice) =>
  ask<SeatRanking>({ kind: 'rank-seat', instance, schedule, choice });

/** `listOpenings` in a process of its own. Rejects for a school that is not there. */
export const listOpeningsInProcess = (instance: Instance, schedule: Schedule, school: string) =>
  ask<Opening[]>({ kind: 'openings', instance, schedule, school });

/** `checkReview` in a process of its own. Rejects for a school or leader that is not there. */
export const checkReviewInProcess = (instance: Instance, schedule: Schedule, review: Review) =>
  ask<Breach[]>({ kind: 'check-review', instance, schedule, review });

/**
 * `findRelaxations` in a process of its own: the first few changes with which the engine placed the school, of those
 * that it came to in some twenty seconds. Once aborted, that process is ended and the answer is null.
 */
export async function findRelaxationsInProcess(
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

const ask = <Answer>(question: Question, signal?: AbortSignal) =>
  askProcess<Answer>('./asking-process.ts', question, { ...(signal && { signal }) });
