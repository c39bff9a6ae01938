import type { Board } from '@lateral/contract/seasons';
import { listUnanswered } from '@lateral/domain/seasons/standing';

/** What of a season presses: published reviews that cannot stand, those that lack people, and who has not answered. */
export function countPressing({ reviews }: Board, today: string) {
  const known = reviews.filter(({ booking }) => booking !== null && booking.state !== 'done');
  return {
    clashes: known.filter(({ clashes }) => clashes.length > 0).length,
    shortOfPeople: known.filter(({ empty, isChanged }) => empty > 0 && !isChanged).length,
    answersWaiting: listUnanswered(reviews, today).length,
  };
}
