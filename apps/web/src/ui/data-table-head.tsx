import { ArrowDown, ArrowUp } from 'lucide-react';
import { Checkbox } from './checkbox.tsx';
import type { Column, Sorting } from './data-table.tsx';

type Props<Row> = {
  columns: readonly Column<Row>[];
  sorting?: Sorting;
  all?: { isAll: boolean; isSome: boolean; toggleAll: () => void };
};

export function DataTableHead<Row>({ columns, sorting, all }: Props<Row>) {
  return (
    <thead className="@max-2xl:block">
      <tr className="@max-2xl:block">
        {all && (
          <th
            scope="col"
            data-screen-only
            className="sticky top-0 z-10 w-14 border-b border-line bg-surface pl-5 @max-2xl:static @max-2xl:block @max-2xl:w-full @max-2xl:px-5"
          >
            <Checkbox
              label="Choose every row shown"
              labelClass="text-sm font-normal @2xl:sr-only"
              checked={all.isAll}
              isIndeterminate={all.isSome && !all.isAll}
              onChange={all.toggleAll}
            />
          </th>
        )}
        {columns.map((column) => (
          <th
            key={column.key}
            scope="col"
            aria-sort={directionOf(column, sorting)}
            className={`sticky top-0 z-10 border-b border-line bg-surface px-3 py-2 text-sm font-semibold text-muted first:pl-5 last:pr-5 @max-2xl:sr-only @max-2xl:focus-within:not-sr-only ${column.align === 'end' ? 'text-right' : ''}`}
          >
            <Heading column={column} {...(sorting && { sorting })} />
          </th>
        ))}
      </tr>
    </thead>
  );
}

function directionOf<Row>({ sort }: Column<Row>, sorting?: Sorting) {
  if (!sort || !sorting?.current) return undefined;
  if (sorting.current === sort.up) return 'ascending';
  return sorting.current === sort.down ? 'descending' : undefined;
}

function Heading<Row>({ column, sorting }: { column: Column<Row>; sorting?: Sorting }) {
  if (!column.sort || !sorting) return column.header;
  const { up, down } = column.sort;
  const direction = directionOf(column, sorting);
  const next = direction === 'ascending' && down ? down : up;
  return sorting.link(
    next,
    <span className="inline-flex min-h-6 items-center gap-1">
      {column.header}
      {direction === 'ascending' && <ArrowUp aria-hidden className="size-4" />}
      {direction === 'descending' && <ArrowDown aria-hidden className="size-4" />}
    </span>,
  );
}
