import { expect, test } from 'vitest';
import { refuseUndo } from './changes.ts';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 23, 9, 0, seconds));
const left = { after: ['a', 'b'], now: ['b', 'a'] };

test.each([
  ['ten seconds later, with every school as it was left', [left], 10, null],
  ['a minute later', [left], 60, null],
  ['longer than a minute later', [left], 61, 'too-late'],
  ['when one school has changed since', [left, { after: ['a'], now: [] }], 5, 'changed-since'],
] as const)('%s', (_, schools, seconds, refusal) => {
  expect(refuseUndo(at(0), schools, at(seconds))).toBe(refusal);
});
