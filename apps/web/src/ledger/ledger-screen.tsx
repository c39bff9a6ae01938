import { exportLedger, type Ledger } from '@lateral/contract/ledger';
import type { getToday } from '@lateral/contract/partnerships';
import { seasonInWords, yearInWords } from '@lateral/domain/ledger/words';
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Download, Scale, SearchX } from 'lucide-react';
import { download, type Output } from '../call.ts';
import { useSession } from '../session.ts';
import { todayQuery } from '../today-query.ts';
import { Button } from '../ui/button.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { Card } from '../ui/card.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { KeyHint } from '../ui/key-hint.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { plural } from '../ui/plural.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { ledgerColumns } from './ledger-columns.tsx';
import { LedgerFilters } from './ledger-filters.tsx';
import { LoadCard } from './load-card.tsx';
import { ledgerQuery } from './queries.ts';
import type { LedgerSearch } from './search.ts';
import { givableSentence, seasonSentence } from './words.ts';

const keys = [
  { key: 'J K', does: 'move' },
  { key: 'Enter', does: 'open' },
];

type Standing = Pick<NonNullable<Output<typeof getToday>['season']>, 'daysNeeded' | 'daysAvailable'>;

const useLedger = (search: LedgerSearch) => useInfiniteQuery(ledgerQuery(search));

/** What schools owe and have given: whether there are enough days first, then who carries the load, then each school. */
export function LedgerScreen({ search }: { search: LedgerSearch }) {
  const navigate = useNavigate();
  const list = useLedger(search);
  const first = list.data?.pages[0];
  const { may } = useSession();
  const { data: today, isLoading: isTodayLoading } = useQuery({
    ...todayQuery,
    enabled: may('seasons.read'),
  });
  const standing = today?.season?.year === first?.year ? today?.season : null;
  const exporting = useMutation({
    mutationFn: () => download(exportLedger, { querystring: search }, `ledger-${first?.year ?? ''}.csv`),
  });
  const onFilter = (change: Partial<Record<keyof LedgerSearch, string | undefined>>) =>
    void navigate({ to: '/ledger', search: { ...search, ...change } as LedgerSearch, replace: true });
  return (
    <>
      <PageHeader
        title="Ledger"
        below={first && `What schools owe, have given and have left in ${yearInWords(first.year)}`}
        actions={
          <Button
            icon={Download}
            isPending={exporting.isPending}
            onClick={() => exporting.mutate()}
            className="max-sm:flex-1"
          >
            Save as CSV
          </Button>
        }
      />
      {exporting.error && (
        <div className="mb-4">
          <ErrorNote error={exporting.error} />
        </div>
      )}
      {list.isPending && (
        <Card>
          <Skeleton lines={8} label="Loading the ledger" />
        </Card>
      )}
      {list.error && <ErrorNote error={list.error} onRetry={() => list.refetch()} />}
      {first && first.season.members > 0 && !isTodayLoading && (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
          <SeasonCard season={first.season} standing={standing} />
          <LoadCard year={search.year} />
        </div>
      )}
      {first && (
        <>
          <LedgerFilters search={search} years={first.years} year={first.year} onFilter={onFilter} />
          <LedgerTable search={search} list={list} total={first.total} />
        </>
      )}
    </>
  );
}

type SeasonCardProps = {
  season: Ledger['season'];
  /** How the year's review season stands, where there is one. */
  standing: Standing | null | undefined;
};

/** The first number everywhere: whether there are enough days; of a year with a season, as its board says it. */
function SeasonCard({ season, standing }: SeasonCardProps) {
  const short = standing ? Math.max(0, standing.daysNeeded - standing.daysAvailable) : 0;
  const over = short > 0 ? -2 * short : season.over;
  return (
    <Card>
      <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1 pt-2">
        <strong className={`text-display ${over < 0 ? 'text-risk' : ''}`}>{seasonInWords(over)}</strong>
        <span className="text-muted">
          {seasonSentence(season)} {standing && short > 0 && givableSentence(standing.daysAvailable)}
        </span>
      </p>
    </Card>
  );
}

type TableProps = { search: LedgerSearch; list: ReturnType<typeof useLedger>; total: number };

function LedgerTable({ search, list, total }: TableProps) {
  const navigate = useNavigate();
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const sentence = plural(total, 'school');
  return (
    <Card isPadded={false} className="overflow-visible!">
      <div className="flex min-h-12 flex-wrap items-center justify-between gap-x-6 border-b border-line px-5 py-2.5 text-sm">
        <p role="status">{sentence}</p>
        {rows.length > 0 && <KeyHint keys={keys} />}
      </div>
      {rows.length === 0 ? (
        <Nobody search={search} />
      ) : (
        <DataTable
          caption={`${sentence} with what they owe, have given and have left`}
          columns={ledgerColumns}
          rows={rows}
          idOf={({ id }) => id}
          nameOf={({ name }) => name}
          onOpen={({ id }) => navigate({ to: '/schools/$schoolId/ledger', params: { schoolId: id } })}
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

function Nobody({ search }: { search: LedgerSearch }) {
  const { may } = useSession();
  if (search.q || search.cluster || search.left) {
    return (
      <EmptyState
        icon={SearchX}
        title="No school matches"
        action={
          <ButtonLink to="/ledger" search={search.year ? { year: search.year } : {}}>
            Clear the filters
          </ButtonLink>
        }
      >
        {search.left ? 'Nobody of those you chose has days left to give.' : 'Take a filter away.'}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={Scale}
      title="No school is a member yet"
      action={
        may('memberships.read') && (
          <ButtonLink to="/members" variant="primary">
            See the members
          </ButtonLink>
        )
      }
    >
      Every member gives three days of reviewing a year. They are counted here.
    </EmptyState>
  );
}
