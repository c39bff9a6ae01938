import type { Instance, Leader, Schedule, School } from '../../../packages/planner/src/instance.ts';
import { type Board, createBoard, type Seated, seat, writeBoard } from './board.ts';
import { fillGreedily, planGreedily } from './greedy.ts';
import { addDays, addSpread, type DayColumns, dayIn, leftOut, mayNotBothBeOut } from './mip-days.ts';
import { addBalance, addPersonDays, addTeam, type Place } from './mip-people.ts';
import { addChoice, addRow, createProgram, type Entry, type Program, solve } from './program.ts';

/** Up to so many hosts, teams and days are one program. */
const fewHosts = 20;
/** The part of the time that is for teams, where another program settles their days. */
const teamShare = 0.9;

/**
 * Baseline: the whole season as a mixed-integer program, solved by HiGHS: which leader is in which team, and which host
 * is reviewed on which day, with every rule and every cost. Together they need a row for each possible place and one
 * for each day that two hosts share, which fits the memory and the time for a handful of hosts only. With more, one
 * program chooses all teams, by every rule and cost but those of days, starting from the greedy plan; teams without a
 * day in common are forbidden and it is solved again; then a second program chooses the days of those teams, by all rules and costs of days. Both are
 * exact, the sequence is not. Schools that are left without a day are given what is free, cheapest first.
 */
export async function planByProgram(season: Instance, seconds: number): Promise<Schedule> {
  const board = createBoard(season);
  const plan = board.hosts.length <= fewHosts ? planTogether : planInTurn;
  const planned = await plan(board, seconds);
  if (planned.length === 0) console.error(`HiGHS found no plan of ${season.name} in ${seconds} s.`);
  for (const one of planned) seat(board, one);
  fillGreedily(board);
  return writeBoard(board);
}

async function planTogether(board: Board, seconds: number): Promise<Seated[]> {
  const program = createProgram();
  const hosts = board.hosts.map((host) => addDays(program, board, host, daysOf(board, host.id)));
  addSpread(program, board, hosts);
  const places = hosts.flatMap((columns) => {
    const some = addTeam(program, board, columns.host, columns.none);
    addPersonDays(program, board, columns, some);
    return some;
  });
  addBalance(program, board, places);
  addClashes(program, board, hosts, places);
  const values = await solve(program, seconds);
  if (values === undefined) return [];
  const teams = teamsIn(values, places);
  return hosts.flatMap((columns): Seated[] => {
    const day = dayIn(values, columns);
    return day === undefined ? [] : [{ host: columns.host, team: teams.get(columns.host) ?? [], day }];
  });
}

type Teams = [host: School, team: Leader[]][];

async function planInTurn(board: Board, seconds: number): Promise<Seated[]> {
  const began = performance.now();
  const left = () => seconds - (performance.now() - began) / 1000;
  const leftForTeams = () => left() - (1 - teamShare) * seconds;
  const program = createProgram();
  const teams = board.hosts.map((host) => {
    const none = addChoice(program, leftOut);
    return { host, none, places: addTeam(program, board, host, none) };
  });
  const places = teams.flatMap((team) => team.places);
  addBalance(program, board, places);
  const start = startFrom(planGreedily(board.season), teams);
  let chosen: Teams = [];
  while (leftForTeams() > 1) {
    const values = await solve(program, leftForTeams(), start);
    if (values === undefined) break;
    chosen = [...teamsIn(values, places)];
    const apart = chosen.filter(([host, team]) => commonDays(board, host, team).length === 0);
    if (apart.length === 0) break;
    for (const [host, team] of apart) forbidTogether(program, board, host, team, places);
  }
  return await settleDays(board, chosen, Math.max(1, left()));
}

interface TeamColumns {
  host: School;
  none: number;
  places: Place[];
}

/** The columns that are 1 in a plan. */
function startFrom({ reviews }: Schedule, teams: readonly TeamColumns[]): Set<number> {
  const planned = new Map(reviews.map(({ school, team }) => [school, team]));
  return new Set(
    teams.flatMap(({ host, none, places }) => {
      const team = planned.get(host.id);
      return team
        ? places.filter(({ leader }) => team.includes(leader.id)).map(({ column }) => column)
        : [none];
    }),
  );
}

function teamsIn(values: readonly number[], places: readonly Place[]): Map<School, Leader[]> {
  const chosen = places.filter(({ column }) => (values[column] ?? 0) > 0.5);
  const teams = Map.groupBy(chosen, ({ host }) => host);
  return new Map([...teams].map(([host, some]) => [host, some.map(({ leader }) => leader)]));
}

/** Candidate days on which host and team are all free. */
function commonDays(board: Board, host: School, team: readonly Leader[]): number[] {
  return daysOf(board, host.id).filter((d) => team.every(({ id }) => board.leaderDays.get(id)?.[d] === 1));
}

/**
 * Forbids two of a team who have no day in common with the host, and either of them with anybody else like that; or all
 * of the team, if any two have a day.
 */
