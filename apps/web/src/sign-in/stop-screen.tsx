import { stopRecoveryByMail } from '@lateral/contract/recoveries';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../call.ts';
import { BareFrame } from '../ui/bare-frame.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { stopErrorWords } from './words.ts';

/** Where the mail about a new address leads. Opening it stops nothing, since mail scanners open links too: the button does. */
export function StopScreen() {
  const [[partnershipId = '', token = '']] = useState(() => location.hash.slice(1).split('.'));
  const stop = useMutation({
    mutationFn: () => call(stopRecoveryByMail, { body: { partnershipId, token } }),
  });
  if (stop.isSuccess) {
    return (
      <BareFrame>
        <PageHeader title="It is stopped" />
        <p role="status">The address stays as it was. Everybody who was told before is told this too.</p>
      </BareFrame>
    );
  }
  return (
    <BareFrame>
      <PageHeader title="Stop the new address?" />
      <p className="mb-5">
        Somebody asked for a new address for a person you know. If they did not want it, stop it here.
      </p>
      {stop.error && (
        <div className="mb-4">
          <ErrorNote error={stop.error} words={stopErrorWords} />
        </div>
      )}
      <Button variant="danger" isPending={stop.isPending} onClick={() => stop.mutate()}>
        Stop it
      </Button>
    </BareFrame>
  );
}
