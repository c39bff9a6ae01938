import { at, hasDay } from './columns.ts';
import {
  type DayCode,
  describe,
  type Exclusion,
  findCrowded,
  findDouble,
  findFullCap,
  findHosting,
  leaderAt,
  ruleBeforeDay,
} from './exclusions.ts';
import type { Seat } from './seat.ts';

/** The rules about days, in the order in which they are asked of a school that has no day yet. */
export const dayCodes: readonly DayCode[] = ['HOSTDAY', 'PERSONDAY', 'TRAINED', 'DOUBLE', 'OUT', 'HOSTHEAD'];

/**
 * Why a leader could not come at all to a school without a review, whoever else comes: the first rule about the pair,
 * then the rule about days that takes the last day, then CAP. Null if they could come on some day.
 */
export function explainEmptySeat(seat: Seat, l: number): Exclusion | null {
  const code = ruleBeforeDay(seat, l);
  if (code !== null) return describe(seat, l, code);
  return findLostDays(seat, l) ?? (findFullCap(seat, l) === null ? null : describe(seat, l, 'CAP'));
}

/** How many days host and leader have in common as the plan stands. */
export function countSharedDays(seat: Seat, l: number): number {
  let shared = 0;
  for (let d = 0; d < seat.board.model.dayCount; d++) if (ruleOn(seat, l, d) === null) shared++;
  return shared;
}

/** Narrows the days rule by rule; the rule that leaves none is the one that excludes. */
function findLostDays(seat: Seat, l: number): Exclusion | null {
  const lost = new Map<DayCode, number>();
  let left = seat.board.model.dayCount;
  for (let d = 0; d < seat.board.model.dayCount; d++) {
    const code = ruleOn(seat, l, d);
    if (code === null) return null;
    lost.set(code, (lost.get(code) ?? 0) + 1);
  }
  for (const code of dayCodes) {
    const days = left;
    left -= lost.get(code) ?? 0;
    if (left === 0) return { leader: leaderAt(seat.board, l).id, code, days };
  }
  return null;
}

/** The first rule that keeps host or leader from one day, null if both can. */
export function ruleOn(seat: Seat, l: number, d: number): DayCode | null {
  const { board, s } = seat;
  const { model, draft } = board;
  if (!hasDay(model.hostDays, s * model.words, d)) return 'HOSTDAY';
  if (!hasDay(board.personDays, l * model.words, d)) return 'PERSONDAY';
  if ((board.trained[l] ?? Infinity) >= (model.calendar.days[d] ?? 0)) return 'TRAINED';
  if (findDouble(seat, l, d) >= 0) return 'DOUBLE';
  if (findCrowded(seat, l, d) >= 0) return 'OUT';
  const hostHeadAway = model.instance.config.hostHeadHome && at(draft.headsOut, s * model.dayCount + d) > 0;
  return hostHeadAway || findHosting(seat, l, d) >= 0 ? 'HOSTHEAD' : null;
}
