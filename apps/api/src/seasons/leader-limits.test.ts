import { expect, test } from 'vitest';
import { dueFrom, limitsOf, unitDays } from './leader-limits.ts';

const shared = { id: 'ada', role: 'head' as const, schoolIds: ['a', 'b'] };
const usual = () => 3;
const offered = [
  { schoolId: 'a', personId: 'ada', halfDays: 3 },
  { schoolId: 'b', personId: 'ada', halfDays: 2 },
  { schoolId: 'c', personId: 'ada', halfDays: 4 },
  { schoolId: 'a', personId: 'bo', halfDays: 0 },
];

test('while nobody is asked, a leader gives what each of their schools owes', () => {
  expect(limitsOf({ id: 'bo', role: 'deputy', schoolIds: ['a'] }, null, usual)).toEqual({
    maxReviews: 2,
    targetHalfDays: 3,
  });
  expect(limitsOf(shared, null, usual)).toEqual({ maxReviews: 4, targetHalfDays: 6 });
});

test('once schools are asked, a leader gives what is offered, in all the schools where they lead', () => {
  expect(limitsOf(shared, offered, usual)).toEqual({ maxReviews: 3, targetHalfDays: 5 });
});

test.each([
  ['of whom no days are offered', 'bo'],
  ['whom nobody named', 'cy'],
])('a leader %s is asked for none', (_, id) => {
  expect(limitsOf({ id, role: 'deputy', schoolIds: ['a'] }, offered, usual)).toEqual({
    maxReviews: 0,
    targetHalfDays: 0,
  });
});

test('schools that share their leaders give whole days out of all that they offer', () => {
  expect(unitDays(['a', 'b'], [], null, usual)).toBe(6);
  expect(unitDays(['a'], [{ targetHalfDays: 3 }, { targetHalfDays: 2 }], offered, usual)).toBe(2);
  expect(unitDays(['a'], [], offered, usual)).toBe(0);
});

test('a school that gave two head days and one deputy day last year gives one and two this year', () => {
  const entry = (capacity: 'head' | 'deputy', year: number, kind: 'owed' | 'given', halfDays: number) => ({
    ...{ schoolId: 'a', capacity, year, kind, halfDays },
  });
  const due = dueFrom(
    [
      entry('head', 2025, 'owed', 3),
      entry('head', 2025, 'given', 4),
      entry('deputy', 2025, 'owed', 3),
      entry('deputy', 2025, 'given', 2),
    ],
    2026,
  );
  const limits = (role: 'head' | 'deputy') => limitsOf({ id: 'x', role, schoolIds: ['a'] }, null, due);
  expect(limits('head')).toEqual({ maxReviews: 1, targetHalfDays: 2 });
  expect(limits('deputy')).toEqual({ maxReviews: 2, targetHalfDays: 4 });
  expect(unitDays(['a'], [], null, due)).toBe(3);
  expect(unitDays(['a', 'b'], [], null, due)).toBe(6);
});
