import { Checkbox } from './checkbox.tsx';
import type { Column } from './data-table.tsx';

type Props<Row> = {
  row: Row;
  id: string;
  name: string;
  columns: readonly Column<Row>[];
  /** The first row is where Tab comes into the list; from there the keys move on. */
  isFirst: boolean;
  isCurrent: boolean;
  isChosen?: boolean;
  onToggle?: (id: string, isRange: boolean) => void;
};

export function DataTableRow<Row>({
  row,
  id,
  name,
  columns,
  isFirst,
  isCurrent,
  isChosen,
  onToggle,
}: Props<Row>) {
  const tone = isChosen || isCurrent ? 'bg-pen-soft' : 'hover:bg-hover';
  return (
    <tr
      data-id={id}
      tabIndex={isFirst ? 0 : -1}
      className={`focus-inside scroll-my-16 border-b border-line last:border-b-0 max-sm:relative max-sm:block max-sm:px-5 max-sm:py-3 ${tone}`}
    >
      {onToggle && (
        <td className="w-14 pl-4 align-top sm:align-middle max-sm:absolute max-sm:top-2 max-sm:right-4 max-sm:block max-sm:w-auto">
          <Checkbox
            label={`Choose ${name}`}
            isLabelHidden
            checked={isChosen ?? false}
            onChange={(event) => onToggle(id, (event.nativeEvent as MouseEvent).shiftKey)}
          />
        </td>
      )}
      {columns.map((column) => (
        <Cell key={column.key} row={row} column={column} />
      ))}
    </tr>
  );
}

function Cell<Row>({ row, column }: { row: Row; column: Column<Row> }) {
  const { isMain, isWideOnly, align, header, cell, className = '' } = column;
  const stacked = isMain
    ? 'max-sm:block max-sm:pr-12 max-sm:pb-1'
    : 'max-sm:flex max-sm:gap-2 max-sm:py-0.5 max-sm:text-sm max-sm:text-left max-sm:empty:hidden';
  return (
    <td
      className={`px-3 py-2.5 first:pl-5 last:pr-5 max-sm:px-0 max-sm:first:pl-0 max-sm:last:pr-0 ${isMain ? 'font-semibold' : ''} ${align === 'end' ? 'text-right' : ''} ${isWideOnly ? 'max-sm:hidden' : stacked} ${className}`}
    >
      {!isMain && (
        <span aria-hidden className="w-24 shrink-0 text-muted sm:hidden">
          {header}
        </span>
      )}
      {cell(row)}
    </td>
  );
}
