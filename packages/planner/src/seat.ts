import type { Board } from './board.ts';
import { at, hasDay } from './columns.ts';
import { type Draft, loadStep } from './draft.ts';

/** What the team lacks without this seat: whoever takes it must bring all of it. */
export interface Need {
  head: boolean;
  lead: boolean;
  phases: string[];
  areas: string[];
}

/** One seat in the team of a school, with what else the plan has that bears on it. */
export interface Seat {
  board: Board;
  s: number;
  /** Index of the day, -1 for a school without a review. */
  day: number;
  /** Who sits there, -1 where nobody does. */
  leaver: number;
  /** The whole team, and the team without whoever sits there. */
  members: number[];
  others: number[];
  isLocked: boolean;
  need: Need;
}

/**
 * The seat at a place in the team of a planned review; the place after the last is one that is still empty. In a school
 * without a review every seat is. While more than one is empty, nothing is asked of whoever takes the first.
 */
export function openSeat(board: Board, s: number, place: number): Seat {
  const { model, draft } = board;
  const size = at(draft.size, s);
  const members = [...draft.team.subarray(s * model.teamWidth, s * model.teamWidth + size)];
  const others = members.filter((_, i) => i !== place);
  return {
    board,
    s,
    day: at(draft.day, s),
    leaver: members[place] ?? -1,
    members,
    others,
    isLocked: at(model.isLocked, s) === 1,
    need:
      others.length < model.teamSize - 1
        ? { head: false, lead: false, phases: [], areas: [] }
        : findNeed(board, s, others),
  };
}

/** What a school of index `s` needs that none of these leaders brings. */
export function findNeed({ model }: Board, s: number, others: readonly number[]): Need {
  const { instance, facts } = model;
  const host = instance.schools[s];
  const team = others.flatMap((l) => instance.leaders[l] ?? []);
  const homes = team.flatMap(({ id }) => facts.homesOf.get(id) ?? []);
  const phases = (host?.phases.length ?? 0) > 1 ? (host?.phases ?? []) : [];
  const areas = instance.config.focusHard ? (host?.focus ?? []).filter(({ required }) => required) : [];
  return {
    head: team.filter(({ role }) => role === 'head').length < instance.config.minHeads,
    lead: !team.some(({ canLead }) => canLead),
    phases: phases.filter((phase) => !homes.some((home) => home.phases.includes(phase))),
    areas: areas
      .map(({ area }) => area)
      .filter((area) => !team.some(({ expertise }) => expertise.includes(area))),
  };
}

/**
 * What the whole plan's soft cost gains if the leader takes the seat instead of whoever sits there, in cost points;
 * negative if the plan gets cheaper. Only for a leader whom no hard rule excludes, in a legal plan.
 */
export function swapDifference(seat: Seat, l: number): number {
  const { board, s, leaver, day } = seat;
  const { model, draft } = board;
  const row = s * model.leaderCount;
  const { focusMiss } = model.instance.config.weights;
  const cover = (member: number) => at(model.cover, row + member);
  const others = seat.others.reduce((mask, member) => mask | cover(member), 0);
  const missed = (member: number) => countOnes(at(model.wanted, s) & ~(others | cover(member)));
  const joins = at(model.pair, row + l) + loadStep(draft, l, 1) + avoidCost(board, l, day);
  if (leaver < 0) return joins - focusMiss * countOnes(at(model.wanted, s) & cover(l) & ~others);
  const leaves = leaveStep(draft, leaver) - at(model.pair, row + leaver) - avoidCost(board, leaver, day);
  return joins + leaves + focusMiss * (missed(l) - missed(leaver));
}

/** What the leader adds to the cost of a school that has no team yet: the pair and their load. */
export function joinCost({ board, s }: Seat, l: number): number {
  return at(board.model.pair, s * board.model.leaderCount + l) + loadStep(board.draft, l, 1);
}

function leaveStep(draft: Draft, l: number): number {
  const { model } = draft;
  const counted = at(model.maxReviews, l) > 0 && model.instance.leaders[l]?.trainedOn !== null;
  return counted ? loadStep(draft, l, -1) : 0;
}

function avoidCost({ model }: Board, l: number, day: number): number {
  const avoids = hasDay(model.leaderAvoids, l * model.words, day);
  return avoids ? model.instance.config.weights.leaderAvoid : 0;
}

function countOnes(mask: number): number {
  let ones = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) ones++;
  return ones;
}
