import {
  type CandidateDays,
  dayNumber,
  expandSpans,
  listCandidateDays,
  weekday,
} from '../../../packages/planner/src/calendar.ts';
import type { Instance, Leader, Review, Schedule, School } from '../../../packages/planner/src/instance.ts';
import { indexPairFacts, mayReview, pairCost } from '../../../packages/planner/src/pairs.ts';

interface Candidate {
  leader: Leader;
  /** What the pair costs, without load. */
  cost: number;
}

/** One flag for each candidate day. */
export type Days = Uint8Array;

/** A season as the baselines see it: what never changes, and the reviews seated so far. */
export interface Board {
  season: Instance;
  calendar: CandidateDays;
  hosts: School[];
  /** Host → leaders who may review it on some day, cheapest first. */
  candidates: Map<string, Candidate[]>;
  hostDays: Map<string, Days>;
  leaderDays: Map<string, Days>;
  homesOf: Map<string, School[]>;
  /** School → its leaders. */
  staff: Map<string, Leader[]>;
  spread: Map<string, { low: number; high: number }[]>;
  seated: Map<string, Seated>;
  /** Leader → days out. */
  out: Map<string, Set<number>>;
  unitLoad: Map<string, number>;
  /** `home of a reviewer|host`. */
  visits: Map<string, number>;
  /** `cluster|term` → reviews. */
  inTerm: Map<string, number>;
}

export interface Seated {
  host: School;
  team: Leader[];
  day: number;
}

/** Lays out a season that has no plan from before. Throws if it has one: the baselines know nothing of change. */
export function createBoard(season: Instance): Board {
  if (season.previous.length > 0) throw new Error('The baselines plan only seasons without a plan before.');
  const facts = indexPairFacts(season);
  const calendar = listCandidateDays(season.calendar);
  const hosts = season.schools.filter(({ receives }) => receives);
  const hostDays = new Map(hosts.map((host) => [host.id, daysOfHost(calendar, host)]));
  const leaderDays = new Map(
    season.leaders.map((leader) => [
      leader.id,
      daysOfLeader(calendar, leader, facts.homesOf.get(leader.id) ?? []),
    ]),
  );
  const staff = new Map(season.schools.map(({ id }) => [id, [] as Leader[]]));
  for (const leader of season.leaders) for (const id of leader.schoolIds) staff.get(id)?.push(leader);
  const listCandidates = (host: School) =>
    season.leaders
      .filter(
        (leader) => leader.trainedOn !== null && leader.maxReviews > 0 && mayReview(facts, leader, host),
      )
      .filter(({ id }) => meetOn(hostDays.get(host.id), leaderDays.get(id)))
      .map((leader): Candidate => ({ leader, cost: pairCost(facts, leader, host) }))
      .toSorted((a, b) => a.cost - b.cost);
  return {
    season,
    calendar,
    hosts,
    candidates: new Map(hosts.map((host) => [host.id, listCandidates(host)])),
    hostDays,
    leaderDays,
    homesOf: facts.homesOf,
    staff,
    spread: listSpread(calendar, season.calendar.terms.length, hosts),
    seated: new Map(),
    out: new Map(season.leaders.map(({ id }) => [id, new Set<number>()])),
    unitLoad: new Map(),
    visits: new Map(),
    inTerm: new Map(),
  };
}

function meetOn(some: Days | undefined, others: Days | undefined): boolean {
  return some?.some((flag, d) => flag === 1 && others?.[d] === 1) ?? false;
}

function daysOfHost({ days, dates }: CandidateDays, host: School): Days {
  const blocked = expandSpans([...host.inset, ...host.unavailable]);
  const { notBefore, notAfter } = host;
  return Uint8Array.from(days, (day, d) => {
    const date = dates[d] ?? '';
    const isInside = (notBefore === null || date >= notBefore) && (notAfter === null || date <= notAfter);
    return isInside && !blocked.has(day) ? 1 : 0;
  });
}

function daysOfLeader({ days }: CandidateDays, leader: Leader, homes: School[]): Days {
  const blocked = expandSpans([...leader.unavailable, ...homes.flatMap(({ inset }) => inset)]);
  const trained = leader.trainedOn === null ? Infinity : dayNumber(leader.trainedOn);
  return Uint8Array.from(days, (day) =>
    day > trained && leader.weekdays.includes(weekday(day)) && !blocked.has(day) ? 1 : 0,
  );
}

function listSpread({ termOf, days }: CandidateDays, terms: number, hosts: School[]) {
  const daysIn = Array.from({ length: terms }, (_, t) => termOf.filter((term) => term === t).length);
  const members = Map.groupBy(hosts, ({ clusterIds }) => clusterIds[0] ?? '');
  const bounds = [...members].map(([cluster, { length }]) => {
    const shares = daysIn.map((count) => (length * count) / days.length);
    return [cluster, shares.map((share) => ({ low: Math.floor(share), high: Math.ceil(share) }))] as const;
  });
  return new Map(bounds);
}

/** Seats a review; whether it is legal is the caller's concern. */
export function seat(board: Board, seated: Seated): void {
  const { host, team, day } = seated;
  board.seated.set(host.id, seated);
  addOne(board.inTerm, `${host.clusterIds[0]}|${board.calendar.termOf[day]}`);
  for (const { id, unitId, schoolIds } of team) {
    board.out.get(id)?.add(day);
    addOne(board.unitLoad, unitId);
    for (const home of schoolIds) addOne(board.visits, `${home}|${host.id}`);
  }
}

function addOne(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The reviews on the board as a schedule, with a lead who can lead. */
export function writeBoard({ season, calendar, hosts, seated }: Board): Schedule {
  const reviews = [...seated.values()].map(({ host, team, day }): Review => {
    const lead = team.find(({ canLead }) => canLead);
    return {
      school: host.id,
      date: calendar.dates[day] ?? '',
      team: team.map(({ id }) => id),
      lead: lead?.id ?? '',
    };
  });
  const unscheduled = hosts
    .filter(({ id }) => !seated.has(id))
    .map(({ id }) => ({ school: id, reasons: [] }));
  return { instance: season.name, reviews, unscheduled };
}
