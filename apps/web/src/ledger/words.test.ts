import { expect, test } from 'vitest';
import { givableSentence, loadSentence, readDays, seasonSentence } from './words.ts';

test.each([
  ['1.5', 3],
  ['½', 1],
  ['1½ days', 3],
  [' 0,5 ', 1],
  ['2 days', 4],
  ['1.3', null],
  ['0', null],
  ['31', null],
  ['two', null],
  ['-1', null],
  ['', null],
])('"%s" days are read as %s half-days', (text, halfDays) => expect(readDays(text)).toBe(halfDays));

const load = (...pairs: [number, number][]) => pairs.map(([halfDays, schools]) => ({ halfDays, schools }));
test.each([
  [load([0, 9]), 'Nobody has done their three days yet.'],
  [load([2, 1], [6, 4]), 'Nobody has done more than their three days; 1 has days to go.'],
  [load([6, 4], [8, 1]), '1 has done more than their three days; none have days to go.'],
  [load([0, 3], [7, 12]), '12 have done more than their three days; 3 have days to go.'],
])('the load is told in one sentence', (pairs, words) => expect(loadSentence(pairs, 6)).toBe(words));

test('the season is told in one sentence', () => {
  expect(seasonSentence({ members: 100, needed: 600, due: 552, over: -48 })).toBe(
    '100 members give 276 days, and their reviews need 300.',
  );
});

test('what leaders can give of what is needed is told in one sentence', () => {
  expect(givableSentence(1826)).toBe('Leaders who are trained in time can give 1,826 of them.');
});
