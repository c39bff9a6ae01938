import { clausesRead } from '@lateral/domain/agreements/clauses';
import { useNavigate } from '@tanstack/react-router';
import { BookOpen } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { longDay } from '../ui/days.ts';
import { AgreementText } from './agreement-text.tsx';
import { clauseId } from './clause-id.ts';
import { stepsOf } from './flow.ts';
import { useKeepPlace } from './signing-queries.ts';
import { StepFrame, type StepProps } from './step-frame.tsx';
import { useReadingPlace } from './use-reading-place.ts';
import { WhatHasChanged } from './what-has-changed.tsx';

/** The text, to be read; where one stops is kept, on this device and on any other. */
export function ReadStep(props: StepProps) {
  const { data, agreement, schoolId, flow } = props;
  const keep = useKeepPlace(schoolId, agreement.id);
  const navigate = useNavigate();
  // Where they came to before: what is read now must not move it under their finger.
  const [place] = useState(data.signing?.place ?? null);
  const clauses = clausesRead(agreement);
  const at = clauses.findIndex(({ key }) => key === place);
  useReadingPlace(clauses, flow === 'co-sign' ? null : keep.mutate);
  const before = data.complete && data.complete.number < agreement.number ? data.complete : null;
  const next = stepsOf[flow][1] ?? 'check';
  return (
    <StepFrame
      {...props}
      step="read"
      title={flow === 'co-sign' ? 'Read what your head signed' : 'Read the agreement'}
      action={
        <Button
          variant="primary"
          onClick={() =>
            void navigate({
              to: '/schools/$schoolId/agreement',
              params: { schoolId },
              search: { step: next },
            })
          }
        >
          I have read it: go on
        </Button>
      }
    >
      {at > 0 && (
        <p className="mb-4">
          <Button
            icon={BookOpen}
            onClick={() => {
              const found = document.getElementById(clauseId(clauses[at]?.key ?? ''));
              found?.scrollIntoView({ block: 'start' });
              found?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
            }}
          >
            Go on from clause {at + 1}: {clauses[at]?.heading}
          </Button>
        </p>
      )}
      {before && <WhatHasChanged agreement={agreement} before={before} />}
      <p className="mb-4 text-muted">
        {agreement.title}, version {agreement.number}
        {before && ', all of it'}.
        {agreement.consentBy && ` Members are asked to sign it by ${longDay(agreement.consentBy)}.`}
      </p>
      <AgreementText clauses={clauses} />
    </StepFrame>
  );
}
