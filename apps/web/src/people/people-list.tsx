import type { Person } from '@lateral/contract/people';
import { useInfiniteQuery } from '@tanstack/react-query';
import { SearchX, Users } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { BulkAction } from '../bulk-action.ts';
import { useSession } from '../session.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Card } from '../ui/card.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { KeyHint } from '../ui/key-hint.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { peopleColumns } from './people-columns.tsx';
import { peopleQuery } from './queries.ts';
import type { PeopleSearch } from './search.ts';
import { countPeople } from './words.ts';

// What only the broker may do is not sent to a head's phone.
const PeopleBulkBar = lazy(() => import('./people-bulk-bar.tsx').then((m) => ({ default: m.PeopleBulkBar })));

const keys = [
  { key: 'J K', does: 'move' },
  { key: 'X', does: 'choose' },
];

/** The people that match; rendered afresh for other filters, so that what was chosen never outlives its list. */
type ListProps = { search: PeopleSearch; actions: readonly BulkAction[] };

export function PeopleList({ search, actions }: ListProps) {
  const list = useInfiniteQuery(peopleQuery(search));
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const total = list.data?.pages[0]?.total ?? 0;
  if (list.isPending) {
    return (
      <Card>
        <Skeleton lines={8} label="Loading people" />
      </Card>
    );
  }
  if (list.error) return <ErrorNote error={list.error} onRetry={() => list.refetch()} />;
  return (
    <Card isPadded={false} className="overflow-visible!">
      <div className="flex min-h-12 flex-wrap items-center justify-between gap-x-6 border-b border-line px-5 py-2.5 text-sm">
        <p role="status">{countPeople(total, search)}</p>
        {rows.length > 0 && <KeyHint keys={keys} />}
      </div>
      {rows.length === 0 ? (
        <Nobody search={search} />
      ) : (
        <PeopleTable rows={rows} total={total} search={search} actions={actions} />
      )}
      <Pagination
        shown={rows.length}
        total={total}
        noun="people"
        hasMore={list.hasNextPage}
        isPending={list.isFetchingNextPage}
        onMore={() => list.fetchNextPage()}
      />
    </Card>
  );
}

type Chosen = { ids: ReadonlySet<string>; isEvery: boolean };
const none: Chosen = { ids: new Set(), isEvery: false };
type TableProps = ListProps & { rows: readonly Person[]; total: number };

function PeopleTable({ rows, total, search, actions }: TableProps) {
  const { may } = useSession();
  const [chosen, setChosen] = useState(none);
  const mayTrain = may('people.train');
  return (
    <DataTable
      caption={countPeople(total, search)}
      columns={mayTrain ? peopleColumns : peopleColumns.filter(({ key }) => key !== 'away')}
      rows={rows}
      idOf={({ personId }) => personId}
      nameOf={({ name }) => name}
      {...(mayTrain && {
        selection: {
          ids: chosen.ids,
          onChange: (ids: ReadonlySet<string>) => setChosen({ ids, isEvery: false }),
        },
      })}
      bulkBar={
        chosen.ids.size > 0 && (
          <Suspense>
            <PeopleBulkBar
              chosen={chosen}
              rows={rows}
              total={total}
              search={search}
              actions={actions}
              onEvery={() => setChosen({ ids: new Set(rows.map(({ personId }) => personId)), isEvery: true })}
              onDone={() => setChosen(none)}
            />
          </Suspense>
        )
      }
    />
  );
}

function Nobody({ search }: { search: PeopleSearch }) {
  const { may } = useSession();
  if (Object.values(search).some(Boolean)) {
    return (
      <EmptyState
        icon={SearchX}
        title="Nobody matches"
        action={<ButtonLink to="/people">Clear the filters</ButtonLink>}
      >
        {search.q
          ? 'Check the spelling, or try the name of the school.'
          : 'Nobody is in all that you chose. Take a filter away.'}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={Users}
      title="No people yet"
      action={
        may('imports.bring') && (
          <ButtonLink to="/imports/new" search={{ kind: 'people' }} variant="primary">
            Import people
          </ButtonLink>
        )
      }
    >
      The register has no e-mail addresses. A people file brings heads, deputies and governors.
    </EmptyState>
  );
}
