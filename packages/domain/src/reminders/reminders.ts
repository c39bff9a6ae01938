/**
 * What people can be asked for: that their school joins (`join`), that a member consents to a new version (`consent`),
 * that the chair of governors co-signs (`co-sign`), that a member renews (`renew`), or that they train to review.
 */
export const reminderKinds = ['join', 'consent', 'co-sign', 'renew', 'train'] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/** How long a reminder waits before it goes, so that it can be undone. */
export const holdSeconds = 10;
/** Nobody is reminded of the same thing twice within this time. */
export const quietHours = 24;

export const batchStates = ['held', 'undone', 'sent'] as const;

export const reminderRefusals = [
  'already-member',
  'school-closed',
  'not-counted',
  'no-head',
  'already-trained',
  'not-a-leader',
  'reminded-lately',
] as const;
export type ReminderRefusal = (typeof reminderRefusals)[number];

/** How one school stands for a reminder about joining. */
export type JoinStanding = { isOpen: boolean; counted: boolean; isMember: boolean; hasHead: boolean };
/** How one person stands for a reminder about training. */
export type TrainStanding = { trainedOn: string | null; isLeader: boolean };

/** Why a school's head is not reminded about joining, or null. Whoever has acted already is left alone. */
export function refuseJoinReminder({
  isOpen,
  counted,
  isMember,
  hasHead,
}: JoinStanding): ReminderRefusal | null {
  if (isMember) return 'already-member';
  if (!isOpen) return 'school-closed';
  if (!counted) return 'not-counted';
  return hasHead ? null : 'no-head';
}

/** Why somebody is not reminded about training, or null. Only those who may review are asked to train. */
export function refuseTrainReminder({ trainedOn, isLeader }: TrainStanding): ReminderRefusal | null {
  if (trainedOn !== null) return 'already-trained';
  return isLeader ? null : 'not-a-leader';
}

/** Since when a reminder of the same thing keeps another from being sent. */
export const quietSince = (now: Date) => new Date(now.getTime() - quietHours * 3_600_000);
