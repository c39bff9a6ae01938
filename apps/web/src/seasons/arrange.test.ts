import { expect, test } from 'vitest';
import { toCsv } from '../ui/save-file.ts';
import { chooseTerms } from './arrange.ts';
import { findLoad } from './load-chart.tsx';
import { suggestWindow } from './start-season.tsx';

const terms = [
  { name: 'Autumn 1', start: '2026-09-01', end: '2026-10-23' },
  { name: 'Autumn 2', start: '2026-11-02', end: '2026-12-18' },
  { name: 'Spring 1', start: '2027-01-04', end: '2027-02-12' },
];

test.each([
  ['the term that is now and the one after', undefined, '2026-10-28', ['Autumn 2', 'Spring 1']],
  ['the last two when the year is over', undefined, '2027-08-01', ['Autumn 2', 'Spring 1']],
  ['those that the address names', 'Autumn 1', '2026-11-23', ['Autumn 1']],
  ['all of them', 'all', '2026-11-23', ['Autumn 1', 'Autumn 2', 'Spring 1']],
])('the timeline shows %s', (_, asked, today, chosen) => {
  expect(chooseTerms(terms, asked, today)).toEqual(chosen);
});

test.each([
  [[{ days: 3, schools: 9 }], 'Every school gives its three days.'],
  [
    [
      { days: 2, schools: 1 },
      { days: 3, schools: 5 },
      { days: 4, schools: 2 },
    ],
    '2 schools give more than three days, and 1 gives fewer.',
  ],
])('the load is told in one sentence', (load, said) => {
  expect(findLoad(load)).toBe(said);
});

test('reviews are suggested from three weeks into the year to two weeks before its end', () => {
  const year = [...terms, { name: 'Summer 2', start: '2027-06-07', end: '2027-07-21' }];
  expect(suggestWindow(2026, year)).toEqual({ windowStart: '2026-09-21', windowEnd: '2027-07-09' });
});

test('a file for a spreadsheet holds no formulas', () => {
  expect(toCsv([['=1+1', 'a "b", c']])).toBe('\uFEFF\'=1+1,"a ""b"", c"\r\n');
});
