import type { Recovery } from '@lateral/contract/recoveries';
import { isOpenRecovery } from '@lateral/domain/recoveries/recoveries';
import { useInfiniteQuery } from '@tanstack/react-query';
import { UserRoundCheck } from 'lucide-react';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { momentInWords } from '../ui/days.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { StatusTag } from '../ui/status-tag.tsx';
import { showToast } from '../ui/toasts.ts';
import { recoveriesQuery, useAgree, useStop } from './queries.ts';
import { recoveryErrorWords, recoveryStateWords } from './words.ts';

/** People who lost their mailbox and are being given a new address: asked by one, agreed by another, done a day later. */
export function RecoveriesScreen() {
  const list = useInfiniteQuery(recoveriesQuery);
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div className="max-w-3xl">
      <PageHeader
        title="New addresses"
        below="For people who cannot read their mail any more. Two people agree, everybody who knows them is told, and it happens a day later."
      />
      {list.isPending && (
        <Card>
          <Skeleton lines={4} label="Loading new addresses" />
        </Card>
      )}
      {list.error && <ErrorNote error={list.error} onRetry={() => list.refetch()} />}
      {list.data && rows.length === 0 && (
        <Card isPadded={false}>
          <EmptyState icon={UserRoundCheck} title="Nobody is being given a new address">
            To ask for one, open the person and choose “Give a new address”.
          </EmptyState>
        </Card>
      )}
      <ul className="grid gap-4">
        {rows.map((recovery) => (
          <li key={recovery.id}>
            <RecoveryCard recovery={recovery} />
          </li>
        ))}
      </ul>
      <Pagination
        shown={rows.length}
        total={list.data?.pages[0]?.total ?? 0}
        noun="people"
        hasMore={list.hasNextPage}
        isPending={list.isFetchingNextPage}
        onMore={() => list.fetchNextPage()}
      />
    </div>
  );
}

function RecoveryCard({ recovery }: { recovery: Recovery }) {
  const { me } = useSession();
  const agree = useAgree();
  const stop = useStop();
  const { id, person, newEmail, reason, state, askedBy, askedAt, agreedBy, dueAt } = recovery;
  const { status, text } = recoveryStateWords[state];
  const mayAgree = state === 'asked' && askedBy.personId !== me.personId && person.personId !== me.personId;
  const error = agree.error ?? stop.error;
  return (
    <Card
      title={person.name}
      beside={<StatusTag status={status}>{text}</StatusTag>}
      footer={
        isOpenRecovery(state) && (
          <div className="flex flex-wrap gap-2">
            {mayAgree && (
              <Button
                variant="primary"
                isPending={agree.isPending}
                onClick={() =>
                  agree.mutate(id, { onSuccess: () => showToast({ text: 'Agreed. It happens in a day.' }) })
                }
              >
                I know this is right: agree
              </Button>
            )}
            <Button
              isPending={stop.isPending}
              onClick={() => stop.mutate(id, { onSuccess: () => showToast({ text: 'Stopped' }) })}
            >
              Stop it
            </Button>
          </div>
        )
      }
    >
      <dl className="grid grid-cols-[8rem_minmax(0,1fr)] gap-x-4 gap-y-1.5">
        <dt className="text-muted">New address</dt>
        <dd className="wrap-anywhere">{newEmail}</dd>
        <dt className="text-muted">Why</dt>
        <dd>{reason}</dd>
        <dt className="text-muted">Asked by</dt>
        <dd>
          {askedBy.name}, {momentInWords(askedAt)}
        </dd>
        {agreedBy && (
          <>
            <dt className="text-muted">Agreed by</dt>
            <dd>{agreedBy.name}</dd>
          </>
        )}
        {state === 'agreed' && dueAt && (
          <>
            <dt className="text-muted">Happens</dt>
            <dd>{momentInWords(dueAt)}</dd>
          </>
        )}
      </dl>
      {error && (
        <div className="mt-3">
          <ErrorNote error={error} words={recoveryErrorWords} />
        </div>
      )}
    </Card>
  );
}
