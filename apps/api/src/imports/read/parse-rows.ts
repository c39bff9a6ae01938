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

/** The place behind the quote that closes the one before `from`; -1 when none does. */
function endOfQuotes(bytes: Uint8Array, from: number): number {
  for (let at = from; ; at += 2) {
    while (at < bytes.length && bytes[at] !== quote) at += 1;
    if (at >= bytes.length) return -1;
    if (bytes[at + 1] !== quote) return at + 1;
  }
}

/**
 * Where the cell that begins at `from` ends: at a delimiter, an end of line or the end of the bytes. A quote counts where
 * a cell begins; one that is closed and followed by more letters was part of the words.
 * @returns -1 for a cell in quotes that is not closed
 */
function endOfCell(bytes: Uint8Array, from: number, delimiter: number): number {
  let at = bytes[from] === quote ? endOfQuotes(bytes, from + 1) : from;
  if (at < 0) return -1;
  for (; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === delimiter || byte === lineFeed || byte === carriageReturn) break;
  }
  return at;
}

/** Where the row that begins at `from` ends. @returns -1 when a quote of it is not closed */
function endOfRow(bytes: Uint8Array, from: number, delimiter: number): number {
  for (let at = from; ; at += 1) {
    at = endOfCell(bytes, at, delimiter);
    if (at < 0 || bytes[at] !== delimiter) return at;
  }
}

/** The same in the letters of one row, which holds no end of line outside quotes. */
function endOfWords(row: string, from: number, delimiter: string): number {
  let at = from;
  if (row.charCodeAt(at) === quote) {
    for (at += 1; ; at += 2) {
      at = row.indexOf('"', at);
      if (row.charCodeAt(at + 1) !== quote) break;
    }
    at += 1;
  }
  const end = row.indexOf(delimiter, at);
  return end < 0 ? row.length : end;
}

/** The words of a cell, without its quotes. What was not the end of a quote after all is given back as it stands. */
function wordsOf(row: string, from: number, to: number): string {
  if (row.charCodeAt(from) !== quote) return row.slice(from, to);
  let at = from + 1;
  for (; ; at += 2) {
    at = row.indexOf('"', at);
    if (row.charCodeAt(at + 1) !== quote) break;
  }
  const inside = row.slice(from + 1, at);
  const plain = inside.includes('"') ? inside.replaceAll('""', '"') : inside;
  return at + 1 === to ? plain : `"${plain}${row.slice(at, to)}`;
}

/** Cuts rows of one file into cells. */
export function createCutter({ encoding, delimiter }: Reading) {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  return ({ bytes, from, to }: RawRow): string[] => {
    const row = decoder.decode(bytes.subarray(from, to));
    const cells: string[] = [];
    for (let at = 0; at <= row.length; at += 1) {
      const end = endOfWords(row, at, delimiter);
      cells.push(wordsOf(row, at, end));
      at = end;
    }
    return cells;
  };
}

/** Every row of a file that comes in pieces, as many at a time as a piece completes. Blank rows are counted, not told. */
export async function* parseRows(
  pieces: AsyncIterable<Uint8Array>,
  reading: Reading,
): AsyncGenerator<RawRow[], void> {
  const finder = createFinder(reading);
  let held: Uint8Array = new Uint8Array(0);
  let isFirst = true;
  for await (const piece of pieces) {
    const bytes = held.length > 0 ? Buffer.concat([held, piece]) : piece;
    // The first bytes may be a mark of the encoding, which is no part of the first cell.
    const from = isFirst && isMarked(bytes) ? 3 : 0;
    const isTooShort = isFirst && bytes.length < 4;
    held = bytes;
    if (isTooShort) continue;
    isFirst = false;
    const { rows, rest } = finder.find(bytes, from, false);
    yield rows;
    held = bytes.subarray(rest);
    if (held.length > longestRow) throw new UnreadableFile('open-quote');
  }
  if (held.length > 0) yield finder.find(held, isFirst && isMarked(held) ? 3 : 0, true).rows;
}

/** Finds rows, counting them through one file. */
function createFinder(reading: Reading) {
  const delimiter = reading.delimiter.charCodeAt(0);
  const cut = createCutter(reading);
  let row = 0;

  /** Blank rows hold nothing but what stands between cells and letters that cannot be seen. */
  function isBlank(raw: RawRow): boolean {
    let at = raw.from;
    const isBetween = (byte?: number) => byte === delimiter || byte === quote || byte === space;
    while (at < raw.to && isBetween(raw.bytes[at])) at += 1;
    const byte = raw.bytes[at] ?? 0;
    if (at < raw.to && byte > space && byte < 128) return false;
    return cut(raw).every((cell) => cell.trim() === '');
  }

  return {
    /** @returns whole rows (all that are left, when these bytes are the last) and where the first that is not begins */
    find(bytes: Uint8Array, begin: number, isLast: boolean) {
      const rows: RawRow[] = [];
      let from = begin;
      while (from < bytes.length) {
        const to = endOfRow(bytes, from, delimiter);
        if (to < 0 && isLast) throw new UnreadableFile('open-quote');
        if (!isLast && !isWhole(bytes, to)) break;
        row += 1;
        const raw = { row, bytes, from, to };
        if (!isBlank(raw)) rows.push(raw);
        from = to + endOfLine(bytes, to);
      }
      return { rows, rest: Math.min(from, bytes.length) };
    },
  };
}

const isMarked = (bytes: Uint8Array) => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

const endOfLine = (bytes: Uint8Array, to: number) =>
  bytes[to] === carriageReturn && bytes[to + 1] === lineFeed ? 2 : 1;

/** Whether a row that ends here is whole: the next piece may go on with it, or with its end of line. */
const isWhole = (bytes: Uint8Array, to: number) =>
  to >= 0 && (to < bytes.length - 1 || bytes[to] === lineFeed);
