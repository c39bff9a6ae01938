import fc from 'fast-check';
import { expect, test } from 'vitest';
import { confirmFirst, policy } from '../policy.ts';
import { mostTokens, refuseToken, tokenAllows, tokenEnds, tokenScopes, tokenWorks } from './tokens.ts';

const named = (...names: string[]) => names.map((name) => ({ name }));

test.each([
  ['the first of its name', 'Data warehouse', named(), null],
  ['beside another name', 'Data warehouse', named('Website'), null],
  ['with the name of another', 'website', named('Website'), 'name-taken'],
  ['with the name of another between spaces', ' Website ', named('website'), 'name-taken'],
  [
    'beside as many as there may be',
    'One more',
    Array.from({ length: mostTokens }, (_, i) => ({ name: `T${i}` })),
    'too-many-tokens',
  ],
] as const)('a token %s', (_, name, living, refusal) => {
  expect(refuseToken(name, living)).toBe(refusal);
});

test('no token can do what a person must prove to be there for, and every scope is somebody’s to give', () => {
  const given = policy.map(({ permission }) => permission);
  expect(tokenScopes.filter((scope) => (confirmFirst as readonly string[]).includes(scope))).toEqual([]);
  expect(tokenScopes.filter((scope) => !given.includes(scope))).toEqual([]);
  expect(
    tokenScopes.filter((scope) => /^(account|delegations|tokens|history|reminders)\./.test(scope)),
  ).toEqual([]);
});

test('a token works until the moment it ends, and never after it was taken back', () => {
  const at = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(
      at,
      fc.integer({ min: 1, max: 366 }),
      fc.integer({ min: -10, max: 400 }),
      (made, days, later) => {
        const expiresAt = tokenEnds(made, days);
        const now = new Date(made.getTime() + later * 86_400_000);
        expect(tokenWorks({ expiresAt, endedAt: null }, now)).toBe(later < days);
        expect(tokenWorks({ expiresAt, endedAt: made }, now)).toBe(false);
      },
    ),
  );
});

test('a token allows its scopes to the letter', () => {
  expect(tokenAllows(['schools.read'], 'schools.read')).toBe(true);
  expect(tokenAllows(['schools.read'], 'schools.update')).toBe(false);
  expect(tokenAllows([], 'schools.read')).toBe(false);
});
