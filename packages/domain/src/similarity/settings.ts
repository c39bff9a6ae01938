import { type SimilarityInput, similarityInputs } from './inputs.ts';

/** How much each input counts, in whole steps from 0 (left out) to 5. */
export type Weights = Record<SimilarityInput, number>;
export const mostWeight = 5;

/** How clusters of similar schools are proposed; kept with the partnership. */
export type SimilaritySettings = {
  weights: Weights;
  /** Schools nearer than this, in kilometres, should not share a cluster. 0 for no bar. */
  barKm: number;
  clusters: number;
};

/**
 * Selection shapes a school's intake most, then poverty, then size. The bar of 5 km is about the three miles that a
 * pupil may be asked to walk (Education Act 1996, s.444), so families choose between schools within it; the season's
 * planner keeps the same distance between a school and its reviewers.
 */
export const usualWeights: Weights = { pupils: 3, fsmPercent: 4, sixthForm: 2, selective: 5, rurality: 2 };
export const usualBarKm = 5;

/** As many schools in a cluster as leave a school a dozen others to be reviewed by. */
const usualSize = 13;
export const suggestClusters = (schools: number) => Math.max(1, Math.round(schools / usualSize));

/** The most schools that one proposal compares: pairs grow with the square. The largest county has some 130. */
export const mostSchools = 400;

export const proposalRefusals = [
  'no-weight',
  'too-few-schools',
  'too-many-schools',
  'more-clusters-than-schools',
] as const;
export type ProposalRefusal = (typeof proposalRefusals)[number];

/** Something must count: with no weight at all there is nothing to compare by. */
export const refuseWeights = (weights: Weights): 'no-weight' | null =>
  similarityInputs.every((input) => weights[input] === 0) ? 'no-weight' : null;

/** Why clusters cannot be proposed, or null. */
export function refuseProposal(settings: SimilaritySettings, schools: number): ProposalRefusal | null {
  const refusal = refuseWeights(settings.weights);
  if (refusal) return refusal;
  if (schools < 2) return 'too-few-schools';
  if (schools > mostSchools) return 'too-many-schools';
  return settings.clusters > schools ? 'more-clusters-than-schools' : null;
}
