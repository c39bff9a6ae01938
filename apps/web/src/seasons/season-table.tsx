import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Card } from '../ui/card.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { shortDay, weekdayShort } from '../ui/days.ts';
import { Pagination } from '../ui/pagination.tsx';
import { StatusTag } from '../ui/status-tag.tsx';
import type { Cluster, Row } from './arrange.ts';
import { NothingFound } from './nothing-found.tsx';
import { changeSearch, ReviewLink, useReviewsSearch } from './review-link.tsx';
import type { ReviewsSearch, Sort } from './search.ts';
import { standingTags, standingWords } from './standing-words.ts';
import { leadOf, othersOf, sortRows } from './table-rows.ts';

type Props = { rows: readonly Row[]; clusters: readonly Cluster[] };

const pageSize = 60;

/** The season as a list that can be put in order. */
export function SeasonTable({ rows, clusters }: Props) {
  const search = useReviewsSearch();
  const navigate = useNavigate();
  const [limit, setLimit] = useState(pageSize);
  const nameOf = new Map(clusters.map(({ id, name }) => [id, name]));
  const clusterOf = (row: Row) => nameOf.get(row.clusterId) ?? '';
  const found = sortRows(rows, search.sort ?? 'school', clusterOf);
  const go = (change: Partial<ReviewsSearch>) =>
    void navigate({ to: '/reviews', search: changeSearch(search, change), resetScroll: false });
  return (
    <Card isPadded={false}>
      {found.length === 0 ? (
        <NothingFound />
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
      review ? `${weekdayShort(review.day)} ${shortDay(review.day)} ${review.day.slice(0, 4)}` : 'None',
  },
  {
    key: 'standing',
    header: 'How it stands',
    sort: { up: 'standing' },
    cell: ({ standing }) => <StatusTag status={standingTags[standing]}>{standingWords[standing]}</StatusTag>,
  },
  { key: 'lead', header: 'Lead', cell: (row) => leadOf(row) },
  { key: 'team', header: 'With', cell: (row) => othersOf(row).join(', ') },
];
