import { UnreadableFile } from './file-faults.ts';

/** No row of any register comes near this; an unclosed quote soon does. */
const longestRow = 1_000_000;
const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;
const space = 32;

/** How the bytes of a file are to be read. In both encodings a delimiter, a quote and an end of line are one byte. */
export type Reading = { encoding: 'utf-8' | 'windows-1252'; delimiter: string };

/** A row as it stands in the bytes: its cells are cut out when they are asked for. */
export interface RawRow {
  /** As a spreadsheet would number it. */
  row: number;
  bytes: Uint8Array;
  from: number;
  to: number;
}

/**
 * Where the cell that begins at `from` ends: at a delimiter, an end of line or the end of the bytes. A quote counts where
 * a cell begins; one that is closed and followed by more letters was part of the words.
 * @returns -1 for a cell in quotes that is not closed
 */
function endOfCell(bytes: Uint8Array, from: number, to: number, delimiter: number): number {
  let at = from;
  if (bytes[at] === quote) {
    for (at += 1; ; at += 2) {
      while (at < to && bytes[at] !== quote) at += 1;
      if (at >= to) return -1;
      if (at + 1 >= to || bytes[at + 1] !== quote) break;
    }
    at += 1;
  }
  for (; at < to; at += 1) {
    const byte = bytes[at];
    if (byte === delimiter || byte === lineFeed || byte === carriageReturn) break;
  }
  return at;
}

/** Where the row that begins at `from` ends. @returns -1 when a quote of it is not closed */
function endOfRow(bytes: Uint8Array, from: number, delimiter: number): number {
  for (let at = from; ; at += 1) {
    at = endOfCell(bytes, at, bytes.length, delimiter);
    if (at < 0 || bytes[at] !== delimiter) return at;
  }
}

/** The words of a cell, without its quotes. What was not the end of a quote after all is given back as it stands. */
function unquote(cell: string): string {
  if (!cell.startsWith('"')) return cell;
  let at = 1;
  for (; ; at += 2) {
    at = cell.indexOf('"', at);
    if (cell[at + 1] !== '"') break;
  }
  const inside = cell.slice(1, at).replaceAll('""', '"');
  return at + 1 === cell.length ? inside : `"${inside}${cell.slice(at)}`;
}

/** Cuts up rows of one file. */
export function createCutter({ encoding, delimiter }: Reading) {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const code = delimiter.charCodeAt(0);
  const decode = (bytes: Uint8Array, from: number, to: number) => decoder.decode(bytes.subarray(from, to));
  return {
    /** All cells of a row. */
    cells({ bytes, from, to }: RawRow): string[] {
      const cells: string[] = [];
      for (let at = from; at <= to; at += 1) {
        const end = endOfCell(bytes, at, to, code);
        cells.push(unquote(decode(bytes, at, end)));
        at = end;
      }
      return cells;
    },
    /** One cell of a row, without cutting the others; null when the row is too short. */
    cell({ bytes, from, to }: RawRow, position: number): string | null {
      let at = from;
      for (let n = 0; n < position; n += 1) {
        at = endOfCell(bytes, at, to, code) + 1;
        if (at > to) return null;
      }
      return unquote(decode(bytes, at, endOfCell(bytes, at, to, code)));
    },
  };
}

/** Every row of a file that comes in pieces, as many at a time as a piece completes. Blank rows are counted, not told. */
export async function* parseRows(
  pieces: AsyncIterable<Uint8Array>,
  reading: Reading,
): AsyncGenerator<RawRow[], void> {
  const delimiter = reading.delimiter.charCodeAt(0);
  const cutter = createCutter(reading);
  let row = 0;
  let isFirst = true;
  let held: Uint8Array = new Uint8Array(0);
  for await (const piece of pieces) {
    const bytes = held.length > 0 ? Buffer.concat([held, piece]) : piece;
    // The first bytes may be a mark of the encoding, which is no part of the first cell.
    if (isFirst && bytes.length < 4) {
      held = bytes;
      continue;
    }
    const { rows, rest } = takeRows(bytes, false);
    yield rows;
    held = bytes.subarray(rest);
    if (held.length > longestRow) throw new UnreadableFile('open-quote');
  }
  if (held.length > 0) yield takeRows(held, true).rows;

  function takeRows(bytes: Uint8Array, isLast: boolean) {
    const rows: RawRow[] = [];
    let from = isFirst && isMarked(bytes) ? 3 : 0;
    isFirst = false;
    while (from < bytes.length) {
      const to = endOfRow(bytes, from, delimiter);
      if (to < 0 && isLast) throw new UnreadableFile('open-quote');
      if (!isLast && !isWhole(bytes, to)) break;
      row += 1;
      const raw = { row, bytes, from, to };
      if (!isBlank(raw)) rows.push(raw);
      from = to + (bytes[to] === carriageReturn && bytes[to + 1] === lineFeed ? 2 : 1);
    }
    return { rows, rest: Math.min(from, bytes.length) };
  }

  function isBlank(raw: RawRow): boolean {
    for (let at = raw.from; at < raw.to; at += 1) {
      const byte = raw.bytes[at] ?? 0;
      if (byte === delimiter || byte === quote || byte === space) continue;
      if (byte > space && byte < 128) return false;
      break;
    }
    return cutter.cells(raw).every((cell) => cell.trim() === '');
  }
}

const isMarked = (bytes: Uint8Array) => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

/** Whether a row that ends here is whole: the next piece may go on with it, or with its end of line. */
const isWhole = (bytes: Uint8Array, to: number) =>
  to >= 0 && (to < bytes.length - 1 || bytes[to] === lineFeed);
