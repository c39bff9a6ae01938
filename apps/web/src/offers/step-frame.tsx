import type { Offer } from '@lateral/contract/offers';
import { type ReactNode, useEffect } from 'react';
import type { useDraft } from '../drafts.ts';
import { useSession } from '../session.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { DraftNote } from '../ui/draft-note.tsx';
import { focusHeading } from '../ui/focus-heading.ts';
import { Link } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import type { Draft } from './draft.ts';
import { type OfferStep, offerSteps } from './search.ts';
import { stepWords } from './words.ts';

export type StepProps = {
  offer: Offer;
  draft: ReturnType<typeof useDraft<Draft, Offer>>;
  set: (part: Partial<Draft>) => void;
};
type Props = StepProps & {
  step: OfferStep;
  /** The one thing to do next, kept in sight; the way to the next step when not given. */
  action?: ReactNode;
  /** So long that what stays in sight would cover what is pressed: the buttons stand under it. */
  isLong?: boolean;
  children: ReactNode;
};

const overTabs = 'bottom-[calc(3.75rem+env(safe-area-inset-bottom))]';

/** One screen of the offer: where one is, its one question, what comes next and the way back. */
export function StepFrame({ offer, draft, step, action, isLong = false, children }: Props) {
  const { hasWholeReach } = useSession();
  const place = offerSteps.indexOf(step);
  const [before, after] = [offerSteps[place - 1], offerSteps[place + 1]];
  const { id: schoolId } = offer.school;
  const to = (one: OfferStep | undefined) => ({
    params: { schoolId },
    search: { season: offer.season.id, ...(one && { step: one }) },
  });
  // The steps differ in what stands after the question mark alone, so nothing else tells that the screen is new.
  useEffect(() => void focusHeading(), []);
  const goOn =
    action ??
    (after && (
      <ButtonLink to="/reviews/offer/$schoolId" {...to(after)} variant="primary">
        Go on
      </ButtonLink>
    ));
  return (
    <div className="max-w-2xl">
      <PageHeader
        title={stepWords[step]}
        tab={`Reviewer days: ${stepWords[step]}`}
        above={
          <>
            {hasWholeReach && (
              <span className="block">
                <Link to="/reviews/offers" search={{ season: offer.season.id }}>
                  Reviewer days
                </Link>
              </span>
            )}
            {offer.school.name}. Step {place + 1} of {offerSteps.length}
          </>
        }
      />
      {draft.isRestored && <DraftNote onStartAgain={draft.startAgain} />}
      {children}
      <div
        className={`-mx-4 mt-6 flex flex-wrap gap-2 border-t border-line px-4 py-3 ${isLong ? '' : `sticky z-10 bg-surface ${overTabs} ${hasWholeReach ? 'desk:bottom-0' : ''}`}`}
      >
        {goOn}
        {before && (
          <ButtonLink to="/reviews/offer/$schoolId" {...to(before)}>
            Back
          </ButtonLink>
        )}
      </div>
    </div>
  );
}
