import { expect, test } from 'vitest';
import { refuseDelegation } from './delegations.ts';

const asked = {
  principalId: 'head',
  delegateId: 'office',
  isHead: true,
  isOfSchool: true,
  isLent: false,
  days: 200,
};

test.each([
  ['to somebody of the school, for the year', {}, null],
  ['for a single day', { days: 0 }, null],
  ['where they are not head', { isHead: false }, 'not-head-there'],
  ['to themselves', { delegateId: 'head' }, 'to-oneself'],
  ['to somebody of another school', { isOfSchool: false }, 'not-of-the-school'],
  ['a second time', { isLent: true }, 'already-lent'],
  ['for more than a year', { days: 367 }, 'too-long'],
  ['until yesterday', { days: -1 }, 'too-long'],
] as const)('a head lends %s', (_, change, refusal) => {
  expect(refuseDelegation({ ...asked, ...change })).toBe(refusal);
});
