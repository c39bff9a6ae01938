import type { Role } from '@lateral/domain/people/roles';
import { type Permission, permissionsOf } from '@lateral/domain/policy';
import { expect, test } from 'vitest';
import { screensFor } from './nav-items.ts';

const screensOf = (role: Role) => {
  const may = permissionsOf([{ role, schoolId: null }]);
  const { daily, running } = screensFor((permission: Permission) => may.includes(permission));
  return [daily, running].map((items) => items.map(({ label }) => label).join(', '));
};

test.each([
  ['broker', 'Today, Reviews, Schools, Clusters, People', 'Agreement, Imports, Calendar, History, Settings'],
  ['board-member', 'Home, Schools, Clusters, Agreement, Calendar, History', ''],
  ['local-authority-officer', 'Home, Clusters, Agreement, Calendar', ''],
] as const)('the desk of a %s holds only what they may see', (role, daily, running) => {
  expect(screensOf(role)).toEqual([daily, running]);
});
