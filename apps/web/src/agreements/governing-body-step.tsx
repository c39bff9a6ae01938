import { dayInLondon } from '@lateral/domain/calendars/london';
import { readPounds } from '@lateral/domain/signings/pledges';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useId, useState } from 'react';
import { ApiError } from '../api-error.ts';
import { useDraft } from '../drafts.ts';
import { Button } from '../ui/button.tsx';
import { longDay } from '../ui/days.ts';
import { DraftNote } from '../ui/draft-note.tsx';
import { ErrorSummary, type Fault } from '../ui/error-summary.tsx';
import { listMeetingGaps, type Meeting, MeetingFields } from '../ui/meeting-fields.tsx';
import { MergeChoices } from '../ui/merge-choices.tsx';
import { pounds } from '../ui/pounds.ts';
import { TextField } from '../ui/text-field.tsx';
import { isChanged, useVersionedSave } from '../versioned-save.ts';
import { faultsOf } from '../words.ts';
import { signingQuery, useDecision } from './signing-queries.ts';
import { signingErrorWords } from './signing-words.ts';
import { StepFrame, type StepProps } from './step-frame.tsx';

/** The pledge as it is typed, in pounds. */
type Decision = Meeting & { pledge: string };
const pick = ({ signing }: StepProps['data']): Decision => ({
  metOn: signing?.governingBody?.metOn ?? '',
  minute: signing?.governingBody?.minute ?? '',
  pledge: signing?.pledgedPence ? pounds(signing.pledgedPence) : '',
});
const labels = { metOn: 'The day it met', minute: 'The minute', pledge: 'What your school would give' };

function toSend({ pledge, ...fields }: Decision) {
  const pence = readPounds(pledge);
  return { ...fields, pledgedPence: typeof pence === 'number' ? pence : null };
}

/** The governing body agrees before the school signs: the day on which it met, and where that is written down. */
export function GoverningBodyStep(props: StepProps) {
  const { data, agreement, schoolId } = props;
  const formId = useId();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const put = useDecision(schoolId);
  const draft = useDraft(`governing-body:${schoolId}:${agreement.id}`, pick(data), data);
  const set = (part: Partial<Decision>) => draft.setValue({ ...draft.value, ...part });
  const [gaps, setGaps] = useState<Fault[]>([]);
  const goOn = () => {
    draft.drop();
    const search = { step: 'check' as const };
    void navigate({ to: '/schools/$schoolId/agreement', params: { schoolId }, search });
  };
  const { clash, save, settle } = useVersionedSave({
    saved: data,
    pick,
    send: (fields, version) => put.mutateAsync({ ...toSend(fields), agreementId: agreement.id, version }),
    refetch: () => queryClient.fetchQuery({ ...signingQuery(schoolId), staleTime: 0 }),
    onSaved: () => goOn(),
  });
  const faults = gaps.length > 0 ? gaps : listFaults(put.error, agreement.issued?.at ?? null);
  const faultOf = (field: string) => faults.find((fault) => fault.field === field)?.text;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (put.isPending) return;
    const { metOn, minute, pledge } = draft.value;
    const found = listGaps(draft.value);
    setGaps(found);
    if (found.length === 0)
      void save({ metOn, minute: minute.trim(), pledge: pledge.trim() }, draft.from).catch(() => false);
  };
  return (
    <StepFrame
      {...props}
      step="governing-body"
      action={
        clash ? null : (
          <Button type="submit" form={formId} variant="primary" isPending={put.isPending}>
            Save and go on
          </Button>
        )
      }
    >
      {clash ? (
        <MergeChoices
          fields={clash.merged.conflicts.map((field) => ({
            field,
            label: labels[field],
            mine: inWords(field, clash.merged.value[field]),
            theirs: inWords(field, pick(clash.theirs)[field]),
          }))}
          who={clash.theirs.signing?.governingBody?.putDownBy ?? null}
          taken={clash.merged.taken.map((field) => labels[field].toLowerCase())}
          isPending={put.isPending}
          error={isChanged(put.error) ? null : put.error}
          onSave={(choices) => void settle(choices).catch(() => false)}
          onLeave={goOn}
        />
      ) : (
        <form id={formId} noValidate onSubmit={send} className="grid gap-5">
          {draft.isRestored && <DraftNote onStartAgain={draft.startAgain} />}
          <ErrorSummary faults={faults} />
          <p>Your governing body agrees to the agreement first. Then your headteacher signs.</p>
          <MeetingFields
            // Anew when what was kept is let go.
            key={String(draft.isRestored)}
            value={draft.value}
            faultOf={faultOf}
            onChange={set}
          />
          <TextField
            name="pledge"
            label="What would your school be willing to give a year, in pounds? (optional)"
            hint="It helps the partnership to plan. It is not a bill, and joining does not depend on it. The broker and the board see it."
            inputMode="decimal"
            autoComplete="off"
            className="max-w-80"
            value={draft.value.pledge}
            onChange={({ target }) => set({ pledge: target.value })}
            error={faultOf('pledge')}
          />
        </form>
      )}
    </StepFrame>
  );
}

const pledgeFaults = {
  unclear: 'Write the sum in pounds, such as 250 or 1,250.50',
  'too-much': 'A school can put down at most £100,000 a year',
};

function listPledgeFaults(pledge: string): Fault[] {
  const pence = readPounds(pledge);
  return typeof pence === 'string' ? [{ field: 'pledge', text: pledgeFaults[pence] }] : [];
}

/** What is not filled in, before anything is sent. */
const listGaps = (decision: Decision): Fault[] => [
  ...listMeetingGaps(decision),
  ...listPledgeFaults(decision.pledge),
];

const inWords = (field: keyof Decision, value: string) =>
  field === 'metOn' && value ? longDay(value) : value;

function listFaults(error: Error | null, issuedAt: Date | null): Fault[] {
  if (!(error instanceof ApiError)) return faultsOf(error);
  if (error.status === 412) return [];
  const isFuture = error.errors.some(({ detail }) => /future/.test(detail));
  return faultsOf(error, {
    ...signingErrorWords,
    metOn: isFuture
      ? 'The day of the meeting cannot be in the future'
      : `The meeting cannot be before this version was issued${issuedAt ? `, on ${longDay(dayInLondon(issuedAt))}` : ''}`,
    minute: 'The reference of the minute can have at most 60 letters',
  });
}
