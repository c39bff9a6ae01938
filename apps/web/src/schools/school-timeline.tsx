import { useInfiniteQuery } from '@tanstack/react-query';
import { Card } from '../ui/card.tsx';
import { momentInWords } from '../ui/days.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { fieldChangeLines, schoolEventSentence } from './event-words.ts';
import { schoolEventsQuery } from './queries.ts';

/** What has happened to a school, newest first. */
export function SchoolTimeline({ schoolId }: { schoolId: string }) {
  const list = useInfiniteQuery(schoolEventsQuery(schoolId));
  const events = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Card title="What happened" isPadded={false}>
      <div className="px-5 py-4">
        {list.isPending && <Skeleton lines={4} label="Loading what happened" />}
        {list.error && <ErrorNote error={list.error} onRetry={() => list.refetch()} />}
        {list.data && events.length === 0 && <p className="text-muted">Nothing has been recorded yet.</p>}
        <ol className="grid">
          {events.map(({ id, at, kind, who, onBehalfOf, detail }) => (
            <li key={id} className="relative border-l-2 border-line pb-4 pl-4 last:pb-0">
              <span aria-hidden className="absolute top-2 -left-[5px] size-2 rounded-full bg-good" />
              <p>{schoolEventSentence(kind, detail)}</p>
              {fieldChangeLines(detail).map((line) => (
                <p key={line} className="text-sm">
                  {line}
                </p>
              ))}
              <p className="text-sm text-muted">
                <time dateTime={at.toISOString()}>{momentInWords(at)}</time>
                {who && `, ${who}`}
                {onBehalfOf && `, for ${onBehalfOf}`}
              </p>
            </li>
          ))}
        </ol>
      </div>
      {list.data && (
        <Pagination
          shown={events.length}
          total={list.data.pages[0]?.total ?? 0}
          noun="events"
          hasMore={list.hasNextPage}
          isPending={list.isFetchingNextPage}
          onMore={() => list.fetchNextPage()}
        />
      )}
    </Card>
  );
}
