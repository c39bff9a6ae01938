import type { Instance } from '@lateral/planner/instance';
import type { SeasonFacts } from './facts-queries.ts';

type Leaders = readonly { id: string; schoolIds: readonly string[] }[];

/**
 * Who went where in earlier seasons, for the rule on coming back: a visit of a leader counts for every school that they
 * lead today. Of schools and people that are not in the season the planner knows nothing.
 */
export function pastVisits(
  visits: SeasonFacts['visits'],
  schools: ReadonlySet<string>,
  leaders: Leaders,
): Instance['history'] {
  const homesOf = new Map(leaders.map(({ id, schoolIds }) => [id, schoolIds]));
  return visits.flatMap(({ year, schoolId, personId }) => {
    if (!schools.has(schoolId)) return [];
    return (homesOf.get(personId) ?? []).map((fromSchool) => ({
      year,
      host: schoolId,
      fromSchool,
      leaderId: personId,
    }));
  });
}
