import type { Phase } from '@lateral/domain/schools/phases';
import { compareSeat } from '@lateral/domain/seasons/explanations';
import type { Instance } from '@lateral/planner/instance';
import { metresBetween } from '@lateral/planner/pair-rules';
import type { Fit } from '@lateral/planner/rank-seat';
import type { Names } from './reason-queries.ts';

/** Whole metres as kilometres to one decimal. */
export const toKm = (metres: number) => Math.round(metres / 100) / 10;

/** Leaders as people read of them, in view of one host: the school they come from is the nearest of theirs. */
export function introduceLeaders(instance: Instance, names: Names, hostId: string) {
  const schools = new Map(instance.schools.map((school) => [school.id, school]));
  const leaders = new Map(instance.leaders.map((leader) => [leader.id, leader]));
  const host = schools.get(hostId);
  const { weights } = instance.config;

  const findNearest = (leaderId: string) => {
    const homes = (leaders.get(leaderId)?.schoolIds ?? []).flatMap((id) => schools.get(id) ?? []);
    const far = homes.map((home) => ({ id: home.id, metres: host ? metresBetween(home, host) : 0 }));
    return far.toSorted((a, b) => a.metres - b.metres)[0] ?? { id: '', metres: 0 };
  };
  const travelCost = (metres: number) => {
    const trip = Math.round(metres / 100);
    return weights.travel * trip + weights.longTrip * Math.max(0, trip - weights.longTripFrom);
  };
  const introduce = (leaderId: string) => ({
    personId: leaderId,
    name: names.people.get(leaderId) ?? '',
    role: leaders.get(leaderId)?.role ?? ('deputy' as const),
    schoolName: names.schools.get(findNearest(leaderId).id) ?? '',
  });
  return {
    introduce,
    /** From the nearest of their schools to the host. */
    metresTo: (leaderId: string) => findNearest(leaderId).metres,
    isKnown: (leaderId: string) => names.people.has(leaderId),
    nameSchool: (schoolId: string) => ({ schoolId, name: names.schools.get(schoolId) ?? '' }),
    clusterOf: (schoolId: string) => schools.get(schoolId)?.clusterIds[0] ?? '',
    hostPhases: (host?.phases ?? []) as Phase[],
    /** Who else could take the seat of `holder`, and what that would mean. */
    describeOther: ({ leader, difference }: Fit, holder: string) => {
      const { metres } = findNearest(leader);
      const { metres: now } = findNearest(holder);
      return {
        ...introduce(leader),
        km: toKm(metres),
        kmFurther: toKm(metres - now),
        comparison: compareSeat({ difference, travel: travelCost(metres) - travelCost(now) }),
      };
    },
  };
}

export type Leaders = ReturnType<typeof introduceLeaders>;
