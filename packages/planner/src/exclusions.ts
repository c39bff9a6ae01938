import { type Board, homesOf } from './board.ts';
import { at, hasDay } from './columns.ts';
import { never } from './compile-pairs.ts';
import type { Leader, School } from './instance.ts';
import { findPairCode, listPairFaults, type PairFault, pairCodes } from './pair-rules.ts';
import type { Seat } from './seat.ts';

/**
 * The hard rules that can keep a leader out of a seat, in the order in which the first is looked for: already in the
 * team (SIZE) and locked (LOCK) before all, then as the format lists them. HOSTDAY applies to a school without a day.
 */
export const exclusionCodes = [
  'SIZE',
  'LOCK',
  ...pairCodes,
  'RECIP',
  'HOME2',
  'HEADS',
  'LEAD',
  'PHASE',
  'FOCUS',
  'HOSTDAY',
  'PERSONDAY',
  'TRAINED',
  'DOUBLE',
  'OUT',
  'HOSTHEAD',
  'CAP',
] as const;
export type ExclusionCode = (typeof exclusionCodes)[number];

export type DayCode = 'HOSTDAY' | 'PERSONDAY' | 'TRAINED' | 'DOUBLE' | 'OUT' | 'HOSTHEAD';

/** Why one leader cannot take a seat: the first hard rule, with what a sentence about it needs. */
export type Exclusion = { leader: string } & (
  | PairFault
  | { code: 'SIZE' }
  | { code: 'LOCK' }
  /** `school` is the home that someone of the host reviews. */
  | { code: 'RECIP'; school: string }
  /** A colleague in the team from the same school. */
  | { code: 'HOME2'; school: string; colleague: string }
  | { code: 'HEADS'; least: number }
  | { code: 'LEAD' }
  | { code: 'PHASE'; phase: string }
  | { code: 'FOCUS'; area: string }
  | { code: 'PERSONDAY'; why: 'weekday' | 'unavailable' | 'inset' }
  | { code: 'TRAINED'; trainedOn: string | null }
  /** The school they review on that day. */
  | { code: 'DOUBLE'; school: string }
  /** The home that would have too many out: who is out of it already, and the most that may be. */
  | { code: 'OUT'; school: string; heads: number; deputies: number; most: number }
  /** The home that is itself reviewed on that day, or the host whose head is out on every day left. */
  | { code: 'HOSTHEAD'; school: string }
  | { code: 'CAP'; of: 'leader' | 'unit'; given: number; most: number }
  /** A school without a day: no day is left once this rule is asked, `days` were left before. */
  | { code: DayCode; days: number }
);

/** The first hard rule that keeps the leader out of the seat of a planned review, null if none does. */
export function firstRule(seat: Seat, l: number): ExclusionCode | null {
  return ruleBeforeDay(seat, l) ?? ruleOfDay(seat, l) ?? (findFullCap(seat, l) === null ? null : 'CAP');
}

/** The first rule that holds on any day: the pair, the team beside the seat. CAP is named last of all. */
export function ruleBeforeDay(seat: Seat, l: number): ExclusionCode | null {
  if (seat.members.includes(l)) return 'SIZE';
  if (seat.isLocked) return 'LOCK';
  const pair = pairRule(seat.board, seat.s, l);
  if (pair !== null) return pair;
  if (findReturn(seat, l) >= 0) return 'RECIP';
  if (findColleague(seat, l) >= 0) return 'HOME2';
  return ruleOfTeam(seat, l);
}

function pairRule(board: Board, s: number, l: number): ExclusionCode | null {
  const { model } = board;
  if (at(model.pair, s * model.leaderCount + l) !== never) return null;
  board.pairCodes[s] ??= new Uint8Array(model.leaderCount);
  const row = board.pairCodes[s];
  if (row[l] === 0) {
    const code = findPairCode(model.facts, leaderAt(board, l), schoolAt(board, s));
    row[l] = code === null ? 0 : exclusionCodes.indexOf(code);
  }
  return exclusionCodes[row[l] ?? 0] ?? null;
}

