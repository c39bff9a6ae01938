/** A season is planned in private (draft) and later published (the season issue). */
export const seasonStates = ['draft'] as const;
/** One review: a draft until it is published. */
export const reviewStates = ['draft'] as const;
export type ReviewState = (typeof reviewStates)[number];
