/** What must be there before a season can be planned. */
export const planBlockers = ['no-members', 'no-trained-leaders', 'no-terms', 'no-clusters'] as const;
export type PlanBlocker = (typeof planBlockers)[number];

export type Readiness = { members: number; trainedLeaders: number; terms: number; membersInClusters: number };

/** Everything that stands in the way of planning; empty when the season can be planned. */
export function listBlockers(facts: Readiness): PlanBlocker[] {
  const missing: Record<PlanBlocker, boolean> = {
    'no-members': facts.members === 0,
    'no-trained-leaders': facts.trainedLeaders === 0,
    'no-terms': facts.terms === 0,
    'no-clusters': facts.members > 0 && facts.membersInClusters === 0,
  };
  return planBlockers.filter((blocker) => missing[blocker]);
}
