/** What a school is told by the clock: that it has to renew or to consent by a day, and that its membership has ended. */
export const dueKinds = ['renew', 'consent', 'ended'] as const;
export type DueKind = (typeof dueKinds)[number];

/** How many days before the day a school is reminded, each time once. */
export const reminderDays = { renew: [60, 30, 7], consent: [28, 14, 3] } as const;

const dayMs = 86_400_000;
/** How many days there are from one day to another. */
export const daysUntil = (day: string, today: string) =>
  Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / dayMs);

/**
 * Which reminder is due on a day: the last whose time has come, so that one who comes late gets one and not all; null
 * before the first, and once the day itself is past.
 */
export function reminderDue(about: keyof typeof reminderDays, due: string, today: string): number | null {
  const left = daysUntil(due, today);
  if (left < 0) return null;
  return reminderDays[about].findLast((days) => left <= days) ?? null;
}
