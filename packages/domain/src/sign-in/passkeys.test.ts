import { expect, test } from 'vitest';
import { refuseChallenge } from './passkeys.ts';
import { isConfirmed } from './sessions.ts';

const now = new Date('2026-11-24T09:00:00Z');
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const asked = {
  ceremony: 'add',
  browserHash: 'mine',
  personId: 'ada',
  expiresAt: minutesAgo(-5),
  usedAt: null,
} as const;
const answer = { ceremony: 'add', browserHash: 'mine', personId: 'ada' } as const;

test.each([
  ['its own answer', asked, answer, null],
  ['no question at all', null, answer, 'challenge-unknown'],
  ['a second answer', { ...asked, usedAt: now }, answer, 'challenge-unknown'],
  ['an answer for something else', asked, { ...answer, ceremony: 'confirm' }, 'challenge-unknown'],
  ['an answer from another browser', asked, { ...answer, browserHash: 'other' }, 'challenge-unknown'],
  ['an answer without the cookie', asked, { ...answer, browserHash: null }, 'challenge-unknown'],
  ['an answer of somebody else', asked, { ...answer, personId: 'ben' }, 'challenge-unknown'],
  ['an answer that comes too late', { ...asked, expiresAt: now }, answer, 'challenge-expired'],
] as const)('a question to a passkey meets %s', (_, challenge, given, refusal) => {
  expect(refuseChallenge(challenge, given, now)).toBe(refusal);
});

test.each([
  ['never', null, false],
  ['just now', now, true],
  ['four minutes and fifty-nine seconds ago', minutesAgo(4.99), true],
  ['five minutes ago', minutesAgo(5), false],
] as const)('a proof given %s counts: %s', (_, at, counts) => {
  expect(isConfirmed(at, now)).toBe(counts);
});
