import { expect, test } from 'vitest';
import { isRoleMailbox, refuseCode, refuseCodeAddress } from './codes.ts';

const now = new Date('2026-11-24T09:00:00Z');
const code = { codeHash: 'right', expiresAt: new Date('2026-11-24T09:05:00Z'), triesLeft: 5 };

test.each([
  ['the right code in time', code, 'right', null],
  ['a wrong code', code, 'wrong', 'code-wrong'],
  ['a code that nobody asked for', null, 'right', 'code-unknown'],
  ['a code at its end', { ...code, expiresAt: now }, 'right', 'code-expired'],
  ['the right code after too many tries', { ...code, triesLeft: 0 }, 'right', 'code-spent'],
] as const)('%s', (_, given, hash, refusal) => {
  expect(refuseCode(given, hash, now)).toBe(refusal);
});

test.each([
  'head@oak.sch.uk',
  'Head.Teacher@oak.sch.uk',
  'head-teacher@oak.sch.uk',
  'admin@oak.sch.uk',
  'admin2@oak.sch.uk',
  'office@oak.sch.uk',
  'oak.office@trust.example',
  'clerk_oak@trust.example',
  'principal@academy.example',
])('%s is a role mailbox', (email) => expect(isRoleMailbox(email)).toBe(true));

test.each([
  'ada.fern@oak.sch.uk',
  'afern@oak.sch.uk',
  'anthony.head@oak.sch.uk',
  'adminah.khan@oak.sch.uk',
  'emily_post@oak.sch.uk',
  'infosino@oak.sch.uk',
])('%s is a person’s own', (email) => expect(isRoleMailbox(email)).toBe(false));

test.each([
  ['their own confirmed address', 'ada.fern@oak.sch.uk', now, null],
  ['their own address that nobody has confirmed', 'ada.fern@oak.sch.uk', null, 'address-not-confirmed'],
  ['a role mailbox, though somebody confirmed it', 'head@oak.sch.uk', now, 'role-mailbox'],
] as const)('a code to %s', (_, email, addressConfirmedAt, refusal) => {
  expect(refuseCodeAddress({ email, addressConfirmedAt })).toBe(refusal);
});
