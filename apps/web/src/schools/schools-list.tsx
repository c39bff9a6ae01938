import type { SchoolRow } from '@lateral/contract/schools';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { School, SearchX } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { BulkAction } from '../bulk-action.ts';
import { useSession } from '../session.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Card } from '../ui/card.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { KeyHint } from '../ui/key-hint.tsx';
import { Link } from '../ui/link.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { schoolsQuery } from './queries.ts';
import { schoolColumns } from './school-columns.tsx';
import { type Chosen, SchoolsBulkBar } from './schools-bulk-bar.tsx';
import type { SchoolSearch } from './search.ts';
import { SettleButton } from './settle-button.tsx';
import { countSentence, emptyWords } from './words.ts';

const keys = [
  { key: 'J K', does: 'move' },
  { key: 'Enter', does: 'open' },
  { key: 'X', does: 'choose' },
];
const none: Chosen = { ids: new Set(), isEvery: false };
const settleColumn: Column<SchoolRow> = {
  key: 'settle',
  header: 'Does it count?',
  cell: (school) => <SettleButton school={school} />,
};
const decidingColumns = [
  ...schoolColumns.filter(({ key }) => !['cluster', 'member'].includes(key)),
  settleColumn,
];

/** The schools that match; rendered afresh for other filters, so that what was chosen never outlives its list. */
type ListProps = { search: SchoolSearch; actions: readonly BulkAction[] };

export function SchoolsList({ search, actions }: ListProps) {
  const { may } = useSession();
  const list = useInfiniteQuery(schoolsQuery(search));
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const total = list.data?.pages[0]?.total ?? 0;
  const show = search.show ?? 'counted';
  const mayChoose = may('schools.mark-members') && (show === 'counted' || show === 'all');

  if (list.isPending) {
    return (
      <Card>
        <Skeleton lines={8} label="Loading schools" />
      </Card>
    );
  }
  if (list.error) return <ErrorNote error={list.error} onRetry={() => list.refetch()} />;
  return (
    <Card isPadded={false} className="overflow-visible!">
      <div className="flex min-h-12 flex-wrap items-center justify-between gap-x-6 border-b border-line px-5 py-2.5 text-sm">
        <p role="status">{countSentence(total, search)}</p>
        {rows.length > 0 && <KeyHint keys={mayChoose ? keys : keys.slice(0, 2)} />}
      </div>
      {rows.length === 0 ? (
        <NoSchools search={search} />
      ) : (
        <SchoolsTable rows={rows} total={total} mayChoose={mayChoose} {...{ search, actions }} />
      )}
      <Pagination
        shown={rows.length}
        total={total}
        noun="schools"
        hasMore={list.hasNextPage}
        isPending={list.isFetchingNextPage}
        onMore={() => list.fetchNextPage()}
      />
    </Card>
  );
}

type TableProps = ListProps & { rows: readonly SchoolRow[]; total: number; mayChoose: boolean };

function SchoolsTable({ rows, total, search, actions, mayChoose }: TableProps) {
  const navigate = useNavigate();
  const [chosen, setChosen] = useState(none);
  const isDeciding = search.show === 'unsettled' || search.show === 'not-counted';
  const sortLink = (sort: string, label: ReactNode) => (
    <Link
      to="/schools"
      search={{ ...search, sort: sort as NonNullable<SchoolSearch['sort']> }}
      replace
      look="plain"
      className="rounded-xs hover:text-ink hover:underline"
    >
      {label}
    </Link>
  );
  const bulkBar = chosen.ids.size > 0 && (
    <SchoolsBulkBar
      chosen={chosen}
      rows={rows}
      total={total}
      search={search}
      actions={actions}
      onEvery={() => setChosen({ ids: new Set(rows.map(({ id }) => id)), isEvery: true })}
      onDone={() => setChosen(none)}
    />
  );
  return (
    <DataTable
      caption={countSentence(total, search)}
      columns={isDeciding ? decidingColumns : schoolColumns}
      rows={rows}
      idOf={({ id }) => id}
      nameOf={({ name }) => name}
      onOpen={({ id }) => navigate({ to: '/schools/$schoolId', params: { schoolId: id } })}
      sorting={{ current: search.sort ?? (search.q ? undefined : 'name'), link: sortLink }}
      {...(mayChoose && {
        selection: { ids: chosen.ids, onChange: (ids) => setChosen({ ids, isEvery: false }) },
      })}
      bulkBar={bulkBar}
    />
  );
}

function NoSchools({ search }: { search: SchoolSearch }) {
  const { may } = useSession();
  const { show = 'counted', sort: _, ...filters } = search;
  if (Object.values(filters).some(Boolean)) {
    return (
      <EmptyState
        icon={SearchX}
        title="No school matches"
        action={
          <ButtonLink to="/schools" search={show === 'counted' ? {} : { show }}>
            Clear the filters
          </ButtonLink>
        }
      >
        {search.q
          ? 'Check the spelling, or try part of the name, the town or the postcode.'
          : 'No school is in all that you chose. Take a filter away.'}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={School}
      title={emptyWords[show]}
      action={
        show === 'counted' &&
        may('imports.bring') && (
          <ButtonLink to="/imports" variant="primary">
            Import schools
          </ButtonLink>
        )
      }
    >
      {show === 'counted' && 'Schools come from the register that the government publishes.'}
    </EmptyState>
  );
}
