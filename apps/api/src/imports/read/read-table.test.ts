import { describe, expect, test } from 'vitest';
import { type FileFault, fileFaults, sayFileFault, UnreadableFile } from './file-faults.ts';
import { readTable, type TableRow } from './read-table.ts';

const chunkSizes = [1, 2, 3, 7, 1_000_000];

describe.each(chunkSizes)('in chunks of %i bytes', (size) => {
  test.each([
    ['line feeds', 'URN,Name\n1,A\n2,B\n'],
    ['carriage returns', 'URN,Name\r1,A\r2,B\r'],
    ['both', 'URN,Name\r\n1,A\r\n2,B\r\n'],
    ['no final line end', 'URN,Name\r\n1,A\r\n2,B'],
    ['blank rows at the end', 'URN,Name\n1,A\n2,B\n\n,\n ,\n'],
    ['semicolons', 'URN;Name\n1;A\n2;B\n'],
    ['tabs', 'URN\tName\n1\tA\n2\tB\n'],
    ['a byte order mark', '\ufeffURN,Name\n1,A\n2,B\n'],
    ['quotes everywhere', '"URN","Name"\r\n"1","A"\r\n"2","B"\r\n'],
  ])('a file with %s is read', async (_, text) => {
    const { header, rows } = await read(bytes(text), size);
    expect(header).toEqual(['URN', 'Name']);
    expect(rows).toEqual([
      { row: 2, cells: ['1', 'A'] },
      { row: 3, cells: ['2', 'B'] },
    ]);
  });

  test('quotes, commas and line ends inside a cell stay there, and rows are numbered as a spreadsheet does', async () => {
    const { rows } = await read(bytes('\nURN,Name\n\n1,"St ""A"", and\nB"\n2,C\n'), size);
    expect(rows).toEqual([
      { row: 4, cells: ['1', 'St "A", and\nB'] },
      { row: 5, cells: ['2', 'C'] },
    ]);
  });

  test('one character of two bytes late in the file is read as UTF-8', async () => {
    const { encoding, rows } = await read(bytes(`URN,Name\n${'1,A\n'.repeat(50)}2,Ynys Môn €\n`), size);
    expect(encoding).toBe('utf-8');
    expect(rows.at(-1)?.cells[1]).toBe('Ynys Môn €');
  });

  test('one byte of Windows-1252 late in the file settles the encoding of all of it', async () => {
    const { encoding, rows } = await read(
      bytes(`URN,Name\n${'1,A\n'.repeat(50)}2,St Mary\u0092s \u00a0\n`, 'latin1'),
      size,
    );
    expect(encoding).toBe('windows-1252');
    expect(rows.at(-1)?.cells[1]).toBe('St Mary’s \u00a0');
  });

  test('a Windows-1252 file that ends in an accent is not taken for cut-off UTF-8', async () => {
    const { encoding, rows } = await read(bytes('URN,Name\n1,Caf\u00e9', 'latin1'), size);
    expect([encoding, rows[0]?.cells[1]]).toEqual(['windows-1252', 'Café']);
  });

  test('ragged rows come through as they are, for the row to be refused by itself', async () => {
    const { rows } = await read(bytes('URN,Name,Town\n1,A\n2,B,C,D\n3,E,F\n'), size);
    expect(rows.map(({ cells }) => cells.length)).toEqual([2, 4, 3]);
  });

  test.each<[FileFault, string]>([
    ['empty', ''],
    ['empty', '\ufeff \r\n'],
    ['empty', '\n,,,\n\n'],
    ['no-rows', 'URN,Name\r\n'],
    ['workbook', 'PK\u0003\u0004\u0014\u0000\u0006\u0000[Content_Types].xml …'],
    ['zip', 'PK\u0003\u0004\u0014\u0000edubasealldata20260711.csv'],
    ['pdf', '%PDF-1.7\n1 0 obj'],
    ['web-page', '<!DOCTYPE html>\n<html lang="en">'],
    ['web-page', '  \n<html><body>Sign in</body></html>'],
    ['cut-off', 'URN,Name,Town\r\n1,A,B\r\n2,C'],
    ['open-quote', 'URN,Name\r\n1,A\r\n2,"St Ma'],
    ['open-quote', '"URN","Na'],
  ])('%s: %j is turned away', async (fault, text) => {
    expect(await faultOf(bytes(text), size)).toBe(fault);
  });

  test.each<[FileFault, number[]]>([
    ['old-workbook', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
    ['zip', [0x1f, 0x8b, 0x08, 0x00]],
    ['utf-16', [...Buffer.from('\ufeffURN,Name\n1,A', 'utf16le')]],
    ['utf-16', [...Buffer.from('URN,Name\n1,A', 'utf16le')]],
    ['not-text', [0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, ...Buffer.from('JFIF', 'latin1')]],
    ['not-text', [...Buffer.from('\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR', 'latin1')]],
    ['not-text', [...Buffer.from('URN,Name of the sch\u0000ol\n1,A\n')]],
    ['damaged-text', [0xef, 0xbb, 0xbf, ...Buffer.from('URN,Name\n1,\u0092s\n', 'latin1')]],
  ])('%s is turned away by its bytes', async (fault, list) => {
    expect(await faultOf(Uint8Array.from(list), size)).toBe(fault);
  });
});

test('a quote that is never closed stops the reading before it fills the memory', async () => {
  let sent = 0;
  const open = async function* () {
    sent = 0;
    yield bytes('URN,Name\n1,A\n2,"B\n');
    for (; sent < 400; sent += 1) yield bytes('x'.repeat(10_000));
  };
  const reading = readTable(open).then(({ rows }) => drain(rows));
  await expect(reading).rejects.toMatchObject({ fault: 'open-quote' });
  expect(sent).toBeLessThan(200);
});

test('a reader that stops early lets go of the file', async () => {
  let closed = 0;
  const open = async function* () {
    try {
      for (let row = 0; row < 10_000; row += 1) yield bytes(row === 0 ? 'URN,Name\n' : `${row},A\n`);
    } finally {
      closed += 1;
    }
  };
  const table = await readTable(open);
  for await (const { row } of table.rows) if (row > 5) break;
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(closed).toBe(3);
});

test('an error of the disk is passed on as it is', async () => {
  let opened = 0;
  const open = async function* () {
    opened += 1;
    yield bytes('URN,Name\n');
    if (opened > 2) throw new Error('disk');
    yield bytes('1,A\n');
  };
  const table = await readTable(open);
  await expect(drain(table.rows)).rejects.toThrow('disk');
});

test('every fault has words', () => {
  for (const fault of fileFaults) expect(sayFileFault(fault)).toMatch(/^This|^Some|^A/);
});

function bytes(text: string, encoding: BufferEncoding = 'utf8'): Uint8Array {
  return Buffer.from(text, encoding);
}

async function read(content: Uint8Array, size: number) {
  const table = await readTable(inChunks(content, size));
  return { header: table.header, encoding: table.survey.encoding, rows: await drain(table.rows) };
}

async function drain(rows: AsyncIterable<TableRow>): Promise<TableRow[]> {
  const all: TableRow[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

async function faultOf(content: Uint8Array, size: number): Promise<FileFault | null> {
  try {
    await read(content, size);
    return null;
  } catch (error) {
    if (error instanceof UnreadableFile) return error.fault;
    throw error;
  }
}

function inChunks(content: Uint8Array, size: number) {
  return async function* () {
    for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
  };
}
