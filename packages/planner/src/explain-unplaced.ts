import type { Board } from './board.ts';
import { at, hasDay, setDay } from './columns.ts';
import { never } from './compile-pairs.ts';
import { createDraft, type Draft } from './draft.ts';
import { explainEmptySeat, ruleOn } from './empty-seat.ts';
import { type DayCode, type ExclusionCode, leaderAt, schoolAt, shareHome } from './exclusions.ts';
import { findTeam } from './find-team.ts';
import type { UnplacedReason } from './instance.ts';
import { createRandom } from './random.ts';
import { explainUnplaced as listReasons } from './reasons.ts';
import { type RuleGain, weighRules } from './rule-gains.ts';
import { createSearch, type Search } from './search.ts';
import { openSeat, type Seat } from './seat.ts';
import { findCore, findShortages, type Shortage, type ShortRole } from './shortages.ts';

/** A day the school could host, and what keeps those who may review it and have a review left from coming. */
export interface BlockedDay {
  date: string;
  free: number;
  blocked: Partial<Record<DayCode, number>>;
}

export type Cause =
  /** A team could come as the plan stands: it has only not been planned again since. */
  | { kind: 'possible'; date: string; team: string[] }
  /** No team exists whatever the plan: what is lacking, and for each rule how many more could come without it. */
  | {
      kind: 'eligibility';
      lacking: UnplacedReason[];
      rules: RuleGain[];
      /** The fewest rules without which, all at once, nothing is lacking; null if that takes more than rules. */
      together: ExclusionCode[] | null;
    }
  /** These schools together need more days than there are. `smallest` is short by itself, and less of it is not. */
  | {
      kind: 'supply';
      /** The main cluster of most of the schools. */
      cluster: string;
      role: ShortRole;
      shortDays: number;
      schools: string[];
      leaders: string[];
      smallest: string[] | null;
    }
  /** Days would do for all, but in this plan those who may come have none left. Schools are those they review. */
  | { kind: 'used-up'; leaders: { leader: string; schools: string[] }[] }
  /** Those who may come make no team on any day: who they are, and who of them may not sit together. */
  | {
      kind: 'composition';
      leaders: string[];
      apart: { leaders: [string, string]; school: string }[];
      rules: RuleGain[];
    }
  /** No day joins a team. `closedDays`: candidate days on which the school itself cannot host. */
  | { kind: 'days'; closedDays: number; days: BlockedDay[] };

export interface UnplacedExplanation {
  school: string;
  reasons: UnplacedReason[];
  causes: Cause[];
  /** How many leaders could come at all, and how many each rule excludes first. */
  fitting: number;
  excluded: Partial<Record<ExclusionCode, number>>;
}

/** Steps of a search that has to find out that there is nothing to find. */
const patience = 200_000;

const dayReasons: readonly UnplacedReason[] = ['no-host-day', 'no-common-day', 'days-clash'];

/** Why each school that receives has no review, worked out from the plan as it stands. */
export function explainUnplaced(board: Board): UnplacedExplanation[] {
  const { model, draft } = board;
  const open = model.hosts.filter((s) => at(draft.size, s) === 0);
  if (open.length === 0) return [];
  const empty = createDraft(model);
  const search = createSearch(model, createRandom(1));
  const reasonsOf = new Map(open.map((s) => [s, listReasons(draft, empty, search, s)]));
  const hopeless = (s: number) => isHopeless(reasonsOf.get(s) ?? []);
  const shortages = findShortages(
    empty,
    model.hosts.filter((s) => !hopeless(s)),
  );
  return open.map((s) => {
    const reasons = reasonsOf.get(s) ?? [];
    const seat = openSeat(board, s, 0);
    return {
      school: schoolAt(board, s).id,
      reasons,
      causes: listCauses(seat, { empty, search }, reasons, shortages),
      ...countExcluded(seat),
    };
  });
}

/** Whether no team exists, however the days fall. */
function isHopeless(reasons: readonly UnplacedReason[]): boolean {
  return reasons.some((reason) => reason !== 'supply-short' && reason !== 'days-clash');
}

function listCauses(
  seat: Seat,
  { empty, search }: { empty: Draft; search: Search },
  reasons: readonly UnplacedReason[],
  shortages: readonly Shortage[],
): Cause[] {
  const causes: Cause[] = [];
  const possible = reasons.includes('days-clash') ? findPossible(seat, search) : null;
  const lacking = reasons.filter((reason) => reason !== 'supply-short' && !dayReasons.includes(reason));
  if (lacking.length > 0) causes.push({ kind: 'eligibility', lacking, ...weighRules(seat) });
  const supply = shortages.filter(({ schools }) => schools.includes(seat.s));
  for (const shortage of supply) causes.push(describeShortage(seat, empty, shortage));
  if (possible !== null) return [possible, ...causes];
  if (reasons.includes('supply-short') && supply.length === 0) causes.push(listUsedUp(seat));
  const composed = !reasons.includes('no-common-day') || canCompose(empty, seat.s);
  if (!composed) causes.push(describeComposition(seat));
  if (reasons.some((reason) => dayReasons.includes(reason)) && (composed || losesByDays(seat))) {
    causes.push(listDays(seat));
  }
  return causes;
}

