import { daysFilesAreKept } from '../imports/states.ts';

/** Everything that is not kept for ever, and for how many whole days, counted from what. */
export const retentionRules = [
  { what: 'sign-in-questions', days: 1, since: 'it-ran-out' },
  { what: 'attempts', days: 1, since: 'it-was-made' },
  { what: 'given-answers', days: 1, since: 'it-was-made' },
  { what: 'import-files', days: daysFilesAreKept, since: 'it-was-made' },
  { what: 'sessions', days: 90, since: 'it-ended' },
  { what: 'mails', days: 90, since: 'it-was-sent' },
  { what: 'jobs', days: 365, since: 'it-ended' },
  { what: 'tokens', days: 365, since: 'it-ended' },
  { what: 'import-changes', days: 730, since: 'it-was-made' },
  { what: 'notifications', days: 365, since: 'it-was-made' },
  { what: 'school-changes', days: 730, since: 'it-was-made' },
  { what: 'reminders', days: 730, since: 'it-was-made' },
  { what: 'delegations', days: 730, since: 'it-ended' },
  { what: 'recoveries', days: 730, since: 'it-ended' },
  { what: 'people', days: 1095, since: 'their-last-role-ended' },
] as const satisfies readonly { what: string; days: number; since: string }[];

export type Kept = (typeof retentionRules)[number]['what'];
export type KeptSince = (typeof retentionRules)[number]['since'];

const day = 86_400_000;

/** What came to be before this moment has been kept for long enough. */
export const keptUntil = (now: Date, days: number) => new Date(now.getTime() - days * day);
