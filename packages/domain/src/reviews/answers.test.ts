import { expect, test } from 'vitest';
import { askUntil, refuseAnswer, refuseAskAnswer } from './answers.ts';

const seat = { state: 'asked', day: '2026-11-12' } as const;
const yes = { answer: 'accepted', reason: null } as const;
const no = { answer: 'declined', reason: 'unwell' } as const;
const booked = { state: 'booked' } as const;

test.each([
  ['yes to a seat', booked, seat, yes, null],
  ['yes on the day itself', booked, { ...seat, day: '2026-11-02' }, yes, null],
  ['yes the day after', booked, { ...seat, day: '2026-11-01' }, yes, 'review-over'],
  ['no with a reason', booked, seat, no, null],
  ['no after a yes', booked, { ...seat, state: 'accepted' as const }, no, null],
  ['no without a reason', booked, seat, { ...no, reason: null }, 'reason-needed'],
  ['a second no', booked, { ...seat, state: 'declined' as const }, no, 'already-declined'],
  ['a yes after a no', booked, { ...seat, state: 'declined' as const }, yes, 'already-declined'],
  ['yes to what was called off', { state: 'called-off' as const }, seat, yes, 'called-off'],
  ['yes to what has taken place', { state: 'done' as const }, seat, yes, 'review-over'],
])('%s', (_, booking, one, answer, expected) => {
  expect(refuseAnswer(booking, one, answer, '2026-11-02')).toBe(expected);
});

const now = new Date('2026-11-02T09:00:00Z');
const ask = { state: 'open', expiresAt: new Date('2026-11-04T09:00:00Z'), day: '2026-11-12' } as const;

test.each([
  ['in time', ask, yes, null],
  ['a minute late', { ...ask, expiresAt: now }, yes, 'ask-over'],
  ['to an ask that was taken back', { ...ask, state: 'withdrawn' as const }, yes, 'ask-over'],
  ['to an ask that was answered', { ...ask, state: 'accepted' as const }, no, 'ask-over'],
  ['no without a reason', ask, { ...no, reason: null }, 'reason-needed'],
])('an answer %s', (_, one, answer, expected) => {
  expect(refuseAskAnswer(one, answer, now, '2026-11-02')).toBe(expected);
});

test.each([
  ['two days for a review that is far', '2026-12-01', '2026-11-04T09:00:00.000Z'],
  ['until the eve of one that is near', '2026-11-03', '2026-11-03T00:00:00.000Z'],
  ['an hour at least', '2026-11-02', '2026-11-02T10:00:00.000Z'],
])('an ask is open %s', (_, day, until) => {
  expect(askUntil(day, now).toISOString()).toBe(until);
});
