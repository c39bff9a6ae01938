import { expect, test } from 'vitest';
import { shareOut } from './tasks.ts';

const areas = (...receiving: number[]) => receiving.map((schools) => ({ receiving: schools }));

test('areas go, the largest first, to the process with the least to do, each with all the seconds', () => {
  const lanes = shareOut(areas(10, 30, 20), { threads: 2, seconds: 60, seed: 1 });
  expect(lanes.map((tasks) => tasks.map(({ area }) => area))).toEqual([[1], [2, 0]]);
  expect(lanes.map((tasks) => tasks.map(({ seconds }) => seconds))).toEqual([[60], [40, 20]]);
});

test('threads that would be idle plan an area another way, by another seed', () => {
  const [first = [], second = []] = shareOut(areas(300), { threads: 2, seconds: 15, seed: 4 });
  expect([...first, ...second].map(({ area, way, seconds }) => [area, way, seconds])).toEqual([
    [0, 'all at once', 15],
    [0, 'step by step', 15],
  ]);
  expect(first[0]?.seed).toBe(4);
  expect(second[0]?.seed).not.toBe(4);
});

test('no seeds in common between runs with neighbouring seeds', () => {
  const seeds = [1, 2, 3].flatMap((seed) =>
    shareOut(areas(5), { threads: 4, seconds: 1, seed }).flatMap((tasks) => tasks.map((task) => task.seed)),
  );
  expect(new Set(seeds).size).toBe(12);
});

test('no areas, nothing to do; areas without schools have no seconds to divide by', () => {
  expect(shareOut([], { threads: 2, seconds: 1, seed: 1 })).toEqual([]);
  expect(shareOut(areas(0), { threads: 1, seconds: 1, seed: 1 })[0]?.[0]?.seconds).toBe(1);
});

test('where time is short an area is left to one process', () => {
  const lanes = shareOut(areas(300), { threads: 2, seconds: 10, seed: 1 });
  expect(lanes.map((tasks) => tasks.map(({ way, seconds }) => [way, seconds]))).toEqual([
    [['all at once', 10]],
  ]);
});
