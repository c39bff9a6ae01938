import { type CellReading, isFormula, type PlainDate, readDate, readText } from './cells.ts';
import type { Header } from './columns.ts';
import { type DoubtfulCell, quoteCell, type RefusedCell, type RowRefusal } from './refusals.ts';

/** One row being read: cells by column, and what was found wrong so far. */
export interface RowCells<Column extends string> {
  header: Header<Column>;
  cells: readonly string[];
  refused: RefusedCell | null;
  doubts: DoubtfulCell[];
}

const longest = 1000;

/** Opens a row, refusing at once one that is ragged or damaged: its cells may not be in their columns. */
export function openRow<Column extends string>(
  header: Header<Column>,
  cells: readonly string[],
): RowCells<Column> {
  const row: RowCells<Column> = { header, cells, refused: null, doubts: [] };
  if (cells.length !== header.width) {
    const params = { cells: cells.length, columns: header.width };
    row.refused = { column: null, reason: 'wrong-number-of-cells', params };
    return row;
  }
  const damaged = cells.findIndex((cell) => cell.includes('\u0000'));
  if (damaged >= 0)
    row.refused = { column: header.names[damaged] ?? null, reason: 'unprintable', params: {} };
  return row;
}

/** The cell as it stands in the file; a column that the file lacks reads as empty. */
export function rawCell<Column extends string>(row: RowCells<Column>, column: Column): string {
  const at = row.header.positions.get(column);
  return at === undefined ? '' : (row.cells[at] ?? '');
}

/** What the file itself calls a column, for the report. */
export function columnName<Column extends string>(row: RowCells<Column>, column: Column): string {
  const at = row.header.positions.get(column);
  return at === undefined ? column : (row.header.names[at] ?? column);
}

/** Marks the row as refused; the first reason is the one that is told. */
export function refuseCell<Column extends string>(
  row: RowCells<Column>,
  column: Column,
  reason: RowRefusal,
  params: RefusedCell['params'] = {},
): void {
  row.refused ??= { column: columnName(row, column), reason, params };
}

/** Text that will be shown to people: formulas and monsters are refused. */
export function takeText<Column extends string>(row: RowCells<Column>, column: Column): string | null {
  const text = readText(rawCell(row, column));
  if (text === null) return null;
  if (/^[=@]./.test(text)) refuseCell(row, column, 'formula', { value: quoteCell(text) });
  if (text.length > longest) refuseCell(row, column, 'too-long', { most: longest });
  return text;
}

/** A name, which may not begin with any sign that a spreadsheet takes for a formula. */
export function takeName<Column extends string>(row: RowCells<Column>, column: Column): string | null {
  const text = takeText(row, column);
  if (text !== null && isFormula(text)) refuseCell(row, column, 'formula', { value: quoteCell(text) });
  return text;
}

/** A date that rules depend on: one that cannot be read refuses the row. */
export function takeDate<Column extends string>(row: RowCells<Column>, column: Column): PlainDate | null {
  const reading = readDate(rawCell(row, column));
  if ('value' in reading) return reading.value;
  refuseCell(row, column, 'date-unreadable', { value: quoteCell(reading.unreadable) });
  return null;
}

/** A fact that the row can do without: one that cannot be read is left out and reported. */
export function takeOrDoubt<Column extends string, T>(
  row: RowCells<Column>,
  column: Column,
  read: (raw: string) => CellReading<T>,
): T | null {
  const reading = read(rawCell(row, column));
  if ('value' in reading) return reading.value;
  row.doubts.push({ column: columnName(row, column), value: quoteCell(reading.unreadable) });
  return null;
}
