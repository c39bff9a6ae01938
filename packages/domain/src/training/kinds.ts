/** A half-day that makes somebody a reviewer, or one that lets a reviewer lead. */
export const trainingKinds = ['reviewer', 'lead'] as const;
export type TrainingKind = (typeof trainingKinds)[number];

export const halves = ['morning', 'afternoon'] as const;
export type Half = (typeof halves)[number];
