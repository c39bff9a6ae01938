import { unsubscribe } from '@lateral/contract/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../call.ts';
import { Anchor } from '../ui/anchor.tsx';
import { BareFrame } from '../ui/bare-frame.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { unsubscribeErrorWords } from './words.ts';

/** Where the foot of the daily mail leads. Opening it stops nothing, since mail scanners open links too: the button does. */
export function UnsubscribeScreen() {
  const [token] = useState(() => location.hash.slice(1));
  const stop = useMutation({ mutationFn: () => call(unsubscribe, { querystring: { token } }) });
  if (stop.isSuccess) {
    return (
      <BareFrame>
        <PageHeader title="The daily mail is stopped" />
        <p role="status" className="mb-5">
          News still waits for you under the bell. Mails that cannot wait, such as one about your own address,
          still come. In Your account you can have the daily mail again.
        </p>
        <Anchor href="/sign-in?to=/account">Go to Your account</Anchor>
      </BareFrame>
    );
  }
  return (
    <BareFrame>
      <PageHeader title="Stop the daily mail?" />
      <p className="mb-5">
        You will get no more mail that gathers what is new. You do not have to sign in to stop it.
      </p>
      {stop.error && (
        <div className="mb-4">
          <ErrorNote error={stop.error} words={unsubscribeErrorWords} />
        </div>
      )}
      <Button variant="primary" isPending={stop.isPending} onClick={() => stop.mutate()}>
        Stop it
      </Button>
    </BareFrame>
  );
}
