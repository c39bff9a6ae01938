import { type CandidateDays, listCandidateDays } from './calendar.ts';
import { add, at } from './columns.ts';
import { compileHostDays, compileLeaderDays } from './compile-days.ts';
import { compilePairs, never } from './compile-pairs.ts';
import type { Instance, Leader } from './instance.ts';
import { indexPairFacts, type PairFacts } from './pairs.ts';

export interface LockedReview {
  school: number;
  /** Index of the candidate day, or -1 for a date that is none. */
  day: number;
  team: number[];
}

/** An instance over whole numbers: schools, leaders, units, clusters and candidate days by their index. */
export interface Model {
  instance: Instance;
  facts: PairFacts;
  calendar: CandidateDays;
  schoolCount: number;
  leaderCount: number;
  dayCount: number;
  /** 32-bit words in a set of days. */
  words: number;
  teamSize: number;
  /** Room for the longest team, a locked one included. */
  teamWidth: number;
  /** Schools to place: they receive and are not locked. */
  hosts: number[];
  locked: LockedReview[];
  hostDays: Int32Array;
  leaderDays: Int32Array;
  leaderAvoids: Int32Array;
  /** school × day: preference, avoidance, earliness, change of date. */
  dateCost: Int32Array;
  termOf: Int32Array;
  /** school × leader: pair cost, less what keeping a previous member saves; `never` where they may not meet. */
  pair: Int32Array;
  /** school × leader: which of the host's needs the leader meets. */
  cover: Int32Array;
  /** school: needs that are hard, and needs that only cost. */
  required: Int32Array;
  wanted: Int32Array;
  /** school: cost of being reviewed at all (previous members, before those who are kept are subtracted). */
  base: Int32Array;
  /** school: leaders who may review it, trained, with a day in common; cheapest first. */
  candidates: Int32Array[];
  /** leader → home schools: homes[homeStart[l] … homeStart[l + 1]). */
  homeStart: Int32Array;
  homes: Int32Array;
  isHead: Int32Array;
  maxReviews: Int32Array;
  target: Int32Array;
  unitOf: Int32Array;
  unitMax: Int32Array;
  /** unit: its leaders. */
  colleagues: number[][];
  /** school: its leaders. */
  leadersOf: number[][];
  /** school: whether its review is locked. */
  isLocked: Int32Array;
  maxOut: Int32Array;
  clusterOf: Int32Array;
  clusterCount: number;
  /** cluster × term: the fewest and most reviews that cost nothing. */
  spreadLow: Int32Array;
  spreadHigh: Int32Array;
  leaderIndex: Map<string, number>;
}

/** Compiles an instance that `readInstance` accepted. */
export function compile(instance: Instance): Model {
  const facts = indexPairFacts(instance);
  const calendar = listCandidateDays(instance.calendar);
  const schoolIndex = indexIds(instance.schools);
  const leaderIndex = indexIds(instance.leaders);
  const locked = listLocked(instance, calendar, schoolIndex, leaderIndex);
  const lockedSchools = new Set(locked.map(({ school }) => school));
  const shell = {
    instance,
    facts,
    calendar,
    schoolCount: instance.schools.length,
    leaderCount: instance.leaders.length,
    dayCount: calendar.days.length,
    words: Math.max(1, Math.ceil(calendar.days.length / 32)),
    teamSize: instance.config.teamSize,
    teamWidth: Math.max(instance.config.teamSize, ...locked.map(({ team }) => team.length)),
    hosts: instance.schools.flatMap((school, s) => (school.receives && !lockedSchools.has(s) ? [s] : [])),
    locked,
    isLocked: Int32Array.from(instance.schools, (_, s) => (lockedSchools.has(s) ? 1 : 0)),
    leaderIndex,
  };
  const days = { ...compileHostDays(instance, calendar), ...compileLeaderDays(instance, facts, calendar) };
  const pairs = compilePairs(instance, facts);
  const candidates = instance.schools.map((_, s) => listCandidates(shell, days, pairs.pair, s));
  return {
    ...shell,
    ...days,
    ...pairs,
    candidates,
    termOf: Int32Array.from(calendar.termOf),
    ...compileLeaders(instance, schoolIndex),
    ...compileSpread(instance, calendar),
    maxOut: Int32Array.from(instance.schools, ({ maxOut }) => maxOut),
  };
}

function indexIds(things: readonly { id: string }[]): Map<string, number> {
  return new Map(things.map(({ id }, index) => [id, index]));
}

