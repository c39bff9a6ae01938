import { expect, test } from 'vitest';
import { isLookedFor } from './board-filter.ts';

const school = { name: 'Ashmeadow Primary', cluster: 'Central', clusterId: 'c1', phase: 'primary' };
const team = [{ name: 'Ada Alder', schoolName: 'Elm School', answer: null }];
const review = { booking: null, isChanged: true, team, empty: 2, clashes: [] };

test.each([
  ['nothing in particular', {}, true],
  ['its cluster among others', { clusters: ['c0', 'c1'] }, true],
  ['another cluster', { clusters: ['c0'] }, false],
  ['schools in no cluster', { clusters: ['none'] }, false],
  ['its phase', { phases: ['primary'] }, true],
  ['another phase', { phases: ['special'] }, false],
  ['reviews short of people', { tab: 'short' }, true],
  ['clashes', { tab: 'clashes' }, false],
  ['words of the school, the cluster and a reviewer', { q: ' central  ALDER ash ' }, true],
  ['the school of a reviewer', { q: 'elm' }, true],
  ['a word that is nowhere', { q: 'ash oak' }, false],
  ['its cluster, on a tab where it is not', { clusters: ['c1'], tab: 'none' }, false],
] as const)('a draft that is short of people, when one looks for %s', (_, filter, found) => {
  expect(isLookedFor(filter, school, review, '2026-11-24')).toBe(found);
});

test('a school in no cluster, of a phase that nobody knows, is found as such', () => {
  const lone = { ...school, clusterId: null, cluster: '', phase: null };
  expect(isLookedFor({ clusters: ['none'], tab: 'none' }, lone, null, '2026-11-24')).toBe(true);
  expect(isLookedFor({ phases: ['primary'] }, lone, null, '2026-11-24')).toBe(false);
});
