import { expect, test } from 'vitest';
import { quietSince, refusePersonReminder, refuseSchoolReminder, type SchoolStanding } from './reminders.ts';

const school: SchoolStanding = {
  isOpen: true,
  counted: true,
  isMember: false,
  joinsLater: false,
  hasVersionInForce: true,
  isHeadDone: false,
  isWaiting: false,
  isLastComplete: false,
  isToRenew: false,
  isRoundOpen: true,
  hasOffered: false,
  hasPerson: true,
};
const waiting = { ...school, isHeadDone: true, isWaiting: true };
const member = { ...school, isMember: true };

test.each([
  ['a school that has not joined', school, null],
  [
    'a school that has not joined while no version is in force',
    { ...school, hasVersionInForce: false },
    null,
  ],
  ['a school that has joined', member, 'already-member'],
  ['a school that joins on a later day', { ...school, joinsLater: true }, 'already-member'],
  ['a school whose head has signed and waits for the chair', waiting, 'signed-already'],
  [
    'a school that has left, and has signed the version in force',
    { ...school, isHeadDone: true, isLastComplete: true },
    'signed-already',
  ],
  ['a school that signed once and has left', { ...school, isLastComplete: true }, null],
  ['a school that has closed', { ...school, isOpen: false }, 'school-closed'],
  ['a school that is not a state school', { ...school, counted: false }, 'not-counted'],
  ['a school whose head is not known', { ...school, hasPerson: false }, 'no-head'],
  [
    'a member whose head is not known has acted all the same',
    { ...member, hasPerson: false },
    'already-member',
  ],
  ['a school that waits, whose head is not known now', { ...waiting, hasPerson: false }, 'signed-already'],
] as const)('about joining: %s', (_, standing, refusal) => {
  expect(refuseSchoolReminder('join', standing)).toBe(refusal);
});

test.each([
  ['a member that has not signed what is in force', member, null],
  ['a member that signed an earlier version', { ...member, isLastComplete: true }, null],
  ['a school that is not a member', school, 'not-a-member'],
  ['a member while no version is in force', { ...member, hasVersionInForce: false }, 'nothing-to-sign'],
  ['a member whose head has signed', { ...waiting, isMember: true }, 'signed-already'],
  [
    'a member that has signed it all',
    { ...member, isHeadDone: true, isLastComplete: true },
    'signed-already',
  ],
  ['a member whose earlier version waits for the chair', { ...member, isWaiting: true }, 'signed-already'],
  ['a member that has closed', { ...member, isOpen: false }, 'school-closed'],
  ['a member whose head is not known', { ...member, hasPerson: false }, 'no-head'],
] as const)('about consent: %s', (_, standing, refusal) => {
  expect(refuseSchoolReminder('consent', standing)).toBe(refusal);
});

test.each([
  ['a school whose head has signed', waiting, null],
  ['a member whose head has signed the next version', { ...waiting, isMember: true }, null],
  ['a school whose head has not signed', school, 'not-signed-yet'],
  [
    'a school whose chair has co-signed',
    { ...school, isHeadDone: true, isLastComplete: true },
    'co-signed-already',
  ],
  ['a school that has closed', { ...waiting, isOpen: false }, 'school-closed'],
  ['a school with nobody but the head to co-sign', { ...waiting, hasPerson: false }, 'no-chair'],
] as const)('about co-signing: %s', (_, standing, refusal) => {
  expect(refuseSchoolReminder('co-sign', standing)).toBe(refusal);
});

test.each([
  ['a member whose year ends soon', { ...member, isToRenew: true }, null],
  ['a member that has renewed, or whose year is far from over', member, 'not-expiring'],
  ['a school that is not a member', school, 'not-a-member'],
  ['a member that has closed', { ...member, isToRenew: true, isOpen: false }, 'school-closed'],
  ['a member whose head is not known', { ...member, isToRenew: true, hasPerson: false }, 'no-head'],
] as const)('about renewing: %s', (_, standing, refusal) => {
  expect(refuseSchoolReminder('renew', standing)).toBe(refusal);
});

test.each([
  ['a member that has not sent its days', member, null],
  ['a member that has sent them', { ...member, hasOffered: true }, 'offered-already'],
  ['a member while nobody is asked for days', { ...member, isRoundOpen: false }, 'not-asked-for-days'],
  ['a school that is not a member', school, 'not-a-member'],
  ['a member that has closed', { ...member, isOpen: false }, 'school-closed'],
  ['a member whose head is not known', { ...member, hasPerson: false }, 'no-head'],
] as const)('about offering days: %s', (_, standing, refusal) => {
  expect(refuseSchoolReminder('offer', standing)).toBe(refusal);
});

const leader = { trainedOn: null, unanswered: 0, isLeader: true };
test.each([
  ['a leader who is not trained', leader, null],
  ['a leader who is trained', { ...leader, trainedOn: '2026-06-01' }, 'already-trained'],
  ['a governor', { ...leader, isLeader: false }, 'not-a-leader'],
] as const)('about training: %s', (_, standing, refusal) => {
  expect(refusePersonReminder('train', standing)).toBe(refusal);
});

test.each([
  ['somebody who has not answered', { ...leader, unanswered: 2 }, null],
  ['a trained one too', { ...leader, trainedOn: '2026-06-01', unanswered: 1 }, null],
  ['somebody who has answered', { ...leader, trainedOn: '2026-06-01' }, 'nothing-to-answer'],
  ['somebody who no longer leads', { ...leader, unanswered: 1, isLeader: false }, 'not-a-leader'],
] as const)('about answering: %s', (_, standing, refusal) => {
  expect(refusePersonReminder('answer', standing)).toBe(refusal);
});

test('a reminder keeps the next one away for a day', () => {
  expect(quietSince(new Date('2026-11-24T09:00:00Z')).toISOString()).toBe('2026-11-23T09:00:00.000Z');
});
