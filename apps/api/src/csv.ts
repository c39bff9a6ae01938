import { looksLikeFormula } from '@lateral/domain/imports/marks';

type Value = string | number | boolean | null;

/** A cell that a spreadsheet would take for a formula is given a leading apostrophe; quotes are doubled. */
function cell(value: Value, delimiter: string): string {
  if (value === null) return '';
  const text = String(value);
  const harmless = typeof value === 'string' && looksLikeFormula(text) ? `'${text}` : text;
  return /["\r\n]/.test(harmless) || harmless.includes(delimiter)
    ? `"${harmless.replaceAll('"', '""')}"`
    : harmless;
}

/** What a CSV file begins with, so that Excel reads its letters right. */
export const csvBeginning = '\uFEFF';

/** One row of a CSV file, with its end of line. */
export const writeRow = (row: readonly Value[], delimiter = ',') =>
  `${row.map((value) => cell(value, delimiter)).join(delimiter)}\r\n`;

/** A CSV file that Excel opens as it is: UTF-8 with a byte order mark, CRLF. */
export const writeCsv = (rows: readonly (readonly Value[])[]) =>
  csvBeginning + rows.map((row) => writeRow(row)).join('');
