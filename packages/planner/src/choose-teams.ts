import { createSnapshot, restoreSnapshot, type Snapshot } from './anneal.ts';
import { assignDays } from './assign-days.ts';
import { at } from './columns.ts';
import { lift, seat } from './draft.ts';
import type { Bench } from './moves.ts';
import { settle } from './search.ts';
import type { SolveLimits, Solver } from './solver.ts';
import { buildTeamModel, readSlot, type TeamModel } from './team-model.ts';

/** Teams that turned out to have no day in common, by host: the next model leaves them out. */
export type Barred = Map<number, number[][]>;

export interface Choosing {
  solver: Solver;
  limits: SolveLimits;
  /** Leaders to choose from for each host, beside those seated now. */
  choices: (host: number) => Int32Array;
  /**
   * Days to choose from, given those of the host's present review and what the hosts' reviews leave free: they stay as
   * they are, or are chosen with the teams. Null: days are found for the new teams afterwards, and some may find none.
   */
  days: ((host: number, now: number) => readonly number[]) | null;
  penalty: number;
  barred: Barred;
}

/**
 * Chooses the teams of some hosts anew, all at once, with the solver, and seats what can be seated; those that cannot
 * are left without a review for the moves to place. Returns false, and changes nothing, where the solver finds nothing.
 */
export function chooseTeams(bench: Bench, hosts: readonly number[], choosing: Choosing): boolean {
  const { draft } = bench;
  const { model } = draft;
  const { days, solver, limits, penalty } = choosing;
  const before = createSnapshot(draft);
  const gone = new Int32Array(model.teamWidth);
  for (const host of hosts) if (at(draft.size, host) > 0) lift(draft, host, gone);
  const team = buildTeamModel(draft, hosts, {
    candidates: (host) => listChoices(bench, before, host, choosing),
    days: days && ((host) => days(host, at(before.day, host))),
    penalty,
    hasCosts: true,
    barred: (host) => choosing.barred.get(host) ?? [],
  });
  // With days, the reviews as they are are a solution: a good start. Without, they only slow the solver down.
  const start = days ? { start: listStart(team, before, model.teamWidth) } : {};
  const solution = solver.solve(team.linear, 'whole', { ...limits, ...start });
  if (!solution) {
    restoreSnapshot(draft, before);
    return false;
  }
  seatAll(bench, readAll(team, solution.values), before, choosing.barred);
  return true;
}

interface Chosen {
  host: number;
  team: number[];
  day: number;
}

function readAll(team: TeamModel, values: Float64Array): Chosen[] {
  return team.hosts.flatMap((host) => {
    const slot = readSlot(team, values, host);
    return slot ? [{ host, ...slot }] : [];
  });
}

/** The columns of the teams as they were. */
function listStart({ hosts, slotsOf, openOf }: TeamModel, before: Snapshot, teamWidth: number): number[] {
  return hosts.flatMap((host) => {
    const size = at(before.size, host);
    const slot = slotsOf.get(host)?.find(({ day }) => day === at(before.day, host));
    if (size === 0 || !slot) return openOf.get(host) ?? [];
    const team = before.team.subarray(host * teamWidth, host * teamWidth + size);
    const columns = slot.choices.flatMap(({ leader, column }) => (team.includes(leader) ? [column] : []));
    return slot.taken >= 0 ? [slot.taken, ...columns] : columns;
  });
}

function listChoices({ draft }: Bench, before: Snapshot, host: number, { choices }: Choosing): Set<number> {
  const { teamWidth } = draft.model;
  const list = new Set(choices(host));
  for (let i = 0; i < at(before.size, host); i++) list.add(at(before.team, host * teamWidth + i));
  return list;
}

/** Seats the teams, those with the fewest days first, on the days they were given, had before, or others. */
function seatAll(bench: Bench, chosen: readonly Chosen[], before: Snapshot, barred: Barred): void {
  const { draft, search } = bench;
  const { model } = draft;
  const whole = chosen.filter(({ team }) => team.length === model.teamSize);
  const days = new Map(whole.map(({ host, team }) => [host, countDays(bench, host, team)]));
  whole.sort((a, b) => (days.get(a.host) ?? 0) - (days.get(b.host) ?? 0) || a.host - b.host);
  const members = new Int32Array(model.teamWidth);
  const undated: Chosen[] = [];
  for (const one of whole) {
    const { host, team } = one;
    members.set(team);
    const day = settle(draft, search, host, members, one.day >= 0 ? one.day : at(before.day, host));
    if (day >= 0) seat(draft, host, day, members, model.teamSize);
    else if (days.get(host) === 0) barred.set(host, [...(barred.get(host) ?? []), team]);
    else undated.push(one);
  }
  assignDays(draft, search, bench.random, undated);
}

/** On how many days host and team are free when nothing else is planned. */
function countDays({ draft }: Bench, host: number, team: readonly number[]): number {
  const { words, hostDays, leaderDays } = draft.model;
  let count = 0;
  for (let w = 0; w < words; w++) {
    let word = at(hostDays, host * words + w);
    for (const l of team) word &= at(leaderDays, l * words + w);
    for (; word !== 0; word &= word - 1) count++;
  }
  return count;
}
