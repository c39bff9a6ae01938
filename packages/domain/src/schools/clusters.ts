/**
 * Kinds of review cluster. Source: consultation, peer review: seven local primary partnerships; secondary
 * clusters of similar schools that are not neighbours; special schools across the county.
 */
export const clusterKinds = ['primary-partnership', 'similar-secondary', 'special-county'] as const;
export type ClusterKind = (typeof clusterKinds)[number];
