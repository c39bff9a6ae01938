import type { OfferRow } from '@lateral/contract/offers';
import { dayInLondon } from '@lateral/domain/calendars/london';
import { daysInWords } from '@lateral/domain/ledger/words';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { CircleCheck, SearchX } from 'lucide-react';
import { ButtonLink } from '../ui/button-link.tsx';
import { Card } from '../ui/card.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { mediumDay, momentInWords } from '../ui/days.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { KeyHint } from '../ui/key-hint.tsx';
import { Link } from '../ui/link.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { plural } from '../ui/plural.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { StatusTag } from '../ui/status-tag.tsx';
import { offersQuery } from './queries.ts';
import type { OffersSearch } from './search.ts';

const keys = [
  { key: 'J K', does: 'move' },
  { key: 'Enter', does: 'open' },
];
const none = <span className="text-muted">–</span>;

const columnsFor = (season: string): readonly Column<OfferRow>[] => [
  {
    key: 'name',
    header: 'School',
    isMain: true,
    cell: ({ id, name }) => (
      <Link
        to="/reviews/offer/$schoolId"
        params={{ schoolId: id }}
        search={{ season }}
        tabIndex={-1}
        className="max-sm:py-1"
      >
        {name}
      </Link>
    ),
  },
  {
    key: 'sent',
    header: 'Sent?',
    cell: ({ sent }) =>
      sent ? (
        <span className="grid justify-items-start">
          <StatusTag status="done">Sent {momentInWords(sent.at)}</StatusTag>
          {sent.by && <span className="text-sm text-muted">by {sent.by}</span>}
        </span>
      ) : (
        <StatusTag status="not-started">Not sent</StatusTag>
      ),
  },
  {
    key: 'head',
    header: 'Head',
    align: 'end',
    className: 'whitespace-nowrap tabular-nums',
    cell: ({ sent, headHalfDays }) => (sent ? daysInWords(headHalfDays) : none),
  },
  {
    key: 'deputy',
    header: 'Deputy',
    align: 'end',
    className: 'whitespace-nowrap tabular-nums',
    cell: ({ sent, deputyHalfDays }) => (sent ? daysInWords(deputyHalfDays) : none),
  },
  {
    key: 'reminded',
    header: 'Last reminded',
    className: 'whitespace-nowrap',
    cell: ({ remindedAt }) =>
      remindedAt ? mediumDay(dayInLondon(remindedAt)) : <span className="text-muted">Never</span>,
  },
];

/** The members and what each offers. */
export function OffersList({ seasonId, search }: { seasonId: string; search: OffersSearch }) {
  const navigate = useNavigate();
  const { q, state } = search;
  const list = useInfiniteQuery(offersQuery(seasonId, { ...(q && { q }), ...(state && { state }) }));
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const total = list.data?.pages[0]?.total ?? 0;
  const counted = plural(total, 'school');
  if (list.isPending)
    return (
      <Card>
        <Skeleton lines={8} label="Loading schools" />
      </Card>
    );
  if (list.error) return <ErrorNote error={list.error} onRetry={() => list.refetch()} />;
  return (
    <Card isPadded={false} className="overflow-visible!">
      <div className="flex min-h-12 flex-wrap items-center justify-between gap-x-6 border-b border-line px-5 py-2.5 text-sm">
        <p role="status">{counted}</p>
        {rows.length > 0 && <KeyHint keys={keys} />}
      </div>
      {rows.length === 0 ? (
        <Nobody search={search} />
      ) : (
        <DataTable
          caption={counted}
          columns={columnsFor(seasonId)}
          rows={rows}
          idOf={({ id }) => id}
          nameOf={({ name }) => name}
          onOpen={({ id: schoolId }) =>
            navigate({ to: '/reviews/offer/$schoolId', params: { schoolId }, search: { season: seasonId } })
          }
        />
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

function Nobody({ search: { q, state, season } }: { search: OffersSearch }) {
  if (!q && state === 'waiting')
    return (
      <EmptyState icon={CircleCheck} title="Every school has sent its days">
        The season can be planned with them.
      </EmptyState>
    );
  if (!q && state === 'sent')
    return (
      <EmptyState icon={CircleCheck} title="No school has sent its days yet">
        You see them here as they come.
      </EmptyState>
    );
  return (
    <EmptyState
      icon={SearchX}
      title="No school matches"
      action={
        <ButtonLink to="/reviews/offers" search={season ? { season } : {}}>
          Clear the filters
        </ButtonLink>
      }
    >
      Check the spelling, or try part of the name, the town or the postcode.
    </EmptyState>
  );
}