function ruleOfTeam({ board, need }: Seat, l: number): ExclusionCode | null {
  const leader = leaderAt(board, l);
  if (need.head && leader.role !== 'head') return 'HEADS';
  if (need.lead && !leader.canLead) return 'LEAD';
  if (need.phases.length > 0 && need.phases.some((phase) => !bringsPhase(board, l, phase))) return 'PHASE';
  if (need.areas.some((area) => !leader.expertise.includes(area))) return 'FOCUS';
  return null;
}

function ruleOfDay(seat: Seat, l: number): ExclusionCode | null {
  const { board, day } = seat;
  const { words, calendar } = board.model;
  if (!hasDay(board.personDays, l * words, day)) return 'PERSONDAY';
  if ((board.trained[l] ?? Infinity) >= (calendar.days[day] ?? 0)) return 'TRAINED';
  if (findDouble(seat, l, day) >= 0) return 'DOUBLE';
  if (findCrowded(seat, l, day) >= 0) return 'OUT';
  return findHosting(seat, l, day) >= 0 ? 'HOSTHEAD' : null;
}

/** The first rule with its facts, null if nothing keeps the leader out. */
export function explainExclusion(seat: Seat, l: number): Exclusion | null {
  const code = firstRule(seat, l);
  return code === null ? null : describe(seat, l, code);
}

/** The facts of a rule that is known to keep the leader out on the seat's day. */
export function describe(seat: Seat, l: number, code: ExclusionCode): Exclusion {
  const { board, day } = seat;
  const leader = leaderAt(board, l);
  const one = { leader: leader.id };
  const id = (s: number) => board.model.instance.schools[s]?.id ?? '';
  switch (code) {
    case 'SIZE':
    case 'LOCK':
    case 'LEAD':
      return { ...one, code };
    case 'RECIP':
      return { ...one, code, school: id(findReturn(seat, l)) };
    case 'HOME2':
      return { ...one, code, ...describeColleague(seat, l) };
    case 'HEADS':
      return { ...one, code, least: board.model.instance.config.minHeads };
    case 'PHASE':
      return { ...one, code, phase: seat.need.phases.find((phase) => !bringsPhase(board, l, phase)) ?? '' };
    case 'FOCUS':
      return { ...one, code, area: seat.need.areas.find((area) => !leader.expertise.includes(area)) ?? '' };
    case 'HOSTDAY':
      return { ...one, code, days: 0 };
    case 'PERSONDAY':
      return { ...one, code, why: whyNotFree(board, l, day) };
    case 'TRAINED':
      return { ...one, code, trainedOn: leader.trainedOn };
    case 'DOUBLE':
      return { ...one, code, school: id(findDouble(seat, l, day)) };
    case 'OUT':
      return { ...one, code, ...describeCrowded(seat, findCrowded(seat, l, day)) };
    case 'HOSTHEAD':
      return { ...one, code, school: id(findHosting(seat, l, day)) };
    case 'CAP':
      return { ...one, code, ...(findFullCap(seat, l) ?? { of: 'leader', given: 0, most: 0 }) };
    default:
      return { ...one, ...pairFault(seat, l) };
  }
}

function pairFault({ board, s }: Seat, l: number): PairFault {
  const [fault] = listPairFaults(board.model.facts, leaderAt(board, l), schoolAt(board, s));
  if (fault === undefined) throw new Error('a pair without a fault was called excluded');
  return fault;
}

/** RECIP: the home of the leader that someone of this host already reviews, or -1. */
export function findReturn({ board, s }: Seat, l: number): number {
  const { model, draft } = board;
  if (model.instance.config.reciprocal === 'allow') return -1;
  for (const home of homesOf(board, l)) {
    const size = at(draft.size, home);
    for (let i = 0; i < size; i++) {
      if (homesOf(board, at(draft.team, home * model.teamWidth + i)).includes(s)) return home;
    }
  }
  return -1;
}

/**
 * HOME2: a member of the team who shares a home with the leader where too many would then be together, or -1. Asked of
 * the leader and of every member, so that the order of the team does not matter.
 */
function findColleague({ board, others }: Seat, l: number): number {
  const near = others.filter((member) => shareHome(board, member, l) >= 0);
  const most = board.model.instance.config.maxPerHomeSchool;
  if (near.length === 0) return -1;
  if (near.length + 1 > most) return near[0] ?? -1;
  const crowded = near.find(
    (member) => others.filter((other) => shareHome(board, other, member) >= 0).length + 1 > most,
  );
  return crowded ?? -1;
}

