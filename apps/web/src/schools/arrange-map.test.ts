import type { SchoolsMap } from '@lateral/contract/schools';
import { expect, test } from 'vitest';
import { arrangeMap, groundOf } from './arrange-map.ts';
import { mapFinding, nowhereSentence } from './map-words.ts';

type School = SchoolsMap['schools'][number];
const school = (name: string, clusters: number[], change: Partial<School> = {}): School => ({
  id: name,
  name,
  at: [400_000, 200_000],
  phase: 'primary',
  clusters,
  member: true,
  dated: null,
  ...change,
});
const data: SchoolsMap = {
  clusters: [
    { id: '1', name: 'North', kind: 'primary-partnership' },
    { id: '2', name: 'Vale', kind: 'primary-partnership' },
    { id: '3', name: 'Secondary B', kind: 'similar-secondary' },
    { id: '4', name: 'Secondary A', kind: 'similar-secondary' },
  ],
  schools: [
    school('Ashmeadow', [0]),
    school('Birch', [1]),
    school('Coln', [1], { member: false }),
    school('Dale High', [3], { phase: 'secondary' }),
    school('Elm', [0], { at: null }),
  ],
};

test('local partnerships are areas of the county; a school of none of them speaks for no ground', () => {
  const { points, areas } = arrangeMap(data, 'primary-partnership');
  expect(areas).toEqual([
    { name: 'North', figure: '100%' },
    { name: 'Vale', figure: '50%' },
  ]);
  expect(points.map(({ name, area, tone, isFilled }) => [name, area, tone, isFilled])).toEqual([
    ['Ashmeadow', 0, 0, true],
    ['Birch', 1, 1, true],
    ['Coln', 1, 1, false],
    ['Dale High', null, null, true],
  ]);
});

test('clusters that are not places have letters beside their schools, and the rest stand back', () => {
  const { points, areas, clusters } = arrangeMap(data, 'similar-secondary');
  expect(areas).toEqual([]);
  expect(clusters.map(({ tag }) => tag)).toEqual(['B', 'A']);
  expect(points.filter(({ isFaint }) => !isFaint).map(({ name, tag }) => [name, tag])).toEqual([
    ['Dale High', 'A'],
  ]);
});

test('schools without a position are counted with their cluster, and listed apart', () => {
  const { nowhere, clusters, points } = arrangeMap(data, 'primary-partnership');
  expect(nowhere.map(({ name }) => name)).toEqual(['Elm']);
  expect(clusters[0]).toMatchObject({ schools: 2, members: 2 });
  expect(points).toHaveLength(4);
  expect(nowhereSentence(4)).toBe('4 schools have no position in the register, so they are not on the map:');
});

test('the finding is one sentence about all, and one about who is furthest behind', () => {
  const { clusters } = arrangeMap(data, 'primary-partnership');
  expect(mapFinding(data.schools, clusters)).toBe(
    '4 of 5 schools have joined. Vale is furthest behind, at 50%.',
  );
  expect(mapFinding(data.schools.slice(0, 1), clusters.slice(0, 1))).toBe('1 of 1 school has joined.');
  expect(mapFinding([], [])).toBe('No school matches.');
});

test('the county is drawn from all of its schools, and from what is found beyond them, each once', () => {
  const found = { ...data, schools: [school('Birch', [1]), school('Closed', [])] };
  const ground = groundOf(data, found, 'primary-partnership').map(({ name }) => name);
  expect(ground).toEqual(['Ashmeadow', 'Birch', 'Coln', 'Dale High', 'Closed']);
});
