import { isSchoolDay, refuseTerms } from '@lateral/domain/calendars/weeks';
import { expect, test } from 'vitest';
import { bankHolidays, easterSunday, usualTerms } from './usual-year.ts';

// From the published bank holidays of England.
test.each([
  [
    2024,
    [
      '2024-12-25',
      '2024-12-26',
      '2025-01-01',
      '2025-04-18',
      '2025-04-21',
      '2025-05-05',
      '2025-05-26',
      '2025-08-25',
    ],
  ],
  [
    2026,
    [
      '2026-12-25',
      '2026-12-28',
      '2027-01-01',
      '2027-03-26',
      '2027-03-29',
      '2027-05-03',
      '2027-05-31',
      '2027-08-30',
    ],
  ],
  [
    2027,
    [
      '2027-12-27',
      '2027-12-28',
      '2028-01-03',
      '2028-04-14',
      '2028-04-17',
      '2028-05-01',
      '2028-05-29',
      '2028-08-28',
    ],
  ],
])('the bank holidays of %i are the published ones', (year, days) => {
  expect(bankHolidays(year).map(({ day }) => day)).toEqual(days);
});

test.each([
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2038, '2038-04-25'],
])('Easter of %i is on %s', (year, day) => {
  expect(easterSunday(year)).toBe(day);
});

test.each([2024, 2025, 2026, 2027, 2028, 2029, 2030])(
  'the usual terms of %i are terms, with about 190 school days',
  (year) => {
    const terms = usualTerms(year);
    expect(refuseTerms(year, terms)).toBeNull();
    const closed = new Set(bankHolidays(year).map(({ day }) => day));
    let days = 0;
    for (let at = Date.UTC(year, 8, 1); at < Date.UTC(year + 1, 7, 31); at += 86_400_000) {
      if (isSchoolDay(new Date(at).toISOString().slice(0, 10), terms, closed)) days++;
    }
    expect(days).toBeGreaterThanOrEqual(186);
    expect(days).toBeLessThanOrEqual(198);
  },
);
