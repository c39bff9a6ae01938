import { isMark, withoutApostrophe } from '@lateral/domain/imports/marks';
import { UnreadableFile } from './file-faults.ts';
import { createCutter, parseRows, type RawRow } from './parse-rows.ts';
import { type FileSurvey, type OpenFile, surveyFile } from './survey-file.ts';

/** One row as a spreadsheet would number it: the header is usually row 1. */
export interface TableRow {
  row: number;
  cells: string[];
}

/** A file of rows and columns. Its rows may be read again and again, and are held one at a time. */
export interface Table {
  survey: FileSurvey;
  header: string[];
  rows: AsyncIterable<TableRow>;
  /** Only rows whose cell at a position is wanted, or that are too short to have it: the others are not cut up. */
  rowsWhere(position: number, isWanted: (cell: string) => boolean): AsyncIterable<TableRow>;
}

/**
 * Opens a CSV file of either encoding, any line ending, and commas, semicolons or tabs.
 * Throws `UnreadableFile`, here or while the rows are read.
 */
export async function readTable(open: OpenFile): Promise<Table> {
  const survey = await surveyFile(open);
  const cutter = createCutter(survey);
  for await (const [first] of parseRows(open(), survey)) {
    if (!first) continue;
    const names = cutter.cells(first).map((name) => name.trim());
    const own = names.flatMap((name, at) => (isMark(name) ? [] : [at]));
    const isMarked = own.length < names.length;
    const cut = (raw: RawRow): TableRow => {
      const cells = cutter.cells(raw);
      return { row: raw.row, cells: isMarked ? takeMarksOff(cells, names) : cells };
    };
    const read = (isWanted: (raw: RawRow) => boolean) => ({
      [Symbol.asyncIterator]: () => readBelow(open, survey, first.row, names.length, isWanted, cut),
    });
    return {
      survey,
      header: own.map((at) => names[at] ?? ''),
      rows: read(() => true),
      rowsWhere: (position, isWanted) =>
        read((raw) => {
          const cell = cutter.cell(raw, own[position] ?? position);
          return cell === null || isWanted(cell);
        }),
    };
  }
  throw new UnreadableFile('empty');
}

/** A row of a file that we marked and gave back, as it was before. */
const takeMarksOff = (cells: readonly string[], names: readonly string[]) =>
  cells.filter((_, at) => !isMark(names[at] ?? '')).map(withoutApostrophe);

/** The rows below the header. Only the last may turn out to be cut off. */
async function* readBelow(
  open: OpenFile,
  survey: FileSurvey,
  headerRow: number,
  width: number,
  isWanted: (raw: RawRow) => boolean,
  cut: (raw: RawRow) => TableRow,
): AsyncGenerator<TableRow, void> {
  let last: RawRow | null = null;
  for await (const rows of parseRows(open(), survey)) {
    for (const raw of rows) {
      if (raw.row <= headerRow) continue;
      if (last && isWanted(last)) yield cut(last);
      last = raw;
    }
  }
  if (!last) throw new UnreadableFile('no-rows');
  if (!survey.endsWithNewline && createCutter(survey).cells(last).length < width)
    throw new UnreadableFile('cut-off');
  if (isWanted(last)) yield cut(last);
}
