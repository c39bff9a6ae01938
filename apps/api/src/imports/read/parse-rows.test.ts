import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UnreadableFile } from './file-faults.ts';
import { createCutter, parseRows } from './parse-rows.ts';

async function* inPieces(text: string, size: number) {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const readingOf = (delimiter = ',') => ({ encoding: 'utf-8' as const, delimiter });

async function read(text: string, size: number, delimiter = ',') {
  const all: { row: number; cells: string[] }[] = [];
  try {
    for await (const rows of parseRows(inPieces(text, size), readingOf(delimiter)))
      for (const raw of rows) all.push({ row: raw.row, cells: createCutter(readingOf(delimiter))(raw) });
  } catch (error) {
    if (error instanceof UnreadableFile) return error.fault;
    throw error;
  }
  return all;
}

/** What another parser, written by others, makes of the same text. */
function readByOthers(text: string, delimiter = ',') {
  try {
    const rows = parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
    }) as string[][];
    return rows.flatMap((cells, at) =>
      cells.some((cell) => cell.trim() !== '') ? [{ row: at + 1, cells }] : [],
    );
  } catch (error) {
    if ((error as { code?: string }).code === 'CSV_QUOTE_NOT_CLOSED') return 'open-quote';
    throw error;
  }
}

const anyText = fc
  .array(fc.constantFrom('a', 'b', '"', '""', ',', '\n', '\r', '\r\n', ' ', '\u00a0', 'é', '€'), {
    maxLength: 24,
  })
  .map((parts) => parts.join(''));

test('whatever the text and however it is cut up, it is read as another parser reads it', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, fc.integer({ min: 1, max: 7 }), async (text, size) => {
      expect(await read(text, size)).toEqual(readByOthers(text));
    }),
    { numRuns: 20_000 },
  );
});

test.each([
  [
    ';',
    'a;"b;c"\n1,2;3',
    [
      ['a', 'b;c'],
      ['1,2', '3'],
    ],
  ],
  [
    '\t',
    'a\t"b"\n\t\n1\t',
    [
      ['a', 'b'],
      ['1', ''],
    ],
  ],
])('with the delimiter %j', async (delimiter, text, expected) => {
  const found = await read(text, 3, delimiter);
  expect(Array.isArray(found) && found.map(({ cells }) => cells)).toEqual(expected);
});
