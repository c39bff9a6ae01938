import { expect, test } from 'vitest';
import { decide, decideFor, type HeldRole, permissionsOf, policy, resources } from './policy.ts';

const head = (schoolId: string): HeldRole => ({ role: 'headteacher', schoolId });
const broker: HeldRole = { role: 'broker', schoolId: null };

test.each([
  ['the broker sees every school', [broker], 'schools.read', { scope: 'all' }],
  ['a head sees their own school', [head('a')], 'schools.read', { scope: 'own', schoolIds: ['a'] }],
  [
    'a head of two sees both',
    [head('a'), head('b'), head('a')],
    'schools.read',
    { scope: 'own', schoolIds: ['a', 'b'] },
  ],
  ['a head who is also the broker sees every school', [head('a'), broker], 'schools.read', { scope: 'all' }],
  ['a head may see schools but not settle them', [head('a')], 'schools.settle', 'forbidden'],
  ['a head does not know that there are imports', [head('a')], 'imports.apply', 'hidden'],
  ['nobody may do nothing', [], 'schools.read', 'hidden'],
] as const)('%s', (_, held, permission, expected) => {
  expect(decide(held, permission)).toEqual(expected);
});

test.each([
  ['their own school', 'a', 'schools.settle', 'forbidden'],
  ['another school', 'b', 'schools.settle', 'hidden'],
  ['another school', 'b', 'schools.read', 'hidden'],
] as const)('for %s (%s) a head finds %s %s', (_, schoolId, permission, expected) => {
  expect(decideFor([head('a')], permission, schoolId)).toBe(expected);
});

test('every action of every resource is allowed to somebody', () => {
  const named = Object.entries(resources).flatMap(([resource, actions]) =>
    actions.map((action) => `${resource}.${action}`),
  );
  expect([...new Set(policy.map(({ permission }) => permission as string))].sort()).toEqual(named.sort());
  expect(permissionsOf([broker])).toHaveLength(named.length);
});
