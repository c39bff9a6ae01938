import type { Instance } from '@lateral/planner/instance';

/** A review whose day has come: the school and those who went. */
export type Past = { schoolId: string; team: readonly string[] };

/**
 * An instance in which some reviews are over: their schools receive none any more, whoever went has given that day, and
 * no leader of such a school goes where its reviewers came from, unless schools may review one another.
 */
export function countPast(instance: Instance, past: readonly Past[]): Instance {
  if (past.length === 0) return instance;
  const over = new Set(past.map(({ schoolId }) => schoolId));
  const given = new Map<string, number>();
  for (const { team } of past) for (const id of team) given.set(id, (given.get(id) ?? 0) + 1);
  const unitGiven = new Map<string, number>();
  for (const { id, unitId } of instance.leaders)
    unitGiven.set(unitId, (unitGiven.get(unitId) ?? 0) + (given.get(id) ?? 0));
  return {
    ...instance,
    schools: instance.schools.map((one) => (over.has(one.id) ? { ...one, receives: false } : one)),
    units: instance.units.map((unit) => ({
      ...unit,
      maxDays: Math.max(0, unit.maxDays - (unitGiven.get(unit.id) ?? 0)),
    })),
    leaders: instance.leaders.map((leader) => {
      const gave = given.get(leader.id) ?? 0;
      return {
        ...leader,
        maxReviews: Math.max(0, leader.maxReviews - gave),
        targetHalfDays: Math.max(0, leader.targetHalfDays - 2 * gave),
      };
    }),
    conflicts: [...instance.conflicts, ...returns(instance, past)],
  };
}

function returns({ config, leaders }: Instance, past: readonly Past[]): Instance['conflicts'] {
  if (config.reciprocal === 'allow') return [];
  const homes = new Map(leaders.map(({ id, schoolIds }) => [id, schoolIds]));
  return past.flatMap(({ schoolId, team }) => {
    const own = leaders.filter(({ schoolIds }) => schoolIds.includes(schoolId));
    const froms = new Set(team.flatMap((id) => homes.get(id) ?? []));
    return own.flatMap(({ id }) => [...froms].map((from) => ({ leaderId: id, schoolId: from })));
  });
}
