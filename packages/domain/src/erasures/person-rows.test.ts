import { expect, test } from 'vitest';
import { personRows } from './person-rows.ts';

test('each fact of each record is one line, in order, with nothing left out', () => {
  const parts = {
    person: [{ first_name: 'Ada', title: null }],
    roles: [{ role: 'headteacher' }, { role: 'governor', scopes: ['a', 'b'] }],
    awayDays: [],
  };
  expect(personRows(parts)).toEqual([
    ['part', 'record', 'what', 'value'],
    ['person', '1', 'first_name', 'Ada'],
    ['person', '1', 'title', ''],
    ['roles', '1', 'role', 'headteacher'],
    ['roles', '2', 'role', 'governor'],
    ['roles', '2', 'scopes', '["a","b"]'],
  ]);
});
