import type { ReactNode } from 'react';
import { DataTableHead } from './data-table-head.tsx';
import { DataTableRow } from './data-table-row.tsx';
import { listKeys } from './list-keys.ts';
import { useRowSelection } from './use-row-selection.ts';

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** The values of `sort` that order by this column, upwards and downwards. */
  sort?: { up: string; down?: string };
  align?: 'end';
  /** The cell that names the row: bold, and the head of the row when rows are stacked. */
  isMain?: boolean;
  /** Left out when rows are stacked on a phone. */
  isWideOnly?: boolean;
  className?: string;
};

export type Sorting = {
  current: string | undefined;
  /** A link to the same list in that order. */
  link: (sort: string, label: ReactNode) => ReactNode;
};

export type Selection = { ids: ReadonlySet<string>; onChange: (ids: ReadonlySet<string>) => void };

type Props<Row> = {
  /** What the table holds, for those who cannot see it. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  idOf: (row: Row) => string;
  nameOf: (row: Row) => string;
  sorting?: Sorting;
  selection?: Selection;
  /** Enter on a focused row; the row's first link when not given. The main cell should hold the same link for the mouse. */
  onOpen?: (row: Row) => void;
  /** Marks the row that a side panel shows. */
  currentId?: string | undefined;
  /** A `BulkBar`, when rows are chosen. */
  bulkBar?: ReactNode;
};

/** A list of records as a native table, whose rows take the keys of every list. In a narrow place they are stacked. */
export function DataTable<Row>(props: Props<Row>) {
  const { caption, columns, rows, idOf, nameOf, sorting, selection, onOpen, currentId, bulkBar } = props;
  const ids = rows.map(idOf);
  const { toggle, toggleAll, isAll, isSome } = useRowSelection(ids, selection);

  const onKeyDown = listKeys({
    onOpen: onOpen && ((at) => rows[at] && onOpen(rows[at])),
    onToggle: selection && ((at, isRange) => ids[at] && toggle(ids[at], isRange)),
  });

  return (
    <div className="@container">
      <table className="w-full border-collapse text-left @max-2xl:block">
        <caption className="sr-only">{caption}</caption>
        <DataTableHead
          columns={columns}
          {...(sorting && { sorting })}
          {...(selection && { all: { isAll, isSome, toggleAll } })}
        />
        <tbody onKeyDown={onKeyDown} className="@max-2xl:block">
          {rows.map((row, at) => (
            <DataTableRow
              key={idOf(row)}
              row={row}
              id={idOf(row)}
              name={nameOf(row)}
              columns={columns}
              at={at}
              isCurrent={idOf(row) === currentId}
              {...(selection && { isChosen: selection.ids.has(idOf(row)), onToggle: toggle })}
            />
          ))}
        </tbody>
      </table>
      {bulkBar}
    </div>
  );
}
