import { useInfiniteQuery } from '@tanstack/react-query';
import { BellOff, CheckCheck, Settings2 } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { TabLink } from '../ui/tab-link.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { showToast } from '../ui/toasts.ts';
import { NotificationRow } from './notification-row.tsx';
import { notificationsQuery, useReadAll } from './queries.ts';
import type { NotificationSearch } from './search.ts';

/** What somebody was told, newest first. */
export function NotificationsScreen({ search }: { search: NotificationSearch }) {
  const list = useInfiniteQuery(notificationsQuery(search));
  const readAll = useReadAll();
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const newest = rows[0]?.id;
  const hasUnread = rows.some(({ readAt }) => readAt === null);
  const onReadAll = () =>
    newest !== undefined &&
    readAll.mutate(newest, { onSuccess: () => showToast({ text: 'Everything is marked as read' }) });
  return (
    <div className="max-w-3xl">
      <PageHeader
        title="Notifications"
        below="What has happened that concerns you."
        actions={
          <>
            {hasUnread && (
              <Button icon={CheckCheck} isPending={readAll.isPending} onClick={onReadAll}>
                Mark all as read
              </Button>
            )}
            <ButtonLink to="/account" hash="told" icon={Settings2}>
              Choose what you are told
            </ButtonLink>
          </>
        }
      />
      {readAll.error && (
        <div className="mb-4">
          <ErrorNote error={readAll.error} />
        </div>
      )}
      <Tabs label="Which notifications">
        <TabLink to="/notifications" search={{}} replace isCurrent={!search.show}>
          All
        </TabLink>
        <TabLink to="/notifications" search={{ show: 'unread' }} replace isCurrent={search.show === 'unread'}>
          Not read
        </TabLink>
      </Tabs>
      {list.isPending && (
        <Card>
          <Skeleton lines={8} label="Loading your notifications" />
        </Card>
      )}
      {list.error && <ErrorNote error={list.error} onRetry={() => list.refetch()} />}
      {list.data && (
        <Card isPadded={false}>
          {rows.length === 0 ? (
            <EmptyState icon={BellOff} title={search.show ? 'You have read everything' : 'Nothing yet'}>
              {search.show
                ? 'What is new will stand here.'
                : 'When something happens that concerns you, you are told here.'}
            </EmptyState>
          ) : (
            <ul aria-label="Notifications" className="divide-y divide-line">
              {rows.map((row) => (
                <NotificationRow key={row.id} notification={row} />
              ))}
            </ul>
          )}
          <Pagination
            shown={rows.length}
            total={list.data.pages[0]?.total ?? 0}
            noun="notifications"
            hasMore={list.hasNextPage}
            isPending={list.isFetchingNextPage}
            onMore={() => list.fetchNextPage()}
          />
        </Card>
      )}
    </div>
  );
}
