import { type CandidateDays, listCandidateDays } from './calendar.ts';
import { add, at } from './columns.ts';
import { compileHostDays, compileLeaderDays } from './compile-days.ts';
import type { Instance, Leader, School } from './instance.ts';
import { indexPairFacts, mayReview, type PairFacts, pairCost } from './pairs.ts';

/** The cost of a pair that may not meet. */
export const never = 0x7fffffff;
/** The first bit of a cover mask: this leader can lead. The others are the host's phases, then its focus areas. */
export const leadBit = 1;

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

function compilePairs(instance: Instance, facts: PairFacts) {
  const { schools, leaders, config, previous } = instance;
  const size = schools.length * leaders.length;
  const pair = new Int32Array(size).fill(never);
  const cover = new Int32Array(size);
  const required = new Int32Array(schools.length);
  const wanted = new Int32Array(schools.length);
  const base = new Int32Array(schools.length);
  const before = new Map(previous.map((review) => [review.school, review]));
  schools.forEach((school, s) => {
    if (!school.receives) return;
    const phases = school.phases.length > 1 ? school.phases : [];
    const needs = needBits(school, phases, config.focusHard);
    required[s] = needs.required;
    wanted[s] = needs.wanted;
    const was = before.get(school.id);
    const change = was && was.status !== 'locked' ? config.weights.changeMember[was.status] : 0;
    const keep = new Set(change > 0 ? was?.team : []);
    base[s] = change * (was?.team.length ?? 0);
    leaders.forEach((leader, l) => {
      if (!mayReview(facts, leader, school)) return;
      pair[s * leaders.length + l] = pairCost(facts, leader, school) - (keep.has(leader.id) ? change : 0);
      cover[s * leaders.length + l] = coverOf(facts, leader, school, phases);
    });
  });
  return { pair, cover, required, wanted, base };
}

function needBits(school: School, phases: readonly string[], focusHard: boolean) {
  let required = leadBit;
  let wanted = 0;
  let bit = leadBit << 1;
  for (const _ of phases) {
    required |= bit;
    bit <<= 1;
  }
  for (const focus of school.focus) {
    if (focus.required && focusHard) required |= bit;
    else wanted |= bit;
    bit <<= 1;
  }
  return { required, wanted };
}

function coverOf(facts: PairFacts, leader: Leader, school: School, phases: readonly string[]): number {
  const homes = facts.homesOf.get(leader.id) ?? [];
  const met = [
    leader.canLead,
    ...phases.map((phase) => homes.some((home) => home.phases.includes(phase))),
    ...school.focus.map(({ area }) => leader.expertise.includes(area)),
  ];
  return met.reduce((mask, yes, bit) => (yes ? mask | (1 << bit) : mask), 0);
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
  const able = instance.leaders.flatMap((leader, l) =>
    cost(l) !== never && leader.maxReviews > 0 && shareDay(l) ? [l] : [],
  );
  return Int32Array.from(able.sort((a, b) => cost(a) - cost(b) || a - b));
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
    colleagues: units.map(({ id }) => leaders.flatMap((leader, l) => (leader.unitId === id ? [l] : []))),
  };
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
