import type { Kept, KeptSince } from '@lateral/domain/retention/rules';
import { plural } from '../ui/plural.ts';

/** What is not kept for ever. */
export const keptWords: Record<Kept, string> = {
  'sign-in-questions': 'Sign-in links and codes',
  attempts: 'Counts of tries to sign in',
  'given-answers': 'Notes that stop a change from being made twice',
  'import-files': 'Copies of imported files',
  sessions: 'Records of where people were signed in',
  mails: 'Mail',
  jobs: 'Long pieces of work, and how long they took',
  tokens: 'Tokens of other programs',
  'import-changes': 'Lists of what an import changed',
  notifications: 'Notifications',
  'school-changes': 'Notes for undoing a change to many schools',
  reminders: 'Lists of who was reminded',
  delegations: 'Rights to prepare things for a head',
  recoveries: 'Requests for a new address',
  people: 'People: their name, their address and all that is about them',
};

export const sinceWords: Record<KeptSince, string> = {
  'it-ran-out': 'after they ran out',
  'it-was-made': 'from the day they were made',
  'it-ended': 'after they ended',
  'it-was-sent': 'after it was sent',
  'their-last-role-ended': 'after their last role ended',
};

/** A number of days as people say it. */
export const lengthInWords = (days: number) =>
  days >= 365 ? plural(Math.round(days / 365), 'year') : plural(days, 'day');
