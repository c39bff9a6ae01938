/**
 * What people can be asked for: that their school joins (`join`), that a member consents to a new version (`consent`),
 * that the chair of governors co-signs (`co-sign`), that a member renews (`renew`), that it offers its leaders' days for
 * the season (`offer`), that they train to review (`train`), or that they say yes or no to their reviews (`answer`).
 */
export const reminderKinds = ['join', 'consent', 'co-sign', 'renew', 'offer', 'train', 'answer'] as const;
export type ReminderKind = (typeof reminderKinds)[number];
/** Those that are about people themselves, and not about their school. */
type OfPeople = 'train' | 'answer';
export type SchoolReminderKind = Exclude<ReminderKind, OfPeople>;

/** How long a reminder waits before it goes, so that it can be undone. */
export const holdSeconds = 10;
/** Nobody is reminded of the same thing twice within this time. */
export const quietHours = 24;

export const batchStates = ['held', 'undone', 'sent'] as const;

export const reminderRefusals = [
  'already-member',
  'not-a-member',
  'school-closed',
  'not-counted',
  'nothing-to-sign',
  'signed-already',
  'not-signed-yet',
  'co-signed-already',
  'not-expiring',
  'not-asked-for-days',
  'offered-already',
  'no-head',
  'no-chair',
  'already-trained',
  'nothing-to-answer',
  'not-a-leader',
  'reminded-lately',
] as const;
export type ReminderRefusal = (typeof reminderRefusals)[number];

/** Whether a reminder is about schools, of which the right people are asked, or about people themselves. */
export const isAboutSchools = (kind: ReminderKind): kind is SchoolReminderKind =>
  kind !== 'train' && kind !== 'answer';

/** How one school stands for everything that its head, or its chair, can be asked for. */
export type SchoolStanding = {
  isOpen: boolean;
  counted: boolean;
  isMember: boolean;
  /** A later membership is set down: it has joined, from another day. */
  joinsLater: boolean;
  hasVersionInForce: boolean;
  /** Its head has signed the version in force. */
  isHeadDone: boolean;
  /** Its head has signed what can still be co-signed, and nobody has. */
  isWaiting: boolean;
  /** What it last began to sign is complete. */
  isLastComplete: boolean;
  /** Its year ends soon, and it has not renewed. */
  isToRenew: boolean;
  /** Members are asked for their days for a season that is not over. */
  isRoundOpen: boolean;
  /** It has sent them. */
  hasOffered: boolean;
  /** Somebody is known who could be asked: a head, or for `co-sign` a chair who is not the one who signed. */
  hasPerson: boolean;
};
/** How one person stands for a reminder about themselves. */
export type PersonStanding = {
  trainedOn: string | null;
  /** Reviews to come that they are asked for and have not said yes or no to. */
  unanswered: number;
  isLeader: boolean;
};

type SchoolRule = (school: SchoolStanding) => ReminderRefusal | null;

/** Why a school is not asked, by what it has done; whether somebody is known there comes after. */
const rules: Record<SchoolReminderKind, SchoolRule> = {
  join: ({ isMember, joinsLater, isOpen, counted, isHeadDone, isWaiting }) => {
    if (isMember || joinsLater) return 'already-member';
    if (!isOpen) return 'school-closed';
    if (!counted) return 'not-counted';
    // One that has left has signed all that there is: it comes back by the broker's hand.
    return isHeadDone || isWaiting ? 'signed-already' : null;
  },
  consent: ({ isMember, isOpen, hasVersionInForce, isHeadDone, isWaiting }) => {
    if (!isMember) return 'not-a-member';
    if (!isOpen) return 'school-closed';
    if (!hasVersionInForce) return 'nothing-to-sign';
    return isHeadDone || isWaiting ? 'signed-already' : null;
  },
  'co-sign': ({ isOpen, isWaiting, isLastComplete }) => {
    if (!isOpen) return 'school-closed';
    if (isWaiting) return null;
    return isLastComplete ? 'co-signed-already' : 'not-signed-yet';
  },
  renew: ({ isMember, isOpen, isToRenew }) => {
    if (!isMember) return 'not-a-member';
    if (!isOpen) return 'school-closed';
    return isToRenew ? null : 'not-expiring';
  },
  offer: ({ isMember, isOpen, isRoundOpen, hasOffered }) => {
    if (!isMember) return 'not-a-member';
    if (!isOpen) return 'school-closed';
    if (!isRoundOpen) return 'not-asked-for-days';
    return hasOffered ? 'offered-already' : null;
  },
};

/** Why nobody of a school is asked for this, or null. Whoever has acted already is left alone. */
export function refuseSchoolReminder(
  kind: SchoolReminderKind,
  school: SchoolStanding,
): ReminderRefusal | null {
  const why = rules[kind](school);
  if (why || school.hasPerson) return why;
  return kind === 'co-sign' ? 'no-chair' : 'no-head';
}

/** Why somebody is not reminded of what is theirs to do, or null. Only those who may review are asked to. */
export function refusePersonReminder(
  kind: OfPeople,
  { trainedOn, unanswered, isLeader }: PersonStanding,
): ReminderRefusal | null {
  if (kind === 'train' && trainedOn !== null) return 'already-trained';
  if (kind === 'answer' && unanswered === 0) return 'nothing-to-answer';
  return isLeader ? null : 'not-a-leader';
}

/** Since when a reminder of the same thing keeps another from being sent. */
export const quietSince = (now: Date) => new Date(now.getTime() - quietHours * 3_600_000);
