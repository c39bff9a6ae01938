import type { SchoolMembership } from '@lateral/contract/membership-changes';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useState } from 'react';
import { ApiError } from '../api-error.ts';
import { useDraft } from '../drafts.ts';
import { Button } from '../ui/button.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { longDay } from '../ui/days.ts';
import { DraftNote } from '../ui/draft-note.tsx';
import { ErrorSummary, type Fault } from '../ui/error-summary.tsx';
import { focusHeading } from '../ui/focus-heading.ts';
import { Link } from '../ui/link.tsx';
import { listMeetingGaps, MeetingFields } from '../ui/meeting-fields.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { listSignatureGaps, SignatureFields } from '../ui/signature-fields.tsx';
import { showToast } from '../ui/toasts.ts';
import { faultsOf } from '../words.ts';
import { membershipQuery, useRenew } from './membership-queries.ts';
import { answerOf, membershipErrorWords } from './membership-words.ts';

/** The head says that the school stays for another year: one short page. */
export function RenewalScreen({ schoolId }: { schoolId: string }) {
  const { data } = useSuspenseQuery(membershipQuery(schoolId));
  const { school, renewal, may } = data;
  return (
    <div className="max-w-2xl">
      <PageHeader
        title="Stay a member"
        tab="Renewal"
        above={
          <Link to="/schools/$schoolId" params={{ schoolId }}>
            {school.name}
          </Link>
        }
        below={answerOf(data)}
      />
      {renewal && may.renew ? (
        <RenewalForm data={data} until={renewal.until} />
      ) : (
        <NothingToRenew schoolId={schoolId} mayRenew={may.renew} isNewVersionFirst={data.isNewVersionFirst} />
      )}
    </div>
  );
}

type Nothing = { schoolId: string; mayRenew: boolean; isNewVersionFirst: boolean };

function NothingToRenew({ schoolId, mayRenew, isNewVersionFirst }: Nothing) {
  useEffect(() => void focusHeading(), []);
  if (mayRenew && isNewVersionFirst)
    return (
      <>
        <p className="mb-4">
          There is a new version of the agreement. Once it is signed and co-signed, your membership is renewed
          too.
        </p>
        <ButtonLink to="/schools/$schoolId/agreement" params={{ schoolId }} variant="primary">
          See the new version
        </ButtonLink>
      </>
    );
  return (
    <>
      <p className="mb-4">
        {mayRenew
          ? 'There is nothing to renew now. When there is, you find it on your first screen.'
          : 'Only the headteacher renews the membership of a school.'}
      </p>
      <ButtonLink to="/schools/$schoolId" params={{ schoolId }}>
        See the school
      </ButtonLink>
    </>
  );
}

const nothing = { metOn: '', minute: '', name: '' };

function RenewalForm({ data: { school }, until }: { data: SchoolMembership; until: string }) {
  const navigate = useNavigate();
  const renew = useRenew(school.id);
  const draft = useDraft(`renewal:${school.id}:${until}`, nothing);
  const set = (part: Partial<typeof nothing>) => draft.setValue({ ...draft.value, ...part });
  const [hasAuthority, setHasAuthority] = useState(false);
  const [gaps, setGaps] = useState<Fault[]>([]);
  const faults = gaps.length > 0 ? gaps : listFaults(renew.error);
  const faultOf = (field: string) => faults.find((fault) => fault.field === field)?.text;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (renew.isPending) return;
    const { metOn, minute, name } = draft.value;
    const found = [...listMeetingGaps(draft.value), ...listSignatureGaps(name, hasAuthority)];
    setGaps(found);
    if (found.length > 0) return;
    renew.mutate(
      { metOn, minute: minute.trim(), name: name.trim(), hasAuthority: true, until },
      {
        onSuccess: () => {
          draft.drop();
          showToast({ text: `${school.name} is a member until ${longDay(until)}` });
          void navigate({ to: '/schools/$schoolId', params: { schoolId: school.id } });
        },
      },
    );
  };
  return (
    <form noValidate onSubmit={send} className="grid gap-5">
      {draft.isRestored && <DraftNote onStartAgain={draft.startAgain} />}
      <ErrorSummary faults={faults} />
      <p>
        The school stays a member until {longDay(until)}, under the agreement that it has signed. Your
        governing body agrees first.
      </p>
      <MeetingFields key={String(draft.isRestored)} value={draft.value} faultOf={faultOf} onChange={set} />
      <SignatureFields
        name={draft.value.name}
        onName={(name) => set({ name })}
        authority={`I am the headteacher of ${school.name}. The governing body has agreed, and I may renew for the school.`}
        hasAuthority={hasAuthority}
        onAuthority={setHasAuthority}
        faultOf={faultOf}
      />
      <div className="sm:max-w-80">
        <Button type="submit" variant="primary" size="wide" isPending={renew.isPending}>
          Renew for the school
        </Button>
      </div>
    </form>
  );
}

function listFaults(error: Error | null): Fault[] {
  const details = error instanceof ApiError ? error.errors.map(({ detail }) => detail) : [];
  return faultsOf(error, {
    ...membershipErrorWords,
    metOn: details.some((detail) => /future/.test(detail))
      ? 'The day of the meeting cannot be in the future'
      : 'The meeting cannot be before the agreement was issued',
    minute: 'The reference of the minute can have at most 60 letters',
    name: 'Type your full name, with at most 100 letters',
    hasAuthority: 'Tick the box if you may renew for the school',
  });
}
