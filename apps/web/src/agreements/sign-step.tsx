import { namedConsents } from '@lateral/domain/agreements/clauses';
import { type FormEvent, useId, useState } from 'react';
import { ApiError } from '../api-error.ts';
import { useDraft } from '../drafts.ts';
import { Button } from '../ui/button.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { ErrorSummary, type Fault } from '../ui/error-summary.tsx';
import { focusHeading } from '../ui/focus-heading.ts';
import { listSignatureGaps, SignatureFields } from '../ui/signature-fields.tsx';
import { faultsOf } from '../words.ts';
import { useSignature } from './signing-queries.ts';
import { signingErrorWords } from './signing-words.ts';
import { StepFrame, type StepProps } from './step-frame.tsx';

/** Type a name, say that one may, and sign. How they are who they say is asked for when it is not fresh. */
export function SignStep(props: StepProps) {
  const { data, agreement, schoolId, flow } = props;
  const formId = useId();
  const isCoSigning = flow === 'co-sign';
  // What has been read and checked, whatever is fetched behind this screen: nobody signs what they have not seen.
  const [checked] = useState({ version: data.version, sha256: agreement.sealed?.sha256 ?? '' });
  const isStale = checked.version !== data.version;
  const draft = useDraft(`signature:${schoolId}:${agreement.id}:${flow}`, { name: '' });
  const sign = useSignature(schoolId, isCoSigning ? 'chair-of-governors' : 'headteacher', () => {
    draft.drop();
    focusHeading();
  });
  const [hasAuthority, setHasAuthority] = useState(false);
  const [gaps, setGaps] = useState<Fault[]>([]);
  const faults = gaps.length > 0 ? gaps : listFaults(sign.error);
  const faultOf = (field: string) => faults.find((fault) => fault.field === field)?.text;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (sign.isPending) return;
    const name = draft.value.name.trim();
    const found = listSignatureGaps(name, hasAuthority);
    setGaps(found);
    if (found.length > 0) return;
    sign.mutate({ name, hasAuthority: true, ...checked });
  };
  const consents = agreement.clauses.filter(({ key }) => (namedConsents as readonly string[]).includes(key));
  const authority = isCoSigning
    ? `I am the chair of governors of ${data.school.name}. The governing body has agreed, and I may co-sign for it.`
    : `I am the headteacher of ${data.school.name}. The governing body has agreed, and I may sign for the school.`;
  return (
    <StepFrame
      {...props}
      step="sign"
      title={isCoSigning ? 'Co-sign' : 'Sign'}
      action={
        isStale ? (
          <ButtonLink
            to="/schools/$schoolId/agreement"
            params={{ schoolId }}
            search={{ step: 'check' }}
            variant="primary"
          >
            Check it again
          </ButtonLink>
        ) : (
          <Button type="submit" form={formId} variant="primary" isPending={sign.isPending}>
            {isCoSigning ? 'Co-sign for the school' : 'Sign for the school'}
          </Button>
        )
      }
    >
      <form id={formId} noValidate onSubmit={send} className="grid gap-5">
        <ErrorSummary faults={isStale ? [] : faults} />
        {isStale && (
          <p role="alert" className="rounded-control bg-waiting-soft px-4 py-3">
            Somebody changed what you checked. Nothing has been signed. Please check it again first.
          </p>
        )}
        <div>
          <p>With your signature the school agrees to everything in the agreement, and also to:</p>
          <ul className="mt-1 list-disc pl-5">
            {consents.map(({ key, heading }) => (
              <li key={key}>{heading}</li>
            ))}
          </ul>
        </div>
        <SignatureFields
          name={draft.value.name}
          onName={(name) => draft.setValue({ name })}
          authority={authority}
          hasAuthority={hasAuthority}
          onAuthority={setHasAuthority}
          faultOf={faultOf}
        />
        <p className="text-sm text-muted">
          This is a simple electronic signature. We keep what you signed word for word, when, and how you
          showed that it was you.
        </p>
      </form>
    </StepFrame>
  );
}

function listFaults(error: Error | null): Fault[] {
  if (error instanceof ApiError && error.status === 412)
    return [{ field: null, text: 'Something was changed meanwhile. Go back and check it, then sign.' }];
  return faultsOf(error, {
    ...signingErrorWords,
    name: 'Type your full name, with at most 100 letters',
    hasAuthority: 'Tick the box if you may sign for the school',
  });
}
