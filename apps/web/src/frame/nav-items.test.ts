import type { Role } from '@lateral/domain/people/roles';
import { type Permission, permissionsOf } from '@lateral/domain/policy';
import { expect, test } from 'vitest';
import { screensFor } from './nav-items.ts';

const screensOf = (role: Role, schoolId: string | null = null) => {
  const may = permissionsOf([{ role, schoolId }]);
  const { daily, running } = screensFor(
    (permission: Permission) => may.includes(permission),
    schoolId === null,
  );
  return [daily, running].map((items) => items.map(({ label }) => label).join(', '));
};

test.each([
  [
    'broker',
    'Today, Reviews, Schools, Ledger, Training, Clusters, People',
    'Members, Agreement, Imports, Calendar, History, Settings',
  ],
  ['board-member', 'Home, Schools, Ledger, Clusters, Members, Agreement, Calendar, History', ''],
  ['local-authority-officer', 'Home, Clusters, Agreement, Calendar', ''],
] as const)('the desk of a %s holds only what they may see', (role, daily, running) => {
  expect(screensOf(role)).toEqual([daily, running]);
});

test('a head has nothing that tells of every school', () => {
  expect(screensOf('headteacher', 'school-1')[0]).toBe(
    'Home, Schools, Training, Clusters, People, Agreement, Calendar',
  );
});
