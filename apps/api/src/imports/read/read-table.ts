import { pipeline, Readable } from 'node:stream';
import { isMark, withoutApostrophe } from '@lateral/domain/imports/marks';
import { CsvError, parse } from 'csv-parse';
import { UnreadableFile } from './file-faults.ts';
import { type FileSurvey, type OpenFile, surveyFile } from './survey-file.ts';

/** One row as a spreadsheet would number it: the header is usually row 1. */
export interface TableRow {
  row: number;
  cells: string[];
}

/** A file of rows and columns. `rows` may be read again and again, and holds one row at a time. */
export interface Table {
  survey: FileSurvey;
  header: string[];
  rows: AsyncIterable<TableRow>;
}

/** No row of any register comes near this; an unclosed quote soon does. */
const longestRow = 1_000_000;

/**
 * Opens a CSV file of either encoding, any line ending, and commas, semicolons or tabs.
 * Throws `UnreadableFile`, here or while the rows are read.
 */
export async function readTable(open: OpenFile): Promise<Table> {
  const survey = await surveyFile(open);
  for await (const { row, cells } of readRows(open, survey)) {
    const header = cells.map((name) => name.trim());
    const marks = new Set(header.flatMap((name, at) => (isMark(name) ? [at] : [])));
    const below = () => readBelow(open, survey, row, header.length);
    const rows = {
      [Symbol.asyncIterator]: () => (marks.size === 0 ? below() : takeMarksOff(below(), marks)),
    };
    return { survey, header: header.filter((_, at) => !marks.has(at)), rows };
  }
  throw new UnreadableFile('empty');
}

/** The rows of a file that we marked and gave back, as they were before. */
async function* takeMarksOff(
  rows: AsyncIterable<TableRow>,
  marks: ReadonlySet<number>,
): AsyncGenerator<TableRow, void> {
  for await (const { row, cells } of rows)
    yield { row, cells: cells.filter((_, at) => !marks.has(at)).map(withoutApostrophe) };
}

/** The rows below the header, one held back: only the last may turn out to be cut off. */
async function* readBelow(
  open: OpenFile,
  survey: FileSurvey,
  headerRow: number,
  width: number,
): AsyncGenerator<TableRow, void> {
  let held: TableRow | null = null;
  for await (const next of readRows(open, survey)) {
    if (next.row <= headerRow) continue;
    if (held) yield held;
    held = next;
  }
  if (!held) throw new UnreadableFile('no-rows');
  if (held.cells.length < width && !survey.endsWithNewline) throw new UnreadableFile('cut-off');
  yield held;
}

/** Every row that holds anything, numbered as it stands; a quoted cell may run over several lines. */
async function* readRows(open: OpenFile, survey: FileSurvey): AsyncGenerator<TableRow, void> {
  const parser = parse({
    delimiter: survey.delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: longestRow,
    bom: true,
  });
  // The parser works on the bytes of UTF-8: those it is given as they are, anything else is turned into them.
  const text = survey.encoding === 'utf-8' ? open() : decode(open(), survey.encoding);
  pipeline(Readable.from(text), parser, () => undefined);
  let row = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += 1;
      if (cells.some((cell) => cell.trim() !== '')) yield { row, cells };
    }
  } catch (error) {
    throw isOpenQuote(error) ? new UnreadableFile('open-quote') : error;
  }
}

async function* decode(chunks: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<string, void> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

function isOpenQuote(error: unknown): boolean {
  return error instanceof CsvError && ['CSV_QUOTE_NOT_CLOSED', 'CSV_MAX_RECORD_SIZE'].includes(error.code);
}
