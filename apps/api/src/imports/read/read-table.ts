import { isMark, withoutApostrophe } from '@lateral/domain/imports/marks';
import { UnreadableFile } from './file-faults.ts';
import { createCutter, parseRows, type RawRow } from './parse-rows.ts';
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

/**
 * Opens a CSV file of either encoding, any line ending, and commas, semicolons or tabs.
 * Throws `UnreadableFile`, here or while the rows are read.
 */
export async function readTable(open: OpenFile): Promise<Table> {
  const survey = await surveyFile(open);
  const cut = createCutter(survey);
  for await (const [first] of parseRows(open(), survey)) {
    if (!first) continue;
    const header = cut(first).map((name) => name.trim());
    const marks = new Set(header.flatMap((name, at) => (isMark(name) ? [at] : [])));
    const take = (raw: RawRow): TableRow => {
      const cells = cut(raw);
      return { row: raw.row, cells: marks.size === 0 ? cells : takeMarksOff(cells, marks) };
    };
    const rows = {
      [Symbol.asyncIterator]: () => readBelow(open, survey, first.row, header.length, take),
    };
    return { survey, header: header.filter((_, at) => !marks.has(at)), rows };
  }
  throw new UnreadableFile('empty');
}

/** The cells of a row of a file that we marked and gave back, as they were before. */
const takeMarksOff = (cells: readonly string[], marks: ReadonlySet<number>) =>
  cells.filter((_, at) => !marks.has(at)).map(withoutApostrophe);

/** The rows below the header, one held back: only the last may turn out to be cut off. */
async function* readBelow(
  open: OpenFile,
  survey: FileSurvey,
  headerRow: number,
  width: number,
  take: (raw: RawRow) => TableRow,
): AsyncGenerator<TableRow, void> {
  let held: RawRow | null = null;
  for await (const rows of parseRows(open(), survey)) {
    for (const next of rows) {
      if (next.row <= headerRow) continue;
      if (held) yield take(held);
      held = next;
    }
  }
  if (!held) throw new UnreadableFile('no-rows');
  if (!survey.endsWithNewline && createCutter(survey)(held).length < width)
    throw new UnreadableFile('cut-off');
  yield take(held);
}
