import { expect, test } from 'vitest';
import type { PlanProgress } from './plan.ts';
import { createReport } from './reports.ts';
import { shareOut } from './tasks.ts';

const progress = (own: Partial<PlanProgress>): PlanProgress => ({
  phase: 'choose',
  fraction: 0,
  placed: 2,
  receiving: 2,
  unscheduled: 0,
  cost: 100,
  bound: 90,
  areasDone: 0,
  areas: 1,
  ...own,
});

/** Two threads on one area, and what they are said to do. */
function watch() {
  const areas = [{ receiving: 2 }];
  const [[first] = [], [second] = []] = shareOut(areas, { threads: 2, seconds: 60, seed: 1 });
  const seen: PlanProgress[] = [];
  const report = createReport(areas, [first!, second!], (one) => seen.push(one));
  return { seen, first: first!, second: second!, report };
}

test('a process that says nothing while it waits does not hold the progress back', () => {
  const { seen, first, second, report } = watch();
  report(second, progress({ fraction: 0.1 }));
  report(first, progress({ fraction: 0.2 }));
  report(first, progress({ fraction: 0.7 }));
  expect(seen.map(({ fraction }) => fraction)).toEqual([0.1, 0.2, 0.7]);
});

test('progress never runs backwards when the foremost is done', () => {
  const { seen, first, second, report } = watch();
  report(first, progress({ fraction: 0.8 }));
  report(first, progress({ phase: 'done', fraction: 1 }));
  report(second, progress({ fraction: 0.5 }));
  expect(seen.map(({ fraction }) => fraction)).toEqual([0.8, 0.8, 0.8]);
});

test('the better of two plans of an area is told', () => {
  const { seen, first, second, report } = watch();
  report(first, progress({ cost: 120 }));
  report(second, progress({ cost: 110 }));
  report(first, progress({ cost: 115, unscheduled: 1 }));
  expect(seen.map(({ cost }) => cost)).toEqual([120, 110, 110]);
});

test('an area is done when all its threads are, and not before', () => {
  const { seen, first, second, report } = watch();
  report(second, progress({ fraction: 0.4 }));
  report(first, progress({ phase: 'done', fraction: 1 }));
  report(second, progress({ phase: 'done', fraction: 1 }));
  expect(seen.map(({ phase, fraction, areasDone }) => [phase, fraction, areasDone])).toEqual([
    ['choose', 0.4, 0],
    ['polish', 0.4, 0],
    ['done', 1, 1],
  ]);
});
