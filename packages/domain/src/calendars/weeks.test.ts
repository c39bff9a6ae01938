import { expect, test } from 'vitest';
import { dayInLondon, schoolYearOf } from './london.ts';
import { isSchoolDay, listWeeks, mondayOf, refuseTerms } from './weeks.ts';

const autumn = { name: 'Autumn', start: '2026-09-01', end: '2026-10-23' };
const spring = { name: 'Spring', start: '2027-01-04', end: '2027-02-12' };

test('a school year has 48 or 49 weeks, and those outside every term are holidays', () => {
  const weeks = listWeeks(2026, [autumn, spring], new Set());
  expect(weeks).toHaveLength(48);
  expect(weeks[0]).toEqual({ monday: '2026-08-31', isHoliday: false });
  expect(weeks.filter(({ isHoliday }) => !isHoliday)).toHaveLength(8 + 6);
});

test('a week in which every day is closed is a holiday', () => {
  const closed = new Set(['2026-09-07', '2026-09-08', '2026-09-09', '2026-09-10', '2026-09-11']);
  expect(listWeeks(2026, [autumn], closed)[1]).toEqual({ monday: '2026-09-07', isHoliday: true });
});

test.each([
  ['2026-09-01', true],
  ['2026-09-05', false],
  ['2026-10-26', false],
])('on %s schools are open: %s', (day, open) => {
  expect(isSchoolDay(day, [autumn], new Set())).toBe(open);
});

test.each([
  [
    'a term that ends before it begins',
    [{ ...autumn, end: '2026-08-31' }],
    { refusal: 'term-backwards', at: 0 },
  ],
  ['terms that overlap', [autumn, { ...spring, start: '2026-10-23' }], { refusal: 'terms-overlap', at: 1 }],
  ['a term of another year', [{ ...autumn, start: '2025-09-01' }], { refusal: 'outside-year', at: 0 }],
  ['two terms of one name', [autumn, { ...spring, name: 'Autumn' }], { refusal: 'same-name', at: 1 }],
  ['good terms', [autumn, spring], null],
])('%s', (_, terms, refusal) => {
  expect(refuseTerms(2026, terms)).toEqual(refusal);
});

test('days are London days: summer time puts the last hour of the evening on the next day', () => {
  expect(dayInLondon(new Date('2026-07-01T23:30:00Z'))).toBe('2026-07-02');
  expect(dayInLondon(new Date('2026-11-23T23:30:00Z'))).toBe('2026-11-23');
  expect(mondayOf('2026-11-29')).toBe('2026-11-23');
  expect([schoolYearOf('2026-08-31'), schoolYearOf('2026-09-01')]).toEqual([2025, 2026]);
});
