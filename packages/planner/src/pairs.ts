import type { Instance, Leader, School } from './instance.ts';

/** The facts that decide whether a leader may review a host, indexed once. */
export interface PairFacts {
  instance: Instance;
  homesOf: Map<string, School[]>;
  /** host → the leaders and schools it has a conflict with. */
  conflicts: Map<string, Set<string>>;
  /** host → the leaders or schools (by `repeatLevel`) who reviewed it too recently. */
  repeats: Map<string, Set<string>>;
}

export function indexPairFacts(instance: Instance): PairFacts {
  const schools = new Map(instance.schools.map((school) => [school.id, school]));
  const homesOf = new Map<string, School[]>();
  for (const leader of instance.leaders) {
    homesOf.set(
      leader.id,
      leader.schoolIds.flatMap((id) => schools.get(id) ?? []),
    );
  }
  const conflicts = new Map<string, Set<string>>();
  for (const conflict of instance.conflicts) {
    if ('leaderId' in conflict) addTo(conflicts, conflict.schoolId, conflict.leaderId);
    else {
      addTo(conflicts, conflict.schoolB, conflict.schoolA);
      addTo(conflicts, conflict.schoolA, conflict.schoolB);
    }
  }
  const { repeatYears, repeatLevel } = instance.config;
  const repeats = new Map<string, Set<string>>();
  for (const past of instance.history) {
    if (past.year < instance.calendar.year - repeatYears) continue;
    addTo(repeats, past.host, repeatLevel === 'person' ? past.leaderId : past.fromSchool);
  }
  return { instance, homesOf, conflicts, repeats };
}

function addTo(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key);
  if (set) set.add(value);
  else sets.set(key, new Set([value]));
}

const meet = (some: readonly string[], others: readonly string[]) => some.some((one) => others.includes(one));
const metres = (a: School, b: School) => Math.hypot(a.e - b.e, a.n - b.n);

/** Whether no rule about this pair (OWN, GROUP, CONFLICT, COMPETITOR, AREA, CLUSTER, REPEAT) forbids the leader. */
export function mayReview(facts: PairFacts, leader: Leader, host: School): boolean {
  const { config } = facts.instance;
  const homes = facts.homesOf.get(leader.id) ?? [];
  if (leader.schoolIds.includes(host.id)) return false;
  if (config.sameArea && !homes.some((home) => home.area === host.area)) return false;
  if (config.excludeSameGroup && host.groupId && homes.some((home) => home.groupId === host.groupId))
    return false;
  if (isConflicted(facts, leader, host) || isRepeat(facts, leader, host)) return false;
  if (homes.some((home) => isCompetitor(facts, home, host))) return false;
  return homes.some((home) => meet(home.clusterIds, host.clusterIds)) || mayCross(facts, homes, host);
}

function isConflicted({ conflicts }: PairFacts, leader: Leader, host: School): boolean {
  const parties = conflicts.get(host.id);
  return parties !== undefined && (parties.has(leader.id) || leader.schoolIds.some((id) => parties.has(id)));
}

/** REPEAT: the person, or somebody of their schools, was here too recently. */
export function isRepeat({ instance, repeats }: PairFacts, leader: Leader, host: School): boolean {
  const recent = repeats.get(host.id);
  if (recent === undefined) return false;
  if (instance.config.repeatLevel === 'person') return recent.has(leader.id);
  return leader.schoolIds.some((id) => recent.has(id));
}

function isCompetitor({ instance }: PairFacts, home: School, host: School): boolean {
  const { competitorKm, competitorPhases } = instance.config;
  if (competitorKm <= 0 || !meet(host.phases, competitorPhases) || !meet(home.phases, competitorPhases))
    return false;
  return metres(home, host) < competitorKm * 1000;
}

function mayCross({ instance }: PairFacts, homes: readonly School[], host: School): boolean {
  const phase = host.phases[0] ?? '';
  const samePhase = homes.some((home) => meet(home.phases, host.phases));
  return (samePhase ? instance.config.crossCluster : instance.config.crossPhase)[phase] === 'penalise';
}

/** Travel, long trip, cross-cluster, phase mismatch and (for a secondary host) dissimilarity, in cost points. */
export function pairCost(facts: PairFacts, leader: Leader, host: School): number {
  const { weights } = facts.instance.config;
  const homes = facts.homesOf.get(leader.id) ?? [];
  const distances = homes.map((home) => metres(home, host));
  const nearest = Math.min(...distances);
  const home = homes[distances.indexOf(nearest)];
  const trip = Math.round(nearest / 100);
  let cost = weights.travel * trip + weights.longTrip * Math.max(0, trip - weights.longTripFrom);
  if (!homes.some((one) => meet(one.clusterIds, host.clusterIds))) cost += weights.crossCluster;
  if (!homes.some((one) => meet(one.phases, host.phases))) cost += weights.phaseMismatch;
  if (host.phases[0] === 'secondary' && home)
    cost += weights.dissimilarity * difference(home.features, host.features);
  return cost;
}

function difference(some: readonly number[], others: readonly number[]): number {
  if (others.length === 0) return 0;
  const sum = others.reduce((total, feature, index) => total + Math.abs(feature - (some[index] ?? 0)), 0);
  return Math.round(sum / others.length);
}
