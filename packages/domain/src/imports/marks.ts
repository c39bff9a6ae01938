/** Columns that we add at the end of a file that we give back: the row it had there, and what is wrong with it. */
export const markColumns = ['Lateral: row', 'Lateral: what is wrong'] as const;

const plain = (name: string) =>
  name
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .toLowerCase();
const marks: readonly string[] = markColumns.map(plain);

/** Whether a column is one that we added: it is passed over when the file comes back. */
export const isMark = (column: string) => marks.includes(plain(column));

/** One row of a file that is given back, its marks at the end; a row that is too short is filled up to the header. */
export function markRow(cells: readonly string[], width: number, row: number, reasons: readonly string[]) {
  const missing = Math.max(0, width - cells.length);
  return [
    ...cells.slice(0, width),
    ...Array<string>(missing).fill(''),
    String(row),
    reasons.join(' '),
    ...cells.slice(width),
  ];
}

/** What a spreadsheet would take for a formula when it opens a file. */
export const looksLikeFormula = (cell: string) => /^[=+\-@\t\r]/.test(cell);

/** A cell as it was before an apostrophe kept a spreadsheet from running it. Only for files that we have marked. */
export const withoutApostrophe = (cell: string) =>
  cell.startsWith("'") && looksLikeFormula(cell.slice(1)) ? cell.slice(1) : cell;
