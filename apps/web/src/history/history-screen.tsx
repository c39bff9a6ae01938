import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { SearchX } from 'lucide-react';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Filter } from '../ui/filter.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { plural } from '../ui/plural.ts';
import { SearchField } from '../ui/search-field.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { HistoryTable } from './history-table.tsx';
import { historyQuery } from './queries.ts';
import type { HistorySearch } from './search.ts';
import { StandingCard } from './standing-card.tsx';

const aboutOptions = [
  { value: '', label: 'Everything' },
  { value: 'partnership', label: 'The partnership' },
  { value: 'schools', label: 'Schools' },
];

/** Everything that happened in the partnership, and the proof that none of it has been changed. */
export function HistoryScreen({ search }: { search: HistorySearch }) {
  const navigate = useNavigate();
  const onFilter = (change: Partial<Record<keyof HistorySearch, string | undefined>>) =>
    void navigate({ to: '/history', search: { ...search, ...change } as HistorySearch, replace: true });
  return (
    <div className="@container">
      <PageHeader title="History" below="Who did what, and when. Nothing here can be changed." />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 @4xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="@4xl:order-last">
          <StandingCard />
        </div>
        <div className="min-w-0">
          <div data-screen-only className="mb-4 grid gap-3 @lg:grid-cols-[minmax(0,1fr)_12rem]">
            <SearchField
              name="history-search"
              label="Search the history"
              placeholder="A person, a school or what happened"
              value={search.q ?? ''}
              onSearch={(q) => onFilter({ q: q || undefined })}
            />
            <Filter
              name="about"
              label="About"
              options={aboutOptions}
              value={search.about}
              onFilter={(about) => onFilter({ about })}
            />
          </div>
          <HistoryList key={JSON.stringify(search)} search={search} />
        </div>
      </div>
    </div>
  );
}

function HistoryList({ search }: { search: HistorySearch }) {
  const list = useInfiniteQuery(historyQuery(search));
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const total = list.data?.pages[0]?.total ?? 0;
  if (list.isPending) {
    return (
      <Card>
        <Skeleton lines={8} label="Loading the history" />
      </Card>
    );
  }
  if (list.error) return <ErrorNote error={list.error} onRetry={() => list.refetch()} />;
  return (
    <Card isPadded={false}>
      <p role="status" className="border-b border-line px-5 py-3 text-sm">
        {plural(total, 'entry', 'entries')}
      </p>
      {rows.length === 0 ? (
        <EmptyState icon={SearchX} title="Nothing matches">
          {Object.keys(search).length > 0 ? 'Try a shorter word.' : 'Nothing has happened yet.'}
        </EmptyState>
      ) : (
        <HistoryTable rows={rows} />
      )}
      <Pagination
        shown={rows.length}
        total={total}
        noun="entries"
        hasMore={list.hasNextPage}
        isPending={list.isFetchingNextPage}
        onMore={() => list.fetchNextPage()}
      />
    </Card>
  );
}
