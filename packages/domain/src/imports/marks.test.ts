import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isMark, markColumns, markRow, withoutApostrophe } from './marks.ts';

test.each([
  ['Lateral: row', true],
  ['lateral:  What is wrong ', true],
  ['Lateral', false],
  ['row', false],
  ['', false],
])('the column “%s” is one that we added: %s', (name, expected) => expect(isMark(name)).toBe(expected));

test.each([
  [['1', 'a', 'b'], 3, ['1', 'a', 'b', '7', 'No. Not so.']],
  [['1'], 3, ['1', '', '', '7', 'No. Not so.']],
  [['1', 'a', 'b', 'c'], 3, ['1', 'a', 'b', '7', 'No. Not so.', 'c']],
])('the row %j under %i columns is marked below our columns', (cells, width, expected) => {
  expect(markRow(cells, width, 7, ['No.', 'Not so.'])).toEqual(expected);
});

test('a row is the same again without its marks, however many cells it has', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 9 }), fc.nat(9), (cells, width) => {
      const marked = markRow(cells, width, 2, ['x']);
      const without = marked.filter((_, at) => at < width || at >= width + markColumns.length);
      expect(without).toEqual([...cells, ...Array(Math.max(0, width - cells.length)).fill('')]);
    }),
  );
});

test.each([
  ["'=1+1", '=1+1'],
  ["'+44 1452", '+44 1452'],
  ["'Tis", "'Tis"],
  ["''=1", "''=1"],
  ['=1', '=1'],
])('%s was %s before the apostrophe', (cell, before) => expect(withoutApostrophe(cell)).toBe(before));
