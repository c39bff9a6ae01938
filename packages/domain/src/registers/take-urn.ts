import { tidyCell } from './cells.ts';
import { quoteCell } from './refusals.ts';
import { type RowCells, rawCell, refuseCell } from './row-cells.ts';

/** A URN: a whole number of up to seven figures, never zero. */
export function takeUrn<Column extends string>(row: RowCells<Column>, column: Column): number {
  const text = tidyCell(rawCell(row, column));
  if (text === '') refuseCell(row, column, 'urn-missing');
  else if (!/^[1-9]\d{0,6}$/.test(text))
    refuseCell(row, column, 'urn-unreadable', { value: quoteCell(text) });
  return Number(text);
}
