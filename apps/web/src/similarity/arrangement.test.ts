import type { Proposal } from '@lateral/contract/similarity';
import { expect, test } from 'vitest';
import { arrange, arrangePresent, moveSchool } from './arrangement.ts';

const settings = {
  weights: { pupils: 0, fsmPercent: 0, sixthForm: 1, selective: 0, rurality: 0 },
  barKm: 5,
  clusters: 2,
};
const school = (id: string, sixthForm: boolean, easting: number | null, cluster: string | null) => ({
  id,
  name: `School ${id}`,
  town: null,
  inputs: { pupils: null, fsmPercent: null, sixthForm, selective: null, rurality: null },
  at: easting === null ? null : { easting, northing: 0 },
  cluster,
});
const proposal: Proposal = {
  basis: 'b',
  schools: [
    school('1', true, 0, 'Old'),
    school('2', true, 1000, 'Old'),
    school('3', false, 40_000, 'Secondary A'),
    school('4', false, null, null),
  ],
  clusters: [],
  presentDifference: null,
  crowd: [],
};
const placement = [
  { name: 'Secondary A', schoolIds: ['1', '3'] },
  { name: 'Secondary B', schoolIds: ['2', '4'] },
];

test('says what would change, which clusters would go, and whose place is not known', () => {
  const { changes, removed, nowhere, difference, broken } = arrange(proposal, placement, settings);
  expect(changes.map(({ school, from, to }) => [school.id, from, to])).toEqual([
    ['1', 'Old', 'Secondary A'],
    ['2', 'Old', 'Secondary B'],
    ['4', null, 'Secondary B'],
  ]);
  expect(removed).toEqual(['Old']);
  expect(nowhere.map(({ id }) => id)).toEqual(['4']);
  expect([difference, broken]).toEqual([1, 0]);
});

test('a school moved by hand is in its new cluster alone, and the figures follow', () => {
  const moved = moveSchool(placement, '2', 0);
  expect(moved.map(({ schoolIds }) => schoolIds)).toEqual([['1', '3', '2'], ['4']]);
  const { clusters, broken } = arrange(proposal, moved, settings);
  expect(broken).toBe(1);
  expect(clusters[0]?.nearest).toMatchObject({ km: 1 });
  expect(clusters[1]).toMatchObject({ difference: 0, nearest: null });
});

test('today’s clusters are measured in the same way; none when nobody is in one', () => {
  expect(arrangePresent(proposal, settings)).toMatchObject({ difference: 0, broken: 1 });
  const none = { ...proposal, schools: proposal.schools.map((one) => ({ ...one, cluster: null })) };
  expect(arrangePresent(none, settings)).toBeNull();
});
