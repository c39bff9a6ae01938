import type { Delegation } from '@lateral/contract/delegations';
import { useQuery } from '@tanstack/react-query';
import { Plus, UserCheck } from 'lucide-react';
import { useState } from 'react';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { mediumDay } from '../ui/days.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { showToast } from '../ui/toasts.ts';
import { LendDialog } from './lend-dialog.tsx';
import { delegationsQuery, useEndDelegation } from './queries.ts';

/** Who may prepare things for a head. For heads, and for those who prepare. */
export function DelegationsCard() {
  const { may, me } = useSession();
  const list = useQuery({ ...delegationsQuery, enabled: may('delegations.read') });
  const [isLending, setIsLending] = useState(false);
  if (!may('delegations.read')) return null;
  const candidates = list.data?.candidates ?? [];
  return (
    <Card
      title="Who prepares things for the head"
      action={
        candidates.length > 0 && (
          <Button size="small" icon={Plus} onClick={() => setIsLending(true)}>
            Ask somebody
          </Button>
        )
      }
    >
      <p className="mb-3 text-muted">
        Somebody of the school may keep its details right in the head’s name. Both names are kept with what
        they do. They never sign, vote or agree to anything.
      </p>
      {list.isPending && <Skeleton lines={2} label="Loading who prepares things" />}
      {list.error && <ErrorNote error={list.error} onRetry={() => list.refetch()} />}
      {list.data?.items.length === 0 && <p>Nobody does at the moment.</p>}
      {(list.data?.items.length ?? 0) > 0 && (
        <ul className="divide-y divide-line border-t border-line">
          {list.data?.items.map((one) => (
            <DelegationRow key={one.id} delegation={one} isMine={one.principal.personId === me.personId} />
          ))}
        </ul>
      )}
      {isLending && <LendDialog candidates={candidates} onClose={() => setIsLending(false)} />}
    </Card>
  );
}

function DelegationRow({ delegation, isMine }: { delegation: Delegation; isMine: boolean }) {
  const end = useEndDelegation();
  const { id, delegate, principal, schoolName, until } = delegation;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <UserCheck aria-hidden className="size-5 shrink-0 text-muted" />
      <div className="min-w-0 flex-1 basis-48">
        <p className="font-semibold">{delegate.name}</p>
        <p className="text-sm text-muted">
          for {principal.name}, {schoolName}, until {mediumDay(until)}
        </p>
      </div>
      {isMine && (
        <Button
          size="small"
          aria-label={`Take back from ${delegate.name}`}
          isPending={end.isPending}
          onClick={() =>
            end.mutate(id, { onSuccess: () => showToast({ text: `Taken back from ${delegate.name}` }) })
          }
        >
          Take back
        </Button>
      )}
      {end.error && <ErrorNote error={end.error} />}
    </li>
  );
}
