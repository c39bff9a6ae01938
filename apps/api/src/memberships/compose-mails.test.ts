import { expect, test } from 'vitest';
import {
  converted,
  ended,
  type Letter,
  noticeGiven,
  noticeTakenBack,
  pleaseConsent,
  pleaseRenew,
  renewed,
} from './compose-mails.ts';

const letter: Letter = {
  partnership: 'Vale Schools',
  school: 'Ashlow School',
  url: 'https://lateral.example/schools/a',
  to: 'Ada Fern',
};

test.each([
  [
    'renewed',
    renewed(letter, { until: '2028-08-31', name: 'Bo Rook' }),
    'Ashlow School stays in Vale Schools until 31 August 2028',
    'Bo Rook has renewed the membership of Ashlow School in Vale Schools. The school is a member until 31 August 2028.',
  ],
  [
    'notice given',
    noticeGiven(letter, '2027-01-18'),
    'Ashlow School leaves Vale Schools on 18 January 2027',
    'Notice has been given that Ashlow School leaves Vale Schools. It is a member up to and including 18 January 2027, with all that goes with it.',
  ],
  [
    'notice taken back',
    noticeTakenBack(letter, null),
    'Ashlow School stays in Vale Schools',
    'The notice that Ashlow School leaves Vale Schools was taken back. The school stays a member.',
  ],
  [
    'notice taken back in a year of membership',
    noticeTakenBack(letter, '2027-08-31'),
    'Ashlow School stays in Vale Schools',
    'The school stays a member until 31 August 2027, and can then renew.',
  ],
  [
    'carried over',
    converted(letter, { toUrn: 150_001, endsOn: null }),
    'The membership of Ashlow School carries over',
    'Ashlow School has a new record in the national register, URN 150001. Its membership in Vale Schools carries over: nothing else changes, and there is nothing to do.',
  ],
  [
    'lapsed',
    converted(letter, { toUrn: 150_001, endsOn: '2026-11-30' }),
    'The membership of Ashlow School ended with its old record',
    'As the agreement says, its membership in Vale Schools ended with the old one, on 30 November 2026.',
  ],
  [
    'please renew',
    pleaseRenew(letter, '2027-08-31'),
    'Does Ashlow School stay in Vale Schools?',
    'The membership of Ashlow School in Vale Schools ends on 31 August 2027, unless the school renews it.',
  ],
  [
    'please consent',
    pleaseConsent(letter, { number: 2, by: '2026-12-31' }),
    'Please sign the new agreement by 31 December 2026',
    'Members are asked to sign it by 31 December 2026, and Ashlow School has not yet. You see what has changed before you sign.',
  ],
  [
    'ended, and can be renewed',
    ended(letter, { on: '2027-08-31', canRenew: true }),
    'Ashlow School is no longer a member of Vale Schools',
    'the headteacher can still renew it',
  ],
  [
    'ended by notice',
    ended(letter, { on: '2027-01-18', canRenew: false }),
    'Ashlow School is no longer a member of Vale Schools',
    'Thank you for being part of it.',
  ],
])('%s', (_, { subject, text }, expected, says) => {
  expect(subject).toBe(expected);
  expect(text).toMatch(/^Dear Ada Fern,\n\n/);
  expect(text).toContain(says);
  expect(text).toContain('https://lateral.example/schools/a');
  expect(text).toMatch(/\n--\nYou get this because of your role in the school\. .*\n$/);
  expect(text).not.toMatch(/undefined|null|NaN|\n{3}/);
});
