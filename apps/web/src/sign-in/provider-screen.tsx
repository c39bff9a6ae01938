import { useEffect } from 'react';
import { readDestination } from '../destination.ts';
import { signInAddress } from '../go-to.ts';
import { BareFrame } from '../ui/bare-frame.tsx';
import { ButtonAnchor } from '../ui/button-anchor.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { confirmedChannel } from './confirmed-channel.ts';
import { type ProviderRefusal, providerWords } from './words.ts';

/** Where somebody lands who came back from the provider: confirmed, or told why not. */
/** @param why of the address; null when it went well */
export function ProviderScreen({ why }: { why: string | null }) {
  useEffect(() => {
    if (why === null) confirmedChannel()?.postMessage('confirmed');
  }, [why]);
  if (why === null) {
    return (
      <BareFrame>
        <PageHeader title="Thank you" />
        <p role="status">We know that it is you. You can close this tab and go on where you were.</p>
      </BareFrame>
    );
  }
  const { title, next } = providerWords[why in providerWords ? (why as ProviderRefusal) : 'provider-refused'];
  return (
    <BareFrame>
      <PageHeader title={title} />
      <p role="alert" className="mb-5">
        {next}
      </p>
      <ButtonAnchor href={signInAddress(readDestination())} variant="primary">
        Back to sign in
      </ButtonAnchor>
    </BareFrame>
  );
}
