import { expect, test } from 'vitest';
import { readDay } from './read-day.ts';

const today = '2026-11-23';

test.each([
  ['5/1/27', '2027-01-05'],
  ['5/1/2027', '2027-01-05'],
  ['05-01-2027', '2027-01-05'],
  ['05.01.27', '2027-01-05'],
  ['5 1 27', '2027-01-05'],
  ['2027-01-05', '2027-01-05'],
  ['5 jan', '2027-01-05'],
  ['5jan', '2027-01-05'],
  ['5 January 2027', '2027-01-05'],
  ['Tuesday 5 January 2027', '2027-01-05'],
  ['Tue, 5th of Jan 27', '2027-01-05'],
  ['30 sept', '2026-09-30'],
  ['1/9', '2026-09-01'],
  ['29 feb 2028', '2028-02-29'],
  [' Today ', '2026-11-23'],
  ['tomorrow', '2026-11-24'],
])('%s is read as %s', (text, day) => {
  expect(readDay(text, today)).toBe(day);
});

test.each(['', 'soon', '31/2/27', '29 feb 2027', '5 jam', '13/13/27', '5', '5/1/271'])(
  '%s is no day',
  (text) => {
    expect(readDay(text, today)).toBeNull();
  },
);
