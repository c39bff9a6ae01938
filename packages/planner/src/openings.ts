import { type Board, indexOfSchool } from './board.ts';
import { hasDay } from './columns.ts';
import { firstRule, leaderAt } from './exclusions.ts';
import { findTeam } from './find-team.ts';
import type { Instance, Schedule } from './instance.ts';
import { createRandom } from './random.ts';
import { layOutFor, leadOf } from './rank-seat.ts';
import { hostWord } from './rules.ts';
import { createSearch } from './search.ts';
import type { Seat } from './seat.ts';

/** A day on which a school could be reviewed, with everything else left as it is. */
export interface Opening {
  date: string;
  /** How many leaders could come that day, whoever else comes. */
  fits: number;
  /** A team that keeps every rule, of the cheapest pairs first; null where none was found. */
  team: { members: string[]; lead: string } | null;
}

/**
 * The days on which a school could be reviewed in a plan as it stands, in order; those on which it cannot host are left
 * out. A review that it has now counts for nothing. Throws a RangeError for a school that is not there.
 */
export function listOpenings(instance: Instance, schedule: Schedule, school: string): Opening[] {
  const reviews = schedule.reviews.filter((review) => review.school !== school);
  const board = layOutFor(instance, { ...schedule, reviews }, school);
  const s = indexOfSchool(board, school);
  const search = createSearch(board.model, createRandom(1));
  return board.model.calendar.dates.flatMap((date, day) => {
    if (!canHost(board, s, day)) return [];
    const seat: Seat = emptySeat(board, s, day);
    const fits = board.model.instance.leaders.filter((_, l) => firstRule(seat, l) === null).length;
    const found = fits >= board.model.teamSize && findTeam(board.draft, search, s, { day }) === day;
    const team = found ? [...search.team.subarray(0, board.model.teamSize)] : null;
    return {
      date,
      fits,
      team: team && {
        members: team.map((l) => leaderAt(board, l).id),
        lead: leadOf(board, s, team),
      },
    };
  });
}

export const canHost = (board: Board, s: number, day: number) =>
  (hostWord(board.draft, s, day >> 5) & (1 << (day & 31))) !== 0 &&
  hasDay(board.model.hostDays, s * board.model.words, day);

const emptySeat = (board: Board, s: number, day: number): Seat => ({
  board,
  s,
  day,
  leaver: -1,
  members: [],
  others: [],
  isLocked: false,
  need: { head: false, lead: false, phases: [], areas: [] },
});
