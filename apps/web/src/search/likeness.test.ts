import { expect, test } from 'vitest';
import { likeness } from './likeness.ts';

test.each([
  ['Import schools', 'imp', 1],
  ['Import schools', 'schools import', 1],
  ['Import schools', 'xylophone', 0],
  ['Import schools', 'import xylophone', 0],
  ['Switch to dark mode', '', 0],
])('“%s” answers “%s” with %s', (label, q, score) => {
  expect(likeness(label, q)).toBe(score);
});

test('a slip still counts, for less than the right word', () => {
  expect(likeness('Plan the season', 'seasson')).toBeGreaterThan(0.4);
  expect(likeness('Plan the season', 'seasson')).toBeLessThan(0.9);
  expect(likeness('Clusters', 'clutsers')).toBeGreaterThan(0.28);
});