function listLocked(
  instance: Instance,
  calendar: CandidateDays,
  schools: Map<string, number>,
  leaders: Map<string, number>,
): LockedReview[] {
  return instance.previous
    .filter(({ status }) => status === 'locked')
    .map(({ school, date, team }) => ({
      school: schools.get(school) ?? -1,
      day: calendar.dates.indexOf(date),
      team: team.map((id) => leaders.get(id) ?? -1),
    }));
}

type Shell = Pick<Model, 'instance' | 'leaderCount' | 'words'>;
type Days = Pick<Model, 'hostDays' | 'leaderDays'>;

function listCandidates(
  { instance, leaderCount, words }: Shell,
  days: Days,
  pair: Int32Array,
  s: number,
): Int32Array {
  const shareDay = (l: number) => {
    for (let w = 0; w < words; w++) {
      if ((at(days.hostDays, s * words + w) & at(days.leaderDays, l * words + w)) !== 0) return true;
    }
    return false;
  };
  const cost = (l: number) => at(pair, s * leaderCount + l);
  const able: number[] = [];
  for (let l = 0; l < leaderCount; l++) {
    if (cost(l) !== never && (instance.leaders[l]?.maxReviews ?? 0) > 0 && shareDay(l)) able.push(l);
  }
  return Int32Array.from(able).sort((a, b) => cost(a) - cost(b) || a - b);
}

function compileLeaders({ leaders, units }: Instance, schoolIndex: Map<string, number>) {
  const unitIndex = indexIds(units);
  const homeStart = new Int32Array(leaders.length + 1);
  const homes: number[] = [];
  leaders.forEach((leader, l) => {
    homes.push(...new Set(leader.schoolIds.map((id) => schoolIndex.get(id) ?? -1)));
    homeStart[l + 1] = homes.length;
  });
  return {
    homeStart,
    homes: Int32Array.from(homes),
    isHead: Int32Array.from(leaders, ({ role }) => (role === 'head' ? 1 : 0)),
    maxReviews: Int32Array.from(leaders, ({ maxReviews }) => maxReviews),
    target: Int32Array.from(leaders, ({ targetHalfDays }) => targetHalfDays),
    unitOf: Int32Array.from(leaders, ({ unitId }) => unitIndex.get(unitId) ?? -1),
    unitMax: Int32Array.from(units, ({ maxDays }) => maxDays),
    colleagues: groupLeaders(units.length, leaders, ({ unitId }) => [unitIndex.get(unitId) ?? -1]),
    leadersOf: groupLeaders(schoolIndex.size, leaders, ({ schoolIds }) =>
      schoolIds.map((id) => schoolIndex.get(id) ?? -1),
    ),
  };
}

/** Leaders by the group, of so many, that each belongs to. */
function groupLeaders(
  groups: number,
  leaders: readonly Leader[],
  groupsOf: (leader: Leader) => number[],
): number[][] {
  const grouped: number[][] = Array.from({ length: groups }, () => []);
  leaders.forEach((leader, l) => {
    for (const group of new Set(groupsOf(leader))) grouped[group]?.push(l);
  });
  return grouped;
}

/** How many reviews of each main cluster a term can hold without cost: its share by days, rounded down and up. */
function compileSpread({ schools, calendar }: Instance, { termOf }: CandidateDays) {
  const names = [...new Set(schools.map(({ clusterIds }) => clusterIds[0] ?? ''))];
  const index = new Map(names.map((name, k) => [name, k]));
  const clusterOf = Int32Array.from(schools, ({ clusterIds }) => index.get(clusterIds[0] ?? '') ?? -1);
  const receiving = new Int32Array(names.length);
  schools.forEach(({ receives }, s) => {
    if (receives) add(receiving, at(clusterOf, s), 1);
  });
  const terms = calendar.terms.length;
  const spreadLow = new Int32Array(names.length * terms);
  const spreadHigh = new Int32Array(names.length * terms);
  for (let cell = 0; cell < spreadLow.length; cell++) {
    const days = termOf.filter((term) => term === cell % terms).length;
    const share = (at(receiving, Math.floor(cell / terms)) * days) / Math.max(1, termOf.length);
    spreadLow[cell] = Math.floor(share);
    spreadHigh[cell] = Math.ceil(share);
  }
  return { clusterOf, clusterCount: names.length, spreadLow, spreadHigh };
}
