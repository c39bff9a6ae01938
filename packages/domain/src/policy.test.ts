import { expect, test } from 'vitest';
import {
  decide,
  decideFor,
  type HeldRole,
  inWhoseName,
  type Permission,
  permissionsOf,
  policy,
  resources,
} from './policy.ts';

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
  // Only a head lends to somebody of their own school, and only a school signs for itself, and only a reviewer answers; all else is the broker's too.
  expect(named.filter((name) => !permissionsOf([broker]).includes(name as Permission))).toEqual([
    'delegations.lend',
    'delegations.read',
    'memberships.renew',
    'reviews.answer',
    'signings.co-sign',
    'signings.prepare',
    'signings.sign',
  ]);
});

const lent = (schoolId: string): HeldRole => ({ role: 'headteacher', schoolId, lentBy: 'head' });
const administrator: HeldRole = { role: 'school-administrator', schoolId: 'a' };

test.each([
  ['prepares for a head what may be prepared', [administrator, lent('a')], 'schools.update', 'a', 'head'],
  ['acts in their own name where they may themselves', [head('a'), lent('a')], 'schools.update', 'a', null],
  ['acts in their own name when nothing is lent', [administrator], 'schools.read', 'a', null],
] as const)('somebody %s', (_, held, permission, schoolId, principal) => {
  expect(inWhoseName(held, permission, schoolId)).toBe(principal);
});

test('a lent role counts for what may be prepared alone, and in its own school', () => {
  const held = [administrator, lent('a')];
  expect(decideFor(held, 'schools.update', 'a')).toEqual({ scope: 'own', schoolIds: ['a'] });
  expect(decideFor([administrator], 'schools.update', 'a')).toBe('forbidden');
  expect(decideFor(held, 'schools.update', 'b')).toBe('hidden');
  expect(decide(held, 'delegations.lend')).toBe('forbidden');
  expect(decide([administrator, lent('a')], 'people.recover')).toBe('forbidden');
});
