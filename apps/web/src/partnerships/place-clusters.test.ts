import type { SchoolsMap } from '@lateral/contract/schools';
import { expect, test } from 'vitest';
import { placeClusters, placeFinding } from './place-clusters.ts';

const data: SchoolsMap = {
  clusters: [
    { id: '1', name: 'North', kind: 'primary-partnership' },
    { id: '2', name: 'Vale', kind: 'primary-partnership' },
    { id: '3', name: 'Special', kind: 'special-county' },
  ],
  schools: (
    [
      ['a', 0, true, true],
      ['b', 0, true, false],
      ['c', 1, true, true],
      ['d', 1, false, false],
      ['e', 2, true, true],
    ] as const
  ).map(([id, cluster, member, dated]) => ({
    id,
    name: id,
    at: [1, 2],
    phase: 'primary',
    clusters: [cluster],
    member,
    dated,
  })),
};

test('in a season, each local partnership says how many of its members have a date', () => {
  const { shares, points } = placeClusters(data, true);
  expect(shares).toEqual([
    { name: 'North', schools: 2, done: 1 },
    { name: 'Vale', schools: 1, done: 1 },
  ]);
  expect(points).toHaveLength(4);
  expect(placeFinding(shares, true)).toBe('North is furthest behind, at 50%.');
});

test('before there is one, it says how many of its schools have joined', () => {
  const { shares } = placeClusters(data, false);
  expect(shares.map(({ schools, done }) => [schools, done])).toEqual([
    [2, 2],
    [2, 1],
  ]);
  expect(placeFinding(shares.slice(0, 1), false)).toBe('Every school in a local partnership has joined.');
  expect(placeFinding([], false)).toBe('No school is in a local partnership yet.');
});
