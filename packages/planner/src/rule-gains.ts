import type { Board } from './board.ts';
import { at } from './columns.ts';
import { never } from './compile-pairs.ts';
import { type ExclusionCode, exclusionCodes, leaderAt, schoolAt } from './exclusions.ts';
import { listPairFaults } from './pair-rules.ts';
import { findNeed, type Need, type Seat } from './seat.ts';

/** What the relaxation of one rule would do for a school: how many leaders it alone keeps out. */
export interface RuleGain {
  code: ExclusionCode;
  addsLeaders: number;
  /** Those of them who bring something that is lacking; all of them, where nothing but their number is. */
  useful: number;
}

/** Each leader who may not come, with every rule that keeps them out. */
interface Barred {
  l: number;
  codes: ExclusionCode[];
}

/**
 * Weighs the rules that keep leaders from a school in any plan (about the pair, never trained, no reviews to give): what
 * each adds alone, the one that adds most useful leaders first, and the fewest that together leave nothing lacking (of
 * those, the ones that let most leaders in). OWN counts as no rule that anyone would relax.
 */
export function weighRules(seat: Seat): { rules: RuleGain[]; together: ExclusionCode[] | null } {
  const { board, s } = seat;
  const eligible: number[] = [];
  const barred: Barred[] = [];
  board.model.instance.leaders.forEach((_, l) => {
    const codes = listBars(board, s, l);
    if (codes.length === 0) eligible.push(l);
    else if (!codes.includes('OWN')) barred.push({ l, codes });
  });
  return { rules: rankGains(seat, eligible, barred), together: findTogether(seat, eligible, barred) };
}

function listBars(board: Board, s: number, l: number): ExclusionCode[] {
  const { model } = board;
  const leader = leaderAt(board, l);
  const codes: ExclusionCode[] = [];
  if (at(model.pair, s * model.leaderCount + l) === never) {
    codes.push(...listPairFaults(model.facts, leader, schoolAt(board, s)).map(({ code }) => code));
  }
  if (leader.trainedOn === null) codes.push('TRAINED');
  if (leader.maxReviews === 0) codes.push('CAP');
  return codes;
}

function rankGains({ board, s }: Seat, eligible: readonly number[], barred: readonly Barred[]): RuleGain[] {
  const need = findNeed(board, s, eligible);
  const anyone = eligible.length < board.model.teamSize || !isLacking(need);
  const rules = exclusionCodes.flatMap((code): RuleGain[] => {
    const gained = barred.filter(({ codes }) => codes.length === 1 && codes[0] === code);
    const useful = gained.filter(({ l }) => anyone || bringsAny(board, need, l)).length;
    return gained.length === 0 ? [] : [{ code, addsLeaders: gained.length, useful }];
  });
  return rules.sort((a, b) => b.useful - a.useful || b.addsLeaders - a.addsLeaders);
}

function findTogether(
  { board, s }: Seat,
  eligible: readonly number[],
  barred: readonly Barred[],
): ExclusionCode[] | null {
  const codes = exclusionCodes.filter((code) => barred.some((one) => one.codes.includes(code)));
  const admit = (set: readonly ExclusionCode[]) =>
    barred.filter((one) => one.codes.every((code) => set.includes(code))).map(({ l }) => l);
  const suffices = (set: readonly ExclusionCode[]) => {
    const able = [...eligible, ...admit(set)];
    return able.length >= board.model.teamSize && !isLacking(findNeed(board, s, able));
  };
  if (!suffices(codes)) return null;
  for (let size = 1; size < codes.length; size++) {
    const found = subsets(codes, size).filter(suffices);
    const gain = found.map((set) => admit(set).length);
    if (found.length > 0) return found[gain.indexOf(Math.max(...gain))] ?? null;
  }
  return codes;
}

/** Every choice of so many codes; nine rules at most, so never more than 126. */
function subsets(codes: readonly ExclusionCode[], size: number): ExclusionCode[][] {
  if (size === 0) return [[]];
  return codes.flatMap((code, i) => subsets(codes.slice(i + 1), size - 1).map((rest) => [code, ...rest]));
}

function isLacking({ head, lead, phases, areas }: Need): boolean {
  return head || lead || phases.length > 0 || areas.length > 0;
}

function bringsAny(board: Board, need: Need, l: number): boolean {
  const leader = leaderAt(board, l);
  const homes = board.model.facts.homesOf.get(leader.id) ?? [];
  if ((need.head && leader.role === 'head') || (need.lead && leader.canLead)) return true;
  if (need.areas.some((area) => leader.expertise.includes(area))) return true;
  return need.phases.some((phase) => homes.some((home) => home.phases.includes(phase)));
}
