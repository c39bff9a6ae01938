import { useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSession } from '../session.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { accountQuery } from './account-queries.ts';
import { PasskeysCard } from './passkeys-card.tsx';
import { SessionsCard } from './sessions-card.tsx';

/** What is a person's own: how they sign in and where, and (as children) whatever other parts of Lateral keep for them. */
export function AccountScreen({ children }: { children?: ReactNode }) {
  const { me } = useSession();
  const { data: account } = useSuspenseQuery(accountQuery);
  return (
    <>
      <PageHeader title="Your account" below={`${me.name}, ${me.email}`} />
      <div className="grid max-w-3xl gap-5">
        <PasskeysCard passkeys={account.passkeys} />
        <SessionsCard sessions={account.sessions} />
        {children}
      </div>
    </>
  );
}
