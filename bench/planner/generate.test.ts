import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { compile } from '../../packages/planner/src/compile.ts';
import { readInstance } from '../../packages/planner/src/read-instance.ts';
import { splitByArea } from '../../packages/planner/src/split-by-area.ts';
import { supply } from '../../packages/planner/src/supply.ts';
import { type SeasonOptions, seasonText } from './generate.ts';

const county = { schoolsPerCounty: 300, counties: 1, seed: 1 };
const textOf = (options: SeasonOptions) => [...seasonText(options)].join('');
const hashOf = (options: SeasonOptions) => createHash('sha256').update(textOf(options)).digest('hex');

function read(options: SeasonOptions) {
  const result = readInstance(JSON.parse(textOf(options)));
  if ('faults' in result) throw new Error(JSON.stringify(result.faults.slice(0, 5)));
  return result.instance;
}

test('the same seed makes the same season, another seed another one', () => {
  const hash = hashOf(county);
  expect(hashOf(county)).toBe(hash);
  expect(hashOf({ ...county, seed: 2 })).not.toBe(hash);
});

test('a county owes a few more reviewer-days than its reviews need', () => {
  const season = read(county);
  expect(season.schools).toHaveLength(300);
  const { needed, available } = supply(season);
  expect(needed).toBe(900);
  expect(available / needed).toBeGreaterThan(1);
  expect(available / needed).toBeLessThan(1.06);
});

test('nearly every school of a county has reviewers to choose from', () => {
  const { hosts, candidates } = compile(read(county));
  const few = hosts.filter((host) => (candidates[host]?.length ?? 0) < 6);
  expect(few.length).toBeLessThanOrEqual(3);
});

test('leaders and groups are shared out as in the published county', () => {
  const { schools, leaders, groups, clusters } = read(county);
  const share = (some: readonly unknown[], all: readonly unknown[]) => some.length / all.length;
  expect(clusters).toHaveLength(12);
  expect(groups).toHaveLength(26);
  expect(share(leaders, schools)).toBeCloseTo(2, 1);
  expect(leaders.filter(({ schoolIds }) => schoolIds.length > 1)).toHaveLength(3);
  const heads = leaders.filter(({ role }) => role === 'head');
  expect(
    share(
      heads.filter(({ canLead }) => canLead),
      heads,
    ),
  ).toBeCloseTo(0.64, 1);
  expect(
    share(
      leaders.filter(({ weekdays }) => weekdays.length < 5),
      leaders,
    ),
  ).toBeCloseTo(0.26, 1);
  expect(
    share(
      schools.filter(({ groupId }) => groupId !== null),
      schools,
    ),
  ).toBeGreaterThan(0.25);
});

test('counties share nobody', () => {
  const season = read({ schoolsPerCounty: 60, counties: 3, seed: 1 });
  expect(splitByArea(season).map(({ schools }) => schools.length)).toEqual([60, 60, 60]);
});
