import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { BareFrame } from '../ui/bare-frame.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { CheckYourMail } from './check-your-mail.tsx';
import { DemonstrationPeople } from './demonstration-people.tsx';
import { demonstrationQuery } from './queries.ts';
import { WaysIn } from './ways-in.tsx';

/** @param to where the person was when they had to sign in */
export function SignInScreen({ to }: { to: string }) {
  const { data: demonstration } = useSuspenseQuery(demonstrationQuery);
  const [sentTo, setSentTo] = useState<string | null>(null);
  if (sentTo !== null) {
    return (
      <BareFrame>
        <CheckYourMail email={sentTo} onAgain={() => setSentTo(null)} />
      </BareFrame>
    );
  }
  const form = <WaysIn to={to} onSent={setSentTo} />;
  if (!demonstration) {
    return (
      <BareFrame>
        <PageHeader title="Sign in" />
        {form}
      </BareFrame>
    );
  }
  return (
    <BareFrame isWide>
      <PageHeader title="Sign in" />
      <div className="grid gap-x-14 gap-y-10 desk:grid-cols-[minmax(0,5fr)_minmax(0,4fr)]">
        <DemonstrationPeople {...demonstration} to={to} />
        <div>
          <h2 className="mb-1 text-lead">Sign in with your own address</h2>
          {form}
        </div>
      </div>
    </BareFrame>
  );
}
