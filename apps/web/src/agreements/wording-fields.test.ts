import { usualTerms } from '@lateral/domain/agreements/terms';
import { expect, test } from 'vitest';
import { type Clause, mergeWordings, toFields, toWording, type Wording } from './wording-fields.ts';

const clause = (key: string, text = key): Clause => ({ key, kind: 'right', heading: key, text });
const wording = (clauses: Clause[], title = 'T'): Wording => ({
  title,
  clauses,
  terms: usualTerms,
  consentBy: null,
});
const merge = (base: Wording, mine: Wording, theirs: Wording) => {
  const { value, conflicts, taken } = mergeWordings(toFields(base), toFields(mine), toFields(theirs));
  return { wording: toWording(value), conflicts, taken };
};
const [a, b, c] = [clause('a'), clause('b'), clause('c')];
const base = wording([a, b]);

test('words that go apart and come together are the same', () => {
  expect(toWording(toFields(base))).toEqual(base);
});

test.each([
  [
    'two clauses reworded apart',
    [clause('a', 'mine'), b],
    [a, clause('b', 'theirs')],
    ['a mine', 'b theirs'],
  ],
  ['one put in by them', [a, b], [a, c, b], ['a a', 'c c', 'b b']],
  ['one put in by each', [a, b, clause('m')], [a, c, b], ['a a', 'c c', 'b b', 'm m']],
  ['one taken out by them', [a, b], [b], ['b b']],
  ['one taken out by me, another reworded by them', [b], [a, clause('b', 'theirs')], ['b theirs']],
  ['turned round by me', [b, a], [clause('a', 'theirs'), b], ['b b', 'a theirs']],
])('%s', (_, mine, theirs, expected) => {
  const merged = merge(base, wording(mine), wording(theirs));
  expect(merged.wording.clauses.map(({ key, text }) => `${key} ${text}`)).toEqual(expected);
  expect(merged.conflicts).toEqual([]);
});

test('one that they took out and I keep stays in its place', () => {
  const { value } = mergeWordings(
    toFields(base),
    toFields(wording([clause('a', 'mine'), b])),
    toFields(wording([b])),
  );
  expect(toWording(value).clauses.map(({ key }) => key)).toEqual(['a', 'b']);
});

test.each([
  ['one clause reworded by both', [clause('a', 'mine'), b], [clause('a', 'theirs'), b]],
  ['one that I took out and they reworded', [b], [clause('a', 'theirs'), b]],
  ['one that they took out and I reworded', [clause('a', 'mine'), b], [b]],
])('%s is for the person to settle', (_, mine, theirs) => {
  expect(merge(base, wording(mine), wording(theirs)).conflicts).toEqual(['clause:a']);
});
