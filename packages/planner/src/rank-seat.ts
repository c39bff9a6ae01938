import { type Board, indexOfLeader, indexOfSchool, layOut } from './board.ts';
import { countSharedDays, explainEmptySeat } from './empty-seat.ts';
import { type Exclusion, explainExclusion, leaderAt } from './exclusions.ts';
import type { Instance, Leader, Schedule } from './instance.ts';
import { joinCost, openSeat, type Seat, swapDifference } from './seat.ts';

/** A leader who could take a seat in the plan as it stands, on the same day, with nothing else changed. */
export interface Fit {
  leader: string;
  /** What the plan's soft cost gains, in cost points; negative if it gets cheaper. */
  difference: number;
  /** Who then leads: the lead of now if they stay, else a head who can, else anyone who can. */
  lead: string;
}

/** A leader who could come to a school without a review, whoever else comes. */
export interface Possible {
  leader: string;
  /** What the pair and the leader's load would cost, in cost points. */
  cost: number;
  /** Days that leader and host have in common. */
  days: number;
}

export type SeatRanking =
  /** Cheapest first; the excluded in the order of the instance. */
  | { school: string; seat: number; placed: true; fits: Fit[]; excluded: Exclusion[] }
  | { school: string; placed: false; fits: Possible[]; excluded: Exclusion[] };

/**
 * Which seat is asked about: its place in the review's team, from 0; in a team that is not whole, the place after the
 * last is the empty seat. A school without a review has but one question.
 */
export interface SeatChoice {
  school: string;
  seat: number;
}

/**
 * Every leader for one seat: those who could take it with the difference in cost, and for each other the first hard
 * rule that excludes them. Works on a legal schedule. Throws a RangeError for a school or seat that is not there.
 */
export function rankSeat(instance: Instance, schedule: Schedule, choice: SeatChoice): SeatRanking {
  return rankOn(layOutFor(instance, schedule, choice.school), choice);
}

/**
 * Lays a schedule out to ask about one school. Only that school is compiled as one that receives, because pairs with the
 * others, most of the work, are not asked about; their reviews count all the same.
 */
export function layOutFor(instance: Instance, schedule: Schedule, school: string): Board {
  const schools = instance.schools.map((one) =>
    one.id === school || !one.receives ? one : { ...one, receives: false },
  );
  return layOut({ ...instance, schools }, schedule);
}

function rankOn(board: Board, choice: SeatChoice): SeatRanking {
  const seat = findSeat(board, choice);
  const hasReview = seat.members.length > 0;
  const excluded: Exclusion[] = [];
  const able: number[] = [];
  board.model.instance.leaders.forEach((_, l) => {
    const exclusion = hasReview ? explainExclusion(seat, l) : explainEmptySeat(seat, l);
    if (exclusion === null) able.push(l);
    else excluded.push(exclusion);
  });
  const { school } = choice;
  if (hasReview) {
    return {
      school,
      seat: choice.seat,
      placed: true,
      fits: sortFits(able.map((l) => fit(seat, l))),
      excluded,
    };
  }
  const fits = able.map((l) => ({
    leader: leaderAt(board, l).id,
    cost: joinCost(seat, l),
    days: countSharedDays(seat, l),
  }));
  return { school, placed: false, fits: fits.sort((a, b) => a.cost - b.cost), excluded };
}

/** Why one leader does not have the seat: the rule that excludes them, or that they are dearer and by how much. */
export type WhyNot = Exclusion | { leader: string; code: 'dearer'; difference: number; lead: string };

/**
 * Why a leader is not in the seat of a planned review. `dearer` carries the difference to the plan's soft cost, which
 * is negative where the plan could be cheaper. Throws a RangeError if school, seat or leader is not there.
 */
export function whyNot(instance: Instance, schedule: Schedule, choice: SeatChoice, leaderId: string): WhyNot {
  const board = layOutFor(instance, schedule, choice.school);
  const seat = findSeat(board, choice);
  if (seat.members.length === 0) throw new RangeError(`${choice.school} has no review`);
  const l = indexOfLeader(board, leaderId);
  return explainExclusion(seat, l) ?? { code: 'dearer', ...fit(seat, l) };
}

function findSeat(board: Board, { school, seat }: SeatChoice): Seat {
  const s = indexOfSchool(board, school);
  if (!board.model.instance.schools[s]?.receives) throw new RangeError(`${school} receives no review`);
  const opened = openSeat(board, s, seat);
  const isNext = seat === opened.members.length && seat < board.model.teamSize;
  if (opened.members.length > 0 && opened.leaver < 0 && !isNext)
    throw new RangeError(`${school} has no seat ${seat}`);
  return opened;
}

/** The leader in the seat, with the difference and who would lead. */
export function fit(seat: Seat, l: number): Fit {
  return {
    leader: leaderAt(seat.board, l).id,
    difference: swapDifference(seat, l),
    lead: chooseLead(seat, l),
  };
}

/** Cheapest first; equals by id, so that the same plan gives the same answer. */
export function sortFits(fits: Fit[]): Fit[] {
  return fits.sort((a, b) => a.difference - b.difference || (a.leader < b.leader ? -1 : 1));
}

function chooseLead({ board, s, others }: Seat, l: number): string {
  return leadOf(board, s, [...others, l]);
}

/** Who leads a team: the lead of now if they are in it, else a head who can, else anyone who can; '' for nobody. */
export function leadOf(board: Board, s: number, team: readonly number[]): string {
  const able: Leader[] = team.map((one) => leaderAt(board, one)).filter(({ canLead }) => canLead);
  const lead =
    able.find(({ id }) => id === board.reviewOf[s]?.lead) ??
    able.find(({ role }) => role === 'head') ??
    able[0];
  return lead?.id ?? '';
}
