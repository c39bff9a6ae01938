import { layOut } from './board.ts';
import { explainReviews, type ReviewExplanation } from './explain-seats.ts';
import { explainUnplaced, type UnplacedExplanation } from './explain-unplaced.ts';
import type { Instance, Schedule } from './instance.ts';

export interface Explanation {
  /** The instance's name. */
  instance: string;
  /** In the order of the instance's schools. */
  reviews: ReviewExplanation[];
  unplaced: UnplacedExplanation[];
}

/**
 * Explains a legal schedule as data: for each reviewer why they fit and who is next best, for each school without a
 * review what stands in the way. Throws a RangeError if the schedule names what the instance has not. Who is excluded
 * by which rule is counted here; `rankSeat` names them for one seat.
 */
export function explain(instance: Instance, schedule: Schedule): Explanation {
  const board = layOut(instance, schedule);
  return { instance: instance.name, reviews: explainReviews(board), unplaced: explainUnplaced(board) };
}
