import { type LinkRefusal, linkRefusals } from '@lateral/domain/sign-in/links';
import { ArrowRight } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { ApiError } from '../api-error.ts';
import { readDestination } from '../destination.ts';
import { signInAddress } from '../go-to.ts';
import { BareFrame } from '../ui/bare-frame.tsx';
import { Button } from '../ui/button.tsx';
import { ButtonAnchor } from '../ui/button-anchor.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { useRedeemLink } from './queries.ts';
import { linkWords } from './words.ts';

const refusalOf = (error: Error | null): LinkRefusal | null => {
  if (!(error instanceof ApiError)) return null;
  // A token that is too short or too long is a link with a part missing.
  if (error.status === 400) return 'link-unknown';
  return linkRefusals.find((refusal) => refusal === error.code) ?? null;
};

/** Where a mailed link leads. Opening it signs nobody in, since mail scanners open links too: pressing the button does. */
export function LinkScreen({ isFromProvider = false }: { isFromProvider?: boolean }) {
  const [token] = useState(() => decodeURIComponent(location.hash.slice(1)).replace(/^token=/, ''));
  const redeemLink = useRedeemLink();
  const begun = useRef(false);
  // Nobody's scanner opens what leads back from the provider: it was never mailed.
  useEffect(() => {
    if (!isFromProvider || begun.current || token === '') return;
    begun.current = true;
    redeemLink.mutate({ token });
  }, [isFromProvider, token, redeemLink.mutate]);
  const refusal = token === '' ? 'link-unknown' : refusalOf(redeemLink.error);
  if (refusal === 'choose-partnership') {
    const { choices } = redeemLink.error as ApiError;
    return (
      <BareFrame>
        <PageHeader title={linkWords[refusal].title} />
        <p className="mb-4">{linkWords[refusal].next}</p>
        <div className="grid gap-3">
          {choices.map(({ id, name }) => (
            <Button
              key={id}
              size="wide"
              icon={ArrowRight}
              isPending={redeemLink.isPending}
              onClick={() => redeemLink.mutate({ token, partnershipId: id })}
            >
              {name}
            </Button>
          ))}
        </div>
      </BareFrame>
    );
  }
  if (refusal) {
    return (
      <BareFrame>
        <PageHeader title={linkWords[refusal].title} />
        <p role="alert" className="mb-5">
          {linkWords[refusal].next}
        </p>
        <ButtonAnchor href={signInAddress(readDestination())} variant="primary">
          {refusal === 'no-role' ? 'Try another address' : 'Ask for a new link'}
        </ButtonAnchor>
      </BareFrame>
    );
  }
  return (
    <BareFrame>
      <PageHeader title="You are almost there" tab="Sign in" />
      <p className="mb-5">Press the button to sign in on this device.</p>
      {redeemLink.error && (
        <div className="mb-4">
          <ErrorNote error={redeemLink.error} />
        </div>
      )}
      <Button variant="primary" isPending={redeemLink.isPending} onClick={() => redeemLink.mutate({ token })}>
        Sign in
      </Button>
    </BareFrame>
  );
}
