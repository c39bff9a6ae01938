/** Why a school cannot host, or a leader cannot go out, on a day. */
export const schoolDayKinds = ['inset', 'blocked'] as const;
export type SchoolDayKind = (typeof schoolDayKinds)[number];
