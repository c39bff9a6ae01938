import type { Agreement } from '@lateral/contract/agreements';
import type { SchoolSigning } from '@lateral/contract/signings';
import type { SigningStep } from '@lateral/domain/signings/signings';
import { type ReactNode, useEffect } from 'react';
import { ButtonLink } from '../ui/button-link.tsx';
import { focusHeading } from '../ui/focus-heading.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { type Flow, stepsOf } from './flow.ts';
import { stepWords } from './signing-words.ts';

export type StepProps = { data: SchoolSigning; agreement: Agreement; schoolId: string; flow: Flow };
type Props = StepProps & {
  step: SigningStep;
  title?: string;
  /** The one thing to do next, kept in sight. */
  action: ReactNode;
  children: ReactNode;
};

/** One screen of the ceremony: where one is, its one question, what comes next and the way back. */
export function StepFrame({ data, schoolId, flow, step, title = stepWords[step], action, children }: Props) {
  const steps = stepsOf[flow];
  const place = steps.indexOf(step);
  const before = steps[place - 1];
  // The steps differ in what stands after the question mark alone, so nothing else tells that the screen is new.
  useEffect(() => void focusHeading(), []);
  return (
    <div className="max-w-2xl">
      <PageHeader
        title={title}
        tab={`Agreement: ${title}`}
        above={`${data.school.name}. Step ${place + 1} of ${steps.length}`}
      />
      {children}
      <div className="sticky bottom-[calc(3.75rem+env(safe-area-inset-bottom))] z-10 -mx-4 mt-6 flex flex-wrap gap-2 border-t border-line bg-surface px-4 py-3">
        {action}
        {before && (
          <ButtonLink to="/schools/$schoolId/agreement" params={{ schoolId }} search={{ step: before }}>
            Back
          </ButtonLink>
        )}
      </div>
    </div>
  );
}
