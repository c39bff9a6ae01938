import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeUndo, type Row, type Standing, sumUp, type Written } from './undo.ts';

const row = (before: Row | null, after: Row | null, now: Row | null, hanging: string[] = []): Standing => ({
  table: 'schools',
  key: '1',
  before,
  after,
  now,
  hanging,
});
const ash = { name: 'Ash', town: 'Ashford', counted: true };
const oak = { name: 'Oak', town: 'Ashford', counted: true };

describe('what an import came to', () => {
  const write = (key: string, before: Row | null, after: Row | null): Written => ({
    table: 't',
    key,
    before,
    after,
  });

  test('is the first state before and the last after, in the order of the last writing', () => {
    const log = [write('a', null, ash), write('b', ash, oak), write('a', ash, oak)];
    expect(sumUp(log)).toEqual([write('b', ash, oak), write('a', null, oak)]);
  });

  test('is nothing for a row that was made and taken away, or changed and changed back', () => {
    expect(sumUp([write('a', null, ash), write('a', ash, null)])).toEqual([]);
    expect(sumUp([write('a', ash, oak), write('a', oak, { ...ash })])).toEqual([]);
  });
});

describe('undoing', () => {
  test.each([
    ['a change that nobody has touched', [row(ash, oak, oak)], 'put-back', ['put-back'], []],
    [
      'a change beside which something else has changed',
      [row(ash, oak, { ...oak, counted: false })],
      'put-back',
      ['put-back'],
      [],
    ],
    ['a change that was changed again', [row(ash, oak, { ...oak, name: 'Elm' })], 'left-alone', [], ['name']],
    ['a change of what has gone since', [row(ash, oak, null)], null, [], []],
    ['what is as it was made', [row(null, ash, ash)], 'taken-away', ['take-away'], []],
    ['what was made and has changed since', [row(null, ash, oak)], 'left-alone', [], ['name']],
    ['what was made and has gone since', [row(null, ash, null)], null, [], []],
    [
      'what was made and others hang on',
      [row(null, ash, ash, ['memberships']), row(null, oak, oak)],
      'left-alone',
      [],
      [],
    ],
    ['what was taken away', [row(ash, null, null)], 'put-back', ['add-again'], []],
    ['what was taken away and is there again', [row(ash, null, oak)], 'in-the-way', [], []],
  ] as const)('%s', (_, rows, verdict, steps, kept) => {
    const found = judgeUndo(rows);
    expect([found.verdict, found.steps.map((step) => step.do), found.kept]).toEqual([verdict, steps, kept]);
  });

  test('goes backwards, column by column', () => {
    const now = { ...oak, town: 'Elsewhere' };
    const { steps, kept } = judgeUndo([
      row(ash, { ...oak, town: 'Oakham' }, now),
      { ...row(null, ash, ash), key: '2' },
    ]);
    expect(steps).toEqual([
      { table: 'schools', key: '2', do: 'take-away', row: ash },
      { table: 'schools', key: '1', do: 'put-back', row: ash, columns: ['name'] },
    ]);
    expect(kept).toEqual(['town']);
  });

  const columns = ['a', 'b', 'c'] as const;
  const anyRow = fc.option(fc.record({ a: fc.nat(2), b: fc.nat(2), c: fc.nat(2) }), { nil: null });

  test('whatever has happened since, no value that somebody else gave is lost', () => {
    fc.assert(
      fc.property(anyRow, anyRow, anyRow, (before, after, now) => {
        fc.pre(before !== null || after !== null);
        const [step] = judgeUndo([row(before, after, now)]).steps;
        if (step?.do === 'take-away') expect(now).toEqual(after);
        if (step?.do === 'add-again') expect(now).toBeNull();
        if (step?.do === 'put-back')
          for (const column of columns)
            expect(step.columns.includes(column)).toBe(
              before?.[column] !== after?.[column] && now?.[column] === after?.[column],
            );
      }),
    );
  });

  test('what nobody has touched since is wholly as it was before', () => {
    fc.assert(
      fc.property(anyRow, anyRow, (before, after) => {
        const sums = sumUp([row(before, after, after)]);
        const [step] = judgeUndo(sums.map((sum) => ({ ...sum, now: after, hanging: [] }))).steps;
        const undone = !step ? after : step.do === 'put-back' ? patch(after, step) : stepRow(step);
        expect(undone).toEqual(before);
      }),
    );
  });

  const patch = (now: Row | null, step: { row: Row; columns: readonly string[] }) => ({
    ...now,
    ...Object.fromEntries(step.columns.map((column) => [column, step.row[column]])),
  });
  const stepRow = (step: { do: string; row: Row }) => (step.do === 'add-again' ? step.row : null);
});