function findPossible({ board, s }: Seat, search: Search): Cause | null {
  const { model, draft } = board;
  const day = findTeam(draft, search, s, { patience });
  if (day < 0) return null;
  const team = [...search.team.subarray(0, model.teamSize)].map((l) => leaderAt(board, l).id);
  return { kind: 'possible', date: model.calendar.dates[day] ?? '', team };
}

/** Whether those who may come could make a team if every day were open to all. */
function canCompose(empty: Draft, s: number): boolean {
  const { model } = empty;
  const open = (sets: Int32Array) => {
    const all = new Int32Array(sets.length);
    for (let start = 0; start < all.length; start += model.words) {
      for (let d = 0; d < model.dayCount; d++) setDay(all, start, d, true);
    }
    return all;
  };
  const everyDay = { ...model, hostDays: open(model.hostDays), leaderDays: open(model.leaderDays) };
  const closed = new Int32Array(empty.closed.length);
  const headAway = new Int32Array(empty.headAway.length);
  const calendar = { ...empty, model: everyDay, closed, headAway };
  return findTeam(empty, createSearch(model, createRandom(1)), s, { patience, calendar }) >= 0;
}

function describeComposition(seat: Seat): Cause {
  const { board, s } = seat;
  const { model } = board;
  const able = [...(model.candidates[s] ?? [])];
  const id = (l: number) => leaderAt(board, l).id;
  const apart = able.flatMap((a, i) =>
    able.slice(i + 1).flatMap((b): { leaders: [string, string]; school: string }[] => {
      if (model.instance.config.maxPerHomeSchool > 1 && model.isHead[a] !== model.isHead[b]) return [];
      const home = shareHome(board, a, b);
      return home < 0 ? [] : [{ leaders: [id(a), id(b)], school: schoolAt(board, home).id }];
    }),
  );
  return { kind: 'composition', leaders: able.map(id), apart, rules: weighRules(seat).rules };
}

/** Whether anyone who may review the school has no day in common with it. */
function losesByDays({ board, s }: Seat): boolean {
  const { model } = board;
  const eligible = model.instance.leaders.filter(
    ({ trainedOn, maxReviews }, l) =>
      trainedOn !== null && maxReviews > 0 && at(model.pair, s * model.leaderCount + l) !== never,
  );
  return eligible.length > (model.candidates[s]?.length ?? 0);
}

function describeShortage({ board, s }: Seat, empty: Draft, shortage: Shortage): Cause {
  const names = (schools: readonly number[]) => schools.map((one) => schoolAt(board, one).id);
  const core = findCore(empty, shortage, s);
  return {
    kind: 'supply',
    cluster: findMainCluster(board, shortage.schools),
    role: shortage.role,
    shortDays: shortage.shortDays,
    schools: names(shortage.schools),
    leaders: shortage.leaders.map((l) => leaderAt(board, l).id),
    smallest: core === null ? null : names(core),
  };
}

function findMainCluster(board: Board, schools: readonly number[]): string {
  const count = new Map<string, number>();
  for (const s of schools) {
    const cluster = schoolAt(board, s).clusterIds[0] ?? '';
    count.set(cluster, (count.get(cluster) ?? 0) + 1);
  }
  return [...count].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

function listUsedUp(seat: Seat): Cause {
  const { board } = seat;
  const leaders = board.model.instance.leaders.flatMap(({ id }, l) => {
    if (explainEmptySeat(seat, l)?.code !== 'CAP') return [];
    return [{ leader: id, schools: (board.servesOf[l] ?? []).map((s) => schoolAt(board, s).id) }];
  });
  return { kind: 'used-up', leaders };
}

function listDays(seat: Seat): Cause {
  const { board, s } = seat;
  const { model, draft } = board;
  const able = [...(model.candidates[s] ?? [])].filter(
    (l) =>
      at(draft.load, l) < at(model.maxReviews, l) &&
      at(draft.unitLoad, at(model.unitOf, l)) < at(model.unitMax, at(model.unitOf, l)),
  );
  const days = model.calendar.dates.flatMap((date, d): BlockedDay[] => {
    if (!hasDay(model.hostDays, s * model.words, d)) return [];
    const blocked: BlockedDay['blocked'] = {};
    let free = 0;
    for (const l of able) {
      const code = ruleOn(seat, l, d);
      if (code === null) free++;
      else blocked[code] = (blocked[code] ?? 0) + 1;
    }
    return [{ date, free, blocked }];
  });
  return { kind: 'days', closedDays: model.dayCount - days.length, days };
}

function countExcluded(seat: Seat): Pick<UnplacedExplanation, 'fitting' | 'excluded'> {
  const excluded: UnplacedExplanation['excluded'] = {};
  let fitting = 0;
  for (let l = 0; l < seat.board.model.leaderCount; l++) {
    const exclusion = explainEmptySeat(seat, l);
    if (exclusion === null) fitting++;
    else excluded[exclusion.code] = (excluded[exclusion.code] ?? 0) + 1;
  }
  return { fitting, excluded };
}
