import type { Season } from '@lateral/contract/seasons';
import { listBlockers } from '@lateral/domain/seasons/readiness';
import { supply } from '@lateral/planner/supply';
import { buildInstance } from './build-instance.ts';
import type { SeasonFacts } from './facts-queries.ts';
import type { SeasonRow } from './queries.ts';

/** How a season stands: what it needs and what there is, from the facts of today. */
export function describeSeason(row: SeasonRow, facts: SeasonFacts): Season {
  const { planCost, boundCost, boundUnplaced, rules: _, ...season } = row;
  const instance = buildInstance(facts);
  const { needed, available } = supply(instance);
  const trainedLeaders = instance.leaders.filter(({ trainedOn }) => trainedOn !== null).length;
  const members = facts.members.length;
  const ids = new Set(facts.members.map(({ id }) => id));
  const membersInClusters = new Set(
    facts.assignments.map(({ schoolId }) => schoolId).filter((id) => ids.has(id)),
  ).size;
  const blockers = listBlockers({
    members,
    trainedLeaders,
    terms: facts.terms.length,
    membersInClusters,
    windowStart: facts.season.windowStart,
    windowEnd: facts.season.windowEnd,
  });
  const quality =
    planCost === null || boundCost === null || boundUnplaced === null
      ? null
      : { cost: planCost, boundCost, boundUnplaced };
  return { ...season, quality, members, trainedLeaders, supply: { needed, available }, blockers };
}
