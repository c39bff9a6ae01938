import type { Instance, Schedule } from '../../../packages/planner/src/instance.ts';
import { type Board, createBoard, seat, writeBoard } from './board.ts';
import { findCheapest } from './cheapest-review.ts';

/** Baseline: schools with the fewest candidates first, each with its cheapest legal team and day; nothing is undone. */
export function planGreedily(season: Instance): Schedule {
  const board = createBoard(season);
  fillGreedily(board);
  return writeBoard(board);
}

/** Hosts with the fewest candidates first. */
export function hardestFirst({ hosts, candidates }: Board) {
  const choice = (id: string) => candidates.get(id)?.length ?? 0;
  return hosts.toSorted((a, b) => choice(a.id) - choice(b.id));
}

/** Gives every host without a review the cheapest one that the board allows, hardest first. */
export function fillGreedily(board: Board): void {
  for (const host of hardestFirst(board)) {
    if (board.seated.has(host.id)) continue;
    const found = findCheapest(board, host);
    if (found) seat(board, found.seated);
  }
}
