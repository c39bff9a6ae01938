import type { MembershipRow } from '@lateral/contract/memberships';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Handshake, SearchX } from 'lucide-react';
import { useState } from 'react';
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
import { memberColumns } from './member-columns.tsx';
import { type Chosen, MembersBulkBar } from './members-bulk-bar.tsx';
import { membersQuery } from './queries.ts';
import type { MemberSearch } from './search.ts';
import { tabOf } from './tabs.ts';
import { countSentence } from './words.ts';

const keys = [
  { key: 'J K', does: 'move' },
  { key: 'Enter', does: 'open' },
  { key: 'X', does: 'choose' },
];
const none: Chosen = { ids: new Set(), isEvery: false };
type ListProps = { search: MemberSearch; actions: readonly BulkAction[] };

/** The schools that match; rendered afresh for other filters, so that what was chosen never outlives its list. */
export function MembersList({ search, actions }: ListProps) {
  const { may } = useSession();
  const list = useInfiniteQuery(membersQuery(search));
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const total = list.data?.pages[0]?.total ?? 0;
  const mayChoose = actions.some((action) => may(action.may));

  if (list.isPending) {
    return (
      <Card>
        <Skeleton lines={8} label="Loading members" />
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
        <Nobody search={search} />
      ) : (
        <MembersTable rows={rows} total={total} mayChoose={mayChoose} {...{ search, actions }} />
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

type TableProps = ListProps & { rows: readonly MembershipRow[]; total: number; mayChoose: boolean };

function MembersTable({ rows, total, search, actions, mayChoose }: TableProps) {
  const navigate = useNavigate();
  const [chosen, setChosen] = useState(none);
  const bulkBar = chosen.ids.size > 0 && (
    <MembersBulkBar
      {...{ chosen, rows, total, search, actions }}
      onEvery={() => setChosen({ ids: new Set(rows.map(({ id }) => id)), isEvery: true })}
      onDone={() => setChosen(none)}
    />
  );
  return (
    <DataTable
      caption={countSentence(total, search)}
      columns={memberColumns}
      rows={rows}
      idOf={({ id }) => id}
      nameOf={({ name }) => name}
      onOpen={({ id }) => navigate({ to: '/schools/$schoolId', params: { schoolId: id } })}
      {...(mayChoose && {
        selection: { ids: chosen.ids, onChange: (ids) => setChosen({ ids, isEvery: false }) },
      })}
      bulkBar={bulkBar}
    />
  );
}

function Nobody({ search }: { search: MemberSearch }) {
  const { may } = useSession();
  const { q, phase, cluster, ...rest } = search;
  const tab = tabOf(search);
  if (q || phase || cluster || !tab) {
    return (
      <EmptyState
        icon={SearchX}
        title="No school matches"
        action={
          <ButtonLink to="/members" search={tab ? rest : {}}>
            Clear the filters
          </ButtonLink>
        }
      >
        {q
          ? 'Check the spelling, or try part of the name, the town or the postcode.'
          : 'No school is in all that you chose. Take a filter away.'}
      </EmptyState>
    );
  }
  const isBare = !rest.standing && !rest.needs;
  return (
    <EmptyState
      icon={Handshake}
      title={tab.nobody}
      action={
        isBare && may('imports.bring') ? (
          <ButtonLink to="/imports" variant="primary">
            Import schools
          </ButtonLink>
        ) : (
          !isBare && <ButtonLink to="/members">See every school</ButtonLink>
        )
      }
    >
      {isBare && 'Schools come from the register that the government publishes.'}
    </EmptyState>
  );
}
