import { expect, test } from 'vitest';
import { isDue, refuseAgreeing, refuseAsking } from './recoveries.ts';

const person = { personId: 'ada', email: 'ada@old.example' };
const asking = {
  askedBy: 'broker',
  newEmail: 'ada@new.example',
  isOpen: false,
  isAddressTaken: false,
  isRoleMailbox: false,
};

test.each([
  ['for somebody who has lost their mailbox', {}, null],
  ['for oneself', { askedBy: 'ada' }, 'own-account'],
  ['while another is under way', { isOpen: true }, 'recovery-open'],
  ['to the address they have', { newEmail: 'ada@old.example' }, 'same-address'],
  ['to an address that an office reads', { isRoleMailbox: true }, 'role-mailbox'],
  ["to somebody else's address", { isAddressTaken: true }, 'address-in-use'],
] as const)('a recovery asked %s', (_, change, refusal) => {
  expect(refuseAsking(person, { ...asking, ...change })).toBe(refusal);
});

const asked = { state: 'asked', personId: 'ada', askedBy: 'broker' } as const;

test.each([
  ['a second person', asked, 'chair', null],
  ['the one who asked', asked, 'broker', 'same-person-twice'],
  ['the one whose account it is', asked, 'ada', 'own-account'],
  ['a third person', { ...asked, state: 'agreed' }, 'other', 'recovery-ended'],
  ['a second person after it was stopped', { ...asked, state: 'stopped' }, 'chair', 'recovery-ended'],
] as const)('%s agrees', (_, recovery, agreedBy, refusal) => {
  expect(refuseAgreeing(recovery, agreedBy)).toBe(refusal);
});

const now = new Date('2026-11-24T09:00:00Z');
test.each([
  ['its day has passed', 'agreed', now, true],
  ['its day has not passed', 'agreed', new Date('2026-11-24T09:00:01Z'), false],
  ['it was stopped', 'stopped', now, false],
  ['nobody has agreed', 'asked', null, false],
] as const)('a recovery happens when %s', (_, state, dueAt, happens) => {
  expect(isDue({ state, dueAt }, now)).toBe(happens);
});