function forbidTogether(
  program: Program,
  board: Board,
  host: School,
  team: readonly Leader[],
  places: readonly Place[],
): void {
  const { teamSize } = board.season.config;
  const own = places.filter((place) => place.host === host);
  const areApart = (one: Leader, other: Leader) => commonDays(board, host, [one, other]).length === 0;
  const lonely = team.filter((one) => team.some((other) => other !== one && areApart(one, other)));
  for (const one of lonely) {
    const entries = own.flatMap(({ leader, column }): Entry[] => {
      if (leader === one) return [[column, teamSize]];
      return areApart(one, leader) ? [[column, 1]] : [];
    });
    addRow(program, -Infinity, teamSize, entries);
  }
  if (lonely.length > 0) return;
  const members = own.filter(({ leader }) => team.includes(leader));
  const entries = members.map(({ column }): Entry => [column, 1]);
  addRow(program, -Infinity, team.length - 1, entries);
}

function daysOf({ hostDays }: Board, hostId: string): number[] {
  return [...(hostDays.get(hostId) ?? [])].flatMap((flag, d) => (flag === 1 ? [d] : []));
}

/** Two hosts on one day: nobody in both teams, nobody missed at home, and no host's head in the other's team. */
function addClashes(program: Program, board: Board, hosts: DayColumns[], places: Place[]): void {
  const placesOf = Map.groupBy(places, ({ host }) => host.id);
  hosts.forEach((one, i) => {
    for (const other of hosts.slice(i + 1)) {
      const together = addTogether(program, one, other);
      const [some, others] = [placesOf.get(one.host.id) ?? [], placesOf.get(other.host.id) ?? []];
      forbidBothOut(program, board, some, others, together);
      if (!board.season.config.hostHeadHome) continue;
      const isMissed = ({ host, leader }: Place) =>
        isHeadOf(leader, host === one.host ? other.host.id : one.host.id);
      for (const { column } of [...some, ...others].filter(isMissed))
        addRow(program, -Infinity, 1, [
          [column, 1],
          [together, 1],
        ]);
    }
  });
}

/** A column that is 1 if two hosts are reviewed on one day. */
function addTogether(program: Program, one: DayColumns, other: DayColumns): number {
  const together = addChoice(program, 0);
  for (const [day, same] of sharedDays(one, other))
    addRow(program, -Infinity, 1, [
      [day, 1],
      [same, 1],
      [together, -1],
    ]);
  return together;
}

function forbidBothOut(
  program: Program,
  board: Board,
  some: readonly Place[],
  others: readonly Place[],
  together: number,
): void {
  for (const place of some)
    for (const other of others.filter(({ leader }) => mayNotBothBeOut(board, place.leader, leader)))
      addRow(program, -Infinity, 2, [
        [place.column, 1],
        [other.column, 1],
        [together, 1],
      ]);
}

/** The columns of the days that two hosts have in common. */
function sharedDays(one: DayColumns, other: DayColumns): [day: number, same: number][] {
  return [...one.on].flatMap(([d, day]): [number, number][] => {
    const same = other.on.get(d);
    return same === undefined ? [] : [[day, same]];
  });
}

const isHeadOf = ({ role, schoolIds }: Leader, schoolId: string) =>
  role === 'head' && schoolIds.includes(schoolId);

/** The best days for teams that stay as they are, by every rule about days; a team without one is left out. */
async function settleDays(board: Board, teams: Teams, seconds: number): Promise<Seated[]> {
  const { season, calendar } = board;
  const program = createProgram();
  const hosts = teams.map(([host, team]) => {
    const avoiding = (d: number) =>
      team.filter(({ avoid }) => avoid.includes(calendar.dates[d] ?? '')).length;
    const costOf = (d: number) => season.config.weights.leaderAvoid * avoiding(d);
    return addDays(program, board, host, commonDays(board, host, team), costOf);
  });
  addSpread(program, board, hosts);
  const drafts = teams.map(([host, team]) => ({ host, team }));
  drafts.forEach((one, i) => {
    drafts.slice(i + 1).forEach((other, k) => {
      if (clash(board, one, other)) keepApart(program, hosts[i], hosts[i + 1 + k]);
    });
  });
  const values = (await solve(program, seconds)) ?? [];
  return drafts.flatMap((draft, i): Seated[] => {
    const columns = hosts[i];
    const day = columns && dayIn(values, columns);
    return day === undefined ? [] : [{ ...draft, day }];
  });
}

type Draft = Omit<Seated, 'day'>;

function clash(board: Board, one: Draft, other: Draft): boolean {
  const isMissed = (host: Draft, guest: Draft) =>
    board.season.config.hostHeadHome && guest.team.some((leader) => isHeadOf(leader, host.host.id));
  if (isMissed(one, other) || isMissed(other, one)) return true;
  return one.team.some((some) => other.team.some((back) => mayNotBothBeOut(board, some, back)));
}

function keepApart(program: Program, one: DayColumns | undefined, other: DayColumns | undefined): void {
  if (!one || !other) return;
  for (const [day, same] of sharedDays(one, other))
    addRow(program, -Infinity, 1, [
      [day, 1],
      [same, 1],
    ]);
}
