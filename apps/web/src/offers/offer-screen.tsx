import type { Offer } from '@lateral/contract/offers';
import { useState } from 'react';
import { useDraft } from '../drafts.ts';
import { CheckStep } from './check-step.tsx';
import { DaysStep } from './days-step.tsx';
import { draftOf } from './draft.ts';
import { ReviewStep } from './review-step.tsx';
import type { OfferStep } from './search.ts';
import { SentView } from './sent-view.tsx';
import type { StepProps } from './step-frame.tsx';
import { WhoStep } from './who-step.tsx';

type Props = { offer: Offer; step: OfferStep | undefined };

/**
 * A school offers its days: who goes, days that do not work, its own review, check and send. Each screen has an address,
 * so that Back works; what is typed is kept on the device until it is sent.
 */
export function OfferScreen({ offer, step }: Props) {
  const { season, school, mayMake } = offer;
  // A refetch behind the person's back must not change what they began from.
  const [begun] = useState(offer);
  const [saved] = useState(() => draftOf(offer));
  const draft = useDraft(`offer:${season.id}:${school.id}`, saved, begun);
  if (!mayMake || (!step && offer.sent && !draft.isRestored)) return <SentView offer={offer} draft={saved} />;
  const props: StepProps = {
    offer,
    draft,
    set: (part) => draft.setValue((value) => ({ ...value, ...part })),
  };
  switch (step) {
    case 'days':
      return <DaysStep {...props} />;
    case 'review':
      return <ReviewStep {...props} />;
    case 'check':
      return <CheckStep {...props} />;
    default:
      return <WhoStep {...props} />;
  }
}
