import type { SeasonReviewer } from '@lateral/contract/season-lists';
import type { Season } from '@lateral/contract/seasons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Users } from 'lucide-react';
import type { BulkAction } from '../bulk-action.ts';
import { Card } from '../ui/card.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { mediumDay, shortDay } from '../ui/days.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Link } from '../ui/link.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { plural } from '../ui/plural.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { reviewersQuery } from './queries.ts';
import { noFilter, ReviewLink, useReviewsSearch } from './review-link.tsx';
import { Unanswered } from './unanswered.tsx';
import { givenWords, shortRoleWords } from './words.ts';

type Props = { season: Season; remind: BulkAction | null };

/** Everyone who may review, with what they give this season; those with most left to give first. */
export function ReviewersView({ season, remind }: Props) {
  const { q, cluster, phase, answer } = useReviewsSearch();
  const filter = { q, cluster, phase, answer };
  const hasEachAnswered = answer !== undefined && !q && !cluster && !phase;
  const list = useInfiniteQuery(reviewersQuery(season.id, filter));
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const total = list.data?.pages[0]?.total ?? 0;
  if (list.error) return <ErrorNote error={list.error} onRetry={() => void list.refetch()} />;
  if (list.isPending)
    return (
      <Card>
        <Skeleton lines={8} label="Loading the reviewers" />
      </Card>
    );
  return (
    <Card isPadded={false}>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2 border-b border-line px-5 py-2.5 text-sm">
        <p role="status">
          {plural(total, 'person', 'people')} who{' '}
          {answer ? (total === 1 ? 'has not answered' : 'have not answered') : 'may review'}, those with most
          left to give first
        </p>
        <Unanswered seasonId={season.id} filter={filter} remind={remind} />
      </div>
      {rows.length === 0 ? (
        <EmptyState
          icon={Users}
          title={hasEachAnswered ? 'Everybody has answered' : 'Nobody matches'}
          action={
            <ReviewLink change={noFilter} className="text-pen underline underline-offset-3">
              Show everybody
            </ReviewLink>
          }
        >
          {hasEachAnswered
            ? 'Nobody who is asked for a review to come is missing.'
            : 'Heads, deputies and senior leaders of member schools are listed here.'}
        </EmptyState>
      ) : (
        <DataTable
          caption="Reviewers of the season"
          columns={columns}
          rows={rows}
          idOf={({ personId }) => personId}
          nameOf={({ name }) => name}
        />
      )}
      <Pagination
        shown={rows.length}
        total={total}
        noun="people"
        hasMore={list.hasNextPage}
        isPending={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </Card>
  );
}

const columns: Column<SeasonReviewer>[] = [
  {
    key: 'name',
    header: 'Reviewer',
    isMain: true,
    cell: ({ personId, name }) => (
      <Link to="/people/$personId" params={{ personId }}>
        {name}
      </Link>
    ),
  },
  {
    key: 'school',
    header: 'School',
    cell: ({ role, schoolName }) => `${shortRoleWords[role] ?? role}, ${schoolName}`,
  },
  { key: 'cluster', header: 'Cluster', cell: ({ clusterName }) => clusterName || 'None' },
  {
    key: 'trained',
    header: 'Trained on',
    className: 'whitespace-nowrap',
    cell: ({ trainedOn }) =>
      trainedOn ? mediumDay(trainedOn) : <span className="font-semibold text-waiting">Not yet</span>,
  },
  { key: 'left', header: 'Left to give', align: 'end', cell: ({ left }) => left },
  { key: 'given', header: 'This season', cell: givenWords },
  {
    key: 'next',
    header: 'Next review',
    cell: ({ next }) => (next ? `${shortDay(next.day)}, ${next.schoolName}` : 'None'),
  },
  {
    key: 'reviews',
    header: 'Reviews',
    cell: ({ name, done, booked, drafted }) =>
      done + booked + drafted === 0 ? (
        'None'
      ) : (
        <ReviewLink
          change={{ ...noFilter, view: 'table', q: name }}
          className="rounded-xs text-pen underline underline-offset-3"
        >
          See {plural(done + booked + drafted, 'review')} <span className="sr-only">of {name}</span>
        </ReviewLink>
      ),
  },
];
