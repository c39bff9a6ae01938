/** What a school may ask its reviewers to look at, and what a leader may know well: one list, so that the two meet. */
export const areas = [
  'early-reading',
  'writing',
  'mathematics',
  'curriculum',
  'teaching',
  'assessment',
  'subject-leadership',
  'early-years',
  'sixth-form',
  'send',
  'disadvantaged-pupils',
  'behaviour',
  'attendance',
  'personal-development',
  'wellbeing',
  'safeguarding-culture',
  'governance',
] as const;
export type Area = (typeof areas)[number];

/** A school names at most so many areas for its own review. */
export const mostFocus = 3;
