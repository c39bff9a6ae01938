import type { Board } from '@lateral/contract/seasons';

/** What of a season presses: published reviews that cannot stand, and those that lack people. */
export function countPressing({ reviews }: Board) {
  const known = reviews.filter(({ booking }) => booking !== null && booking.state !== 'done');
  return {
    clashes: known.filter(({ clashes }) => clashes.length > 0).length,
    shortOfPeople: known.filter(({ empty, isChanged }) => empty > 0 && !isChanged).length,
  };
}
