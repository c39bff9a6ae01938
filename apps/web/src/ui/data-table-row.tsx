import { Checkbox } from './checkbox.tsx';
import type { Column } from './data-table.tsx';
import { rowProps } from './list-keys.ts';

type Props<Row> = {
  row: Row;
  id: string;
  name: string;
  columns: readonly Column<Row>[];
  at: number;
  isCurrent: boolean;
  isChosen?: boolean;
  onToggle?: (id: string, isRange: boolean) => void;
};

export function DataTableRow<Row>({ row, id, name, columns, at, isCurrent, isChosen, onToggle }: Props<Row>) {
  const tone = isChosen || isCurrent ? 'bg-pen-soft' : 'hover:bg-hover';
  return (
    <tr
      data-id={id}
      {...rowProps(at)}
      className={`focus-inside scroll-my-16 border-b border-line last:border-b-0 @max-2xl:relative @max-2xl:block @max-2xl:px-5 @max-2xl:py-3 ${tone}`}
    >
      {onToggle && (
        <td
          data-screen-only
          className="w-14 pl-5 align-top @2xl:align-middle @max-2xl:absolute @max-2xl:top-2 @max-2xl:right-4 @max-2xl:block @max-2xl:w-auto"
        >
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
    ? '@max-2xl:block @max-2xl:pr-12 @max-2xl:pb-1 max-desk:[&>a]:inline-flex max-desk:[&>a]:min-h-11 max-desk:[&>a]:items-center'
    : '@max-2xl:flex @max-2xl:gap-2 @max-2xl:py-0.5 @max-2xl:text-sm @max-2xl:text-left @max-2xl:empty:hidden';
  return (
    <td
      className={`px-3 py-2.5 first:pl-5 last:pr-5 @max-2xl:px-0 @max-2xl:first:pl-0 @max-2xl:last:pr-0 ${isMain ? 'font-semibold' : ''} ${align === 'end' ? 'text-right' : ''} ${isWideOnly ? '@max-2xl:hidden' : stacked} ${className}`}
    >
      {!isMain && (
        <span aria-hidden className="w-24 shrink-0 text-muted @2xl:hidden">
          {header}
        </span>
      )}
      {cell(row)}
    </td>
  );
}
