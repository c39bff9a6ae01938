import { expect, test } from 'vitest';
import { plainText, readSearchWords, swapsOf } from './search-words.ts';

const firstOf = (q: string) => readSearchWords(q).map(([word]) => word);

test.each([
  ["St. Paul's C of E", ['st', 'pauls', 'ce']],
  ['a school in the town', ['school', 'town']],
  ['the', ['the']],
  [
    'one two three four five six seven eight nine',
    ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'],
  ],
  ['   ', []],
  ['Stroud, GL5 1AB', ['stroud', 'gl5', '1ab']],
])('“%s” is read as %j', (q, words) => {
  expect(firstOf(q)).toEqual(words);
});

test('a short form brings the long one with it, and the other way round', () => {
  expect(readSearchWords('ce')[0]).toContain('church of england');
  expect(readSearchWords('saint')[0]).toEqual(['saint', 'st']);
  expect(readSearchWords('ashlow')[0]).toEqual(['ashlow']);
});

test('apostrophes of either kind and dots are left out', () => {
  expect(plainText("St. Paul’s and St Peter's")).toBe('st pauls and st peters');
});

test('letters that changed places are put back', () => {
  expect(swapsOf('chruch')).toContain('church');
  expect(swapsOf('ab')).toEqual(['ba']);
  expect(swapsOf('a')).toEqual([]);
});
