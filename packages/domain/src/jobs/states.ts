/** The life of a job: long work that reports progress, can be cancelled and outlives a restart. */
export const jobStates = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const;
export type JobState = (typeof jobStates)[number];
export const jobKinds = [
  'check-import',
  'apply-import',
  'undo-import',
  'plan-season',
  'relax-school',
] as const;
export type JobKind = (typeof jobKinds)[number];

/** A job that is waiting or running may still be cancelled; one that has ended may not. */
export const isUnderWay = (state: JobState) => state === 'waiting' || state === 'running';
