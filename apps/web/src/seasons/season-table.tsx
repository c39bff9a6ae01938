import type { Board } from '@lateral/contract/seasons';
import { useNavigate } from '@tanstack/react-router';
import { CalendarSearch, Download } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { shortDay, weekdayShort } from '../ui/days.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { saveFile, toCsv } from '../ui/save-file.ts';
import { SearchField } from '../ui/search-field.tsx';
import type { Row } from './arrange.ts';
import { changeSearch, ReviewLink, useReviewsSearch } from './review-link.tsx';
import type { ReviewsSearch, Sort } from './search.ts';
import { csvRows, filterRows, leadOf, othersOf, sortRows } from './table-rows.ts';

type Props = { rows: readonly Row[]; clusters: Board['clusters']; year: number };

const pageSize = 60;

/** The season as a list that can be searched, put in order and saved. */
export function SeasonTable({ rows, clusters, year }: Props) {
  const search = useReviewsSearch();
  const navigate = useNavigate();
  const [limit, setLimit] = useState(pageSize);
  const nameOf = new Map(clusters.map(({ id, name }) => [id, name]));
  const clusterOf = (row: Row) => nameOf.get(row.clusterId) ?? '';
  const found = sortRows(filterRows(rows, search.q, clusterOf), search.sort ?? 'school', clusterOf);
  const go = (change: Partial<ReviewsSearch>) =>
    void navigate({ to: '/reviews', search: changeSearch(search, change), resetScroll: false });
  const save = () => saveFile(`reviews-${year}.csv`, toCsv(csvRows(found, clusterOf)));
  return (
    <Card isPadded={false}>
      <div data-screen-only className="flex flex-wrap items-center gap-3 border-b border-line px-5 py-3.5">
        <SearchField
          name="season-q"
          label="Search schools, clusters and reviewers"
          value={search.q ?? ''}
          onSearch={(q) => go({ q: q || (undefined as never) })}
          className="flex-1 basis-64"
        />
        <Button icon={Download} onClick={save}>
          Save as CSV
        </Button>
      </div>
      {found.length === 0 ? (
        <EmptyState
          icon={CalendarSearch}
          title="No review matches"
          action={<ReviewLink change={{ q: undefined }}>Clear the search</ReviewLink>}
        />
      ) : (
        <>
          <DataTable
            caption="Reviews of the season"
            columns={columnsFor(clusterOf)}
            rows={found.slice(0, limit)}
            idOf={({ schoolId }) => schoolId}
            nameOf={({ name }) => name}
            sorting={{ current: search.sort ?? 'school', link: sortLink }}
            onOpen={({ schoolId }) => go({ school: schoolId })}
            currentId={search.school}
          />
          <Pagination
            shown={Math.min(limit, found.length)}
            total={found.length}
            noun="schools"
            hasMore={found.length > limit}
            isPending={false}
            onMore={() => setLimit(limit + pageSize)}
          />
        </>
      )}
    </Card>
  );
}

const sortLink = (sort: string, label: ReactNode) => (
  <ReviewLink
    change={{ sort: sort as Sort }}
    replace
    className="rounded-xs underline decoration-1 underline-offset-3 hover:text-ink"
  >
    {label}
  </ReviewLink>
);

const columnsFor = (clusterOf: (row: Row) => string): Column<Row>[] => [
  {
    key: 'school',
    header: 'School',
    isMain: true,
    sort: { up: 'school', down: '-school' },
    cell: ({ schoolId, name }) => (
      <ReviewLink
        change={{ school: schoolId }}
        data-review={schoolId}
        className="rounded-xs text-pen underline decoration-1 underline-offset-3"
      >
        {name}
      </ReviewLink>
    ),
  },
  { key: 'cluster', header: 'Cluster', sort: { up: 'cluster', down: '-cluster' }, cell: clusterOf },
  {
    key: 'day',
    header: 'Date',
    sort: { up: 'day', down: '-day' },
    className: 'whitespace-nowrap',
    cell: ({ review }) =>
      review ? (
        `${weekdayShort(review.day)} ${shortDay(review.day)} ${review.day.slice(0, 4)}`
      ) : (
        <span className="font-semibold text-waiting">No date yet</span>
      ),
  },
  { key: 'lead', header: 'Lead', cell: (row) => leadOf(row) },
  { key: 'team', header: 'With', cell: (row) => othersOf(row).join(', ') },
];
