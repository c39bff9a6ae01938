import { useEffect } from 'react';
import { BareFrame } from '../ui/bare-frame.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { confirmedChannel } from './confirmed-channel.ts';
import { type ProviderRefusal, providerWords } from './words.ts';

/** Where somebody lands who came back from the provider: confirmed, or told why not. */
export function ProviderScreen({ why }: { why: ProviderRefusal | null }) {
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
  const { title, next } = providerWords[why];
  return (
    <BareFrame>
      <PageHeader title={title} />
      <p role="alert" className="mb-5">
        {next}
      </p>
      <ButtonLink to="/sign-in" variant="primary">
        Back to sign in
      </ButtonLink>
    </BareFrame>
  );
}
