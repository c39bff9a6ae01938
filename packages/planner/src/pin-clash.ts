import { type Board, homesOf, indexOfLeader, indexOfSchool, layOut } from './board.ts';
import { at } from './columns.ts';
import { findDouble, findHosting, findReturn, schoolAt } from './exclusions.ts';
import type { Instance, Review } from './instance.ts';
import { openSeat, type Seat } from './seat.ts';

/** The rules that even a locked review must keep, because others share in them. */
export type PinClash = 'RECIP' | 'DOUBLE' | 'OUT' | 'HOSTHEAD' | 'CAP';

/** The first rule that a review would break together with the locked ones, null if it can stand beside them. */
export function findPinClash(instance: Instance, review: Review): PinClash | null {
  const board = layOut(instance, { instance: instance.name, reviews: [], unscheduled: [] });
  const s = indexOfSchool(board, review.school);
  const day = board.model.calendar.dates.indexOf(review.date);
  const team = review.team.map((id) => indexOfLeader(board, id));
  const seat = openSeat(board, s, 0);
  if (team.some((l) => findReturn(seat, l) >= 0)) return 'RECIP';
  if (team.some((l) => findDouble(seat, l, day) >= 0)) return 'DOUBLE';
  if (team.some((l) => homesOf(board, l).some((home) => isOverOut(board, team, home, day)))) return 'OUT';
  if (isHeadMissed(seat, team, day)) return 'HOSTHEAD';
  return isOverCap(board, team) ? 'CAP' : null;
}

function isOverOut(board: Board, team: readonly number[], home: number, day: number): boolean {
  const { model, draft } = board;
  const from = team.filter((l) => homesOf(board, l).includes(home));
  const heads = from.filter((l) => at(model.isHead, l) === 1).length;
  const allHeads = heads + at(draft.headsOut, home * model.dayCount + day);
  const deputies = from.length - heads + at(draft.deputiesOut, home * model.dayCount + day);
  return allHeads > 1 || deputies > 1 || allHeads + deputies > schoolAt(board, home).maxOut;
}

function isHeadMissed(seat: Seat, team: readonly number[], day: number): boolean {
  const { model, draft } = seat.board;
  if (!model.instance.config.hostHeadHome) return false;
  if (at(draft.headsOut, seat.s * model.dayCount + day) > 0) return true;
  return team.some((l) => findHosting(seat, l, day) >= 0);
}

function isOverCap({ model, draft }: Board, team: readonly number[]): boolean {
  return team.some((l) => {
    const unit = at(model.unitOf, l);
    const pooled = team.filter((one) => at(model.unitOf, one) === unit).length;
    return (
      at(draft.load, l) >= at(model.maxReviews, l) ||
      at(draft.unitLoad, unit) + pooled > at(model.unitMax, unit)
    );
  });
}
