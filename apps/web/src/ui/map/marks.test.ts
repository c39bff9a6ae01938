import { expect, test } from 'vitest';
import { labelOf, spreadLabels } from './labels.ts';
import { groupMarks, type Mark, nearestMark } from './marks.ts';

const mark = (id: string, x: number, y: number, change: Partial<Mark> = {}): Mark => ({
  id,
  x,
  y,
  phase: 'primary',
  isFilled: true,
  tone: null,
  isFaint: false,
  ...change,
});

test('a press chooses the nearest school within reach, and nothing where there is none', () => {
  const marks = [mark('a', 10, 10), mark('b', 20, 10), mark('c', 200, 200)];
  expect(nearestMark(marks, 16, 10, 22)?.id).toBe('b');
  expect(nearestMark(marks, 100, 100, 22)).toBeNull();
});

test('3,000 schools are a few elements, one for each look, and those that matter lie on top', () => {
  const marks = Array.from({ length: 3000 }, (_, i) =>
    mark(String(i), i, i, {
      isFilled: i % 3 > 0,
      phase: i % 2 ? 'primary' : 'special',
      isFaint: i % 5 === 0,
    }),
  );
  const groups = groupMarks(marks, 2, 4);
  expect(groups).toHaveLength(8);
  expect(groups.map(({ isFaint }) => isFaint)).toEqual([...Array(4).fill(true), ...Array(4).fill(false)]);
  expect(groups.reduce((sum, { path }) => sum + (path.match(/M/g)?.length ?? 0), 0)).toBe(3000);
});

test('each phase has a shape of its own, so that colour is not needed', () => {
  const shapes = (['primary', 'secondary', 'special', null] as const).map(
    (phase) => groupMarks([mark('a', 10, 10, { phase })], 1, 4)[0]?.path,
  );
  expect(new Set(shapes).size).toBe(4);
});

test('names do not lie on one another, nor over the edge', () => {
  const labels = spreadLabels(
    ['North', 'Wolds', 'Central', 'Vale'].map((name, i) => labelOf(name, '88%', [390 + i, 100 + i])),
    400,
    300,
  );
  for (const [i, a] of labels.entries()) {
    expect(a.x + a.width / 2).toBeLessThanOrEqual(400);
    for (const b of labels.slice(0, i)) expect(Math.abs(a.y - b.y)).toBeGreaterThanOrEqual(24);
  }
});
