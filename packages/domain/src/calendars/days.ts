/** Why a school cannot host, or a leader cannot go out, on a day. */
export const schoolDayKinds = ['inset', 'blocked'] as const;
export type SchoolDayKind = (typeof schoolDayKinds)[number];

/** How much of a day: a review needs both halves, a training session one. */
export const dayParts = ['day', 'morning', 'afternoon'] as const;
export type DayPart = (typeof dayParts)[number];
