/** What must be there before a season can be planned. */
export const planBlockers = [
  'no-members',
  'no-trained-leaders',
  'no-terms',
  'no-clusters',
  'window-over',
] as const;
export type PlanBlocker = (typeof planBlockers)[number];

export type Readiness = {
  members: number;
  trainedLeaders: number;
  terms: number;
  membersInClusters: number;
  /** The first and last day on which a review may still fall; the first is after the last once the season is over. */
  windowStart: string;
  windowEnd: string;
};

/** Everything that stands in the way of planning; empty when the season can be planned. */
export function listBlockers(facts: Readiness): PlanBlocker[] {
  const missing: Record<PlanBlocker, boolean> = {
    'no-members': facts.members === 0,
    'no-trained-leaders': facts.trainedLeaders === 0,
    'no-terms': facts.terms === 0,
    'no-clusters': facts.members > 0 && facts.membersInClusters === 0,
    'window-over': facts.windowStart > facts.windowEnd,
  };
  return planBlockers.filter((blocker) => missing[blocker]);
}
