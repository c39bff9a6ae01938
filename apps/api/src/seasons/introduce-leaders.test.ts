import { usualRules } from '@lateral/domain/seasons/rules';
import type { Instance } from '@lateral/planner/instance';
import { expect, test } from 'vitest';
import { introduceLeaders } from './introduce-leaders.ts';
import { configOf } from './rules.ts';

const school = (id: string, e: number) => ({ id, e, n: 0, phases: ['primary'] });
const leader = (id: string, role: string, schoolIds: string[]) => ({ id, role, schoolIds });
/** As much of an instance as is read here. */
const instance = {
  config: configOf(usualRules),
  schools: [school('host', 0), school('near', 4000), school('far', 30_000)],
  leaders: [leader('both', 'head', ['far', 'near']), leader('one', 'deputy', ['far'])],
} as unknown as Instance;
const names = {
  schools: new Map([
    ['near', 'Near School'],
    ['far', 'Far School'],
  ]),
  people: new Map([['both', 'Ada Alder']]),
  clusters: new Map(),
};
const leaders = introduceLeaders(instance, names, 'host');

test('a head of two schools comes from the nearer', () => {
  expect(leaders.introduce('both')).toEqual({
    personId: 'both',
    name: 'Ada Alder',
    role: 'head',
    schoolName: 'Near School',
  });
});

test('whoever has been erased is known no more', () => {
  expect([leaders.isKnown('both'), leaders.isKnown('one')]).toEqual([true, false]);
});

test('a difference that is travel, long trips dearer, is told in kilometres', () => {
  // 26 km more are 260 points, and the 10 km beyond 20 count twice more.
  const other = leaders.describeOther({ leader: 'one', difference: 460, lead: 'one' }, 'both');
  expect(other).toMatchObject({ km: 30, kmFurther: 26, comparison: 'further' });
  const dearer = leaders.describeOther({ leader: 'one', difference: 900, lead: 'one' }, 'both');
  expect(dearer).toMatchObject({ kmFurther: 26, comparison: 'much-worse' });
});
