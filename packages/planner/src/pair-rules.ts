import type { Leader, School } from './instance.ts';
import { isRepeat, type PairFacts } from './pairs.ts';

/** The rules about one leader and one host, whatever else is planned, in the order in which they are named. */
export const pairCodes = ['OWN', 'GROUP', 'CONFLICT', 'COMPETITOR', 'AREA', 'CLUSTER', 'REPEAT'] as const;
export type PairCode = (typeof pairCodes)[number];

/** Which rule forbids the pair, with what a sentence about it needs. Distances are whole metres. */
export type PairFault =
  | { code: 'OWN'; school: string }
  | { code: 'GROUP'; group: string; school: string }
  /** `school` is the home that the conflict is about, null for a conflict of the leader in person. */
  | { code: 'CONFLICT'; school: string | null }
  | { code: 'COMPETITOR'; school: string; metres: number }
  | { code: 'AREA'; area: string }
  | { code: 'CLUSTER'; clusters: string[] }
  /** The latest year in which the person, or somebody of their school, reviewed the host. */
  | { code: 'REPEAT'; year: number };

const meet = (some: readonly string[], others: readonly string[]) => some.some((one) => others.includes(one));

/** Metres between two schools as the crow flies, not rounded. */
export function metresBetween(a: School, b: School): number {
  return Math.hypot(a.e - b.e, a.n - b.n);
}

/**
 * Every pair rule that forbids the leader, in order; none if they may review the host. The rules are those of
 * `mayReview` in pairs.ts, told apart.
 */
export function listPairFaults(facts: PairFacts, leader: Leader, host: School): PairFault[] {
  const ask = { facts, leader, host, homes: facts.homesOf.get(leader.id) ?? [] };
  return finders.flatMap((find) => find(ask) ?? []);
}

/** The code of the first pair rule that forbids the leader, null if none does. Quicker than all with their facts. */
export function findPairCode(facts: PairFacts, leader: Leader, host: School): PairCode | null {
  const ask = { facts, leader, host, homes: facts.homesOf.get(leader.id) ?? [] };
  for (const find of finders) {
    if (find === findRepeat) return isRepeat(facts, leader, host) ? 'REPEAT' : null;
    const fault = find(ask);
    if (fault !== null) return fault.code;
  }
  return null;
}

interface Ask {
  facts: PairFacts;
  leader: Leader;
  host: School;
  homes: readonly School[];
}

function findOwn({ leader, host }: Ask): PairFault | null {
  return leader.schoolIds.includes(host.id) ? { code: 'OWN', school: host.id } : null;
}

function findGroup({ facts, host, homes }: Ask): PairFault | null {
  const { groupId } = host;
  if (!facts.instance.config.excludeSameGroup || groupId === null) return null;
  const home = homes.find((one) => one.groupId === groupId);
  return home ? { code: 'GROUP', group: groupId, school: home.id } : null;
}

function findConflict({ facts, leader, host }: Ask): PairFault | null {
  const parties = facts.conflicts.get(host.id);
  if (parties?.has(leader.id)) return { code: 'CONFLICT', school: null };
  const home = leader.schoolIds.find((id) => parties?.has(id));
  return home === undefined ? null : { code: 'CONFLICT', school: home };
}

function findCompetitor({ facts, host, homes }: Ask): PairFault | null {
  const { competitorKm, competitorPhases } = facts.instance.config;
  if (competitorKm <= 0 || !meet(host.phases, competitorPhases)) return null;
  const near = homes.find(
    (home) => meet(home.phases, competitorPhases) && metresBetween(home, host) < competitorKm * 1000,
  );
  if (near === undefined) return null;
  return { code: 'COMPETITOR', school: near.id, metres: Math.round(metresBetween(near, host)) };
}

function findArea({ facts, host, homes }: Ask): PairFault | null {
  if (!facts.instance.config.sameArea || homes.some(({ area }) => area === host.area)) return null;
  return { code: 'AREA', area: host.area };
}

function findCluster({ facts, host, homes }: Ask): PairFault | null {
  if (homes.some((home) => meet(home.clusterIds, host.clusterIds))) return null;
  const { crossCluster, crossPhase } = facts.instance.config;
  const samePhase = homes.some((home) => meet(home.phases, host.phases));
  const leave = (samePhase ? crossCluster : crossPhase)[host.phases[0] ?? ''];
  return leave === 'penalise' ? null : { code: 'CLUSTER', clusters: host.clusterIds };
}

function findRepeat(ask: Ask): PairFault | null {
  const { facts, leader, host } = ask;
  if (!isRepeat(facts, leader, host)) return null;
  const byPerson = facts.instance.config.repeatLevel === 'person';
  const years = facts.instance.history.flatMap((past) => {
    const theirs = byPerson ? past.leaderId === leader.id : leader.schoolIds.includes(past.fromSchool);
    return theirs && past.host === host.id ? [past.year] : [];
  });
  return { code: 'REPEAT', year: Math.max(...years) };
}

/** In the order of `pairCodes`; REPEAT, whose facts take longest, is last. */
const finders = [findOwn, findGroup, findConflict, findCompetitor, findArea, findCluster, findRepeat];
