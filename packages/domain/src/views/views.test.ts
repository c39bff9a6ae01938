import { expect, test } from 'vitest';
import { mostViews, refuseView } from './views.ts';

const views = (count: number) => Array.from({ length: count }, (_, i) => ({ name: `View ${i}` }));

test.each([
  ['a new name', 'Not joined', views(3), null],
  ['a name that they have', 'View 2', views(3), 'name-taken'],
  ['the same name in capitals', 'VIEW 2', views(3), 'name-taken'],
  ['the last view that they may keep', 'Not joined', views(mostViews - 1), null],
  ['one view too many', 'Not joined', views(mostViews), 'too-many-views'],
] as const)('%s', (_, name, others, refusal) => {
  expect(refuseView(name, others)).toBe(refusal);
});
