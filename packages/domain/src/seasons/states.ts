/** What the broker may do to the draft of a season by hand. */
export const draftStepKinds = ['placed', 'moved', 'team-changed', 'taken-out'] as const;
export type DraftStepKind = (typeof draftStepKinds)[number];