function describeColleague(seat: Seat, l: number): { school: string; colleague: string } {
  const member = findColleague(seat, l);
  const { schools } = seat.board.model.instance;
  return {
    school: schools[shareHome(seat.board, member, l)]?.id ?? '',
    colleague: leaderAt(seat.board, member).id,
  };
}

/** The first home that two leaders share, or -1. */
export function shareHome(board: Board, a: number, b: number): number {
  const others = homesOf(board, b);
  for (const home of homesOf(board, a)) if (others.includes(home)) return home;
  return -1;
}

/** DOUBLE: another school that the leader reviews on the day, or -1. */
export function findDouble({ board, s }: Seat, l: number, day: number): number {
  return (board.servesOf[l] ?? []).find((other) => other !== s && at(board.draft.day, other) === day) ?? -1;
}

/** Who is out of a school on a day besides whoever leaves the seat. */
function countOut(
  { board, leaver, day }: Seat,
  home: number,
  on: number,
): { heads: number; deputies: number } {
  const { model, draft } = board;
  const heads = at(draft.headsOut, home * model.dayCount + on);
  const deputies = at(draft.deputiesOut, home * model.dayCount + on);
  if (leaver < 0 || on !== day || !homesOf(board, leaver).includes(home)) return { heads, deputies };
  const isHead = at(model.isHead, leaver);
  return { heads: heads - isHead, deputies: deputies - (1 - isHead) };
}

/** OUT: a home that cannot spare the leader on the day, or -1. */
export function findCrowded(seat: Seat, l: number, day: number): number {
  const { model } = seat.board;
  for (const home of homesOf(seat.board, l)) {
    const { heads, deputies } = countOut(seat, home, day);
    if ((at(model.isHead, l) === 1 ? heads : deputies) > 0) return home;
    if (heads + deputies >= at(model.maxOut, home)) return home;
  }
  return -1;
}

function describeCrowded(seat: Seat, home: number) {
  const school = schoolAt(seat.board, home);
  return { school: school.id, ...countOut(seat, home, seat.day), most: school.maxOut };
}

/** HOSTHEAD: a home of this head that is itself reviewed on the day, or -1. */
export function findHosting({ board, s }: Seat, l: number, day: number): number {
  const { model, draft } = board;
  if (!model.instance.config.hostHeadHome || at(model.isHead, l) === 0) return -1;
  return homesOf(board, l).find((home) => home !== s && at(draft.day, home) === day) ?? -1;
}

/** CAP: what is used up, the leader's own reviews or the days of their unit; null if both leave room. */
export function findFullCap(
  { board, leaver }: Seat,
  l: number,
): { of: 'leader' | 'unit'; given: number; most: number } | null {
  const { model, draft } = board;
  const given = at(draft.load, l);
  if (given >= at(model.maxReviews, l)) return { of: 'leader', given, most: at(model.maxReviews, l) };
  const unit = at(model.unitOf, l);
  const leaves = leaver >= 0 && at(model.unitOf, leaver) === unit ? 1 : 0;
  const used = at(draft.unitLoad, unit) - leaves;
  return used >= at(model.unitMax, unit) ? { of: 'unit', given: used, most: at(model.unitMax, unit) } : null;
}

function bringsPhase({ model }: Board, l: number, phase: string): boolean {
  const homes = model.facts.homesOf.get(model.instance.leaders[l]?.id ?? '') ?? [];
  return homes.some(({ phases }) => phases.includes(phase));
}

function whyNotFree(board: Board, l: number, day: number): 'weekday' | 'unavailable' | 'inset' {
  const { calendar, instance } = board.model;
  const date = calendar.dates[day] ?? '';
  const leader = leaderAt(board, l);
  if (!leader.weekdays.includes(new Date(`${date}T00:00:00Z`).getUTCDay())) return 'weekday';
  const inset = homesOf(board, l).some((home) => instance.schools[home]?.inset.includes(date));
  return inset ? 'inset' : 'unavailable';
}

/** The leader of an index that came from the model. */
export function leaderAt({ model }: Board, l: number): Leader {
  return model.instance.leaders[l] as Leader;
}

/** The school of an index that came from the model. */
export function schoolAt({ model }: Board, s: number): School {
  return model.instance.schools[s] as School;
}
