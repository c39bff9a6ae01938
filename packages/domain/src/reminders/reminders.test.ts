import { expect, test } from 'vitest';
import { quietSince, refuseJoinReminder, refuseTrainReminder } from './reminders.ts';

const school = { isOpen: true, counted: true, isMember: false, hasHead: true };

test.each([
  ['a school that has not joined', school, null],
  ['a school that has joined', { ...school, isMember: true }, 'already-member'],
  ['a school that has closed', { ...school, isOpen: false }, 'school-closed'],
  ['a school that is not a state school', { ...school, counted: false }, 'not-counted'],
  ['a school whose head is not known', { ...school, hasHead: false }, 'no-head'],
  [
    'a member whose head is not known has acted all the same',
    { ...school, isMember: true, hasHead: false },
    'already-member',
  ],
] as const)('about joining: %s', (_, standing, refusal) => {
  expect(refuseJoinReminder(standing)).toBe(refusal);
});

test.each([
  ['a leader who is not trained', { trainedOn: null, isLeader: true }, null],
  ['a leader who is trained', { trainedOn: '2026-06-01', isLeader: true }, 'already-trained'],
  ['a governor', { trainedOn: null, isLeader: false }, 'not-a-leader'],
] as const)('about training: %s', (_, standing, refusal) => {
  expect(refuseTrainReminder(standing)).toBe(refusal);
});

test('a reminder keeps the next one away for a day', () => {
  expect(quietSince(new Date('2026-11-24T09:00:00Z')).toISOString()).toBe('2026-11-23T09:00:00.000Z');
});
