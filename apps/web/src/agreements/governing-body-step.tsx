import { dayInLondon } from '@lateral/domain/calendars/london';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useId, useState } from 'react';
import { ApiError } from '../api-error.ts';
import { useDraft } from '../drafts.ts';
import { Button } from '../ui/button.tsx';
import { DateField } from '../ui/date-field.tsx';
import { longDay } from '../ui/days.ts';
import { DraftNote } from '../ui/draft-note.tsx';
import { ErrorSummary, type Fault } from '../ui/error-summary.tsx';
import { MergeChoices } from '../ui/merge-choices.tsx';
import { TextField } from '../ui/text-field.tsx';
import { isChanged, useVersionedSave } from '../versioned-save.ts';
import { faultsOf } from '../words.ts';
import { signingQuery, useDecision } from './signing-queries.ts';
import { signingErrorWords } from './signing-words.ts';
import { StepFrame, type StepProps } from './step-frame.tsx';

type Decision = { metOn: string; minute: string };
const pick = ({ signing }: StepProps['data']): Decision => ({
  metOn: signing?.governingBody?.metOn ?? '',
  minute: signing?.governingBody?.minute ?? '',
});
const labels = { metOn: 'The day it met', minute: 'The minute' };

/** The governing body agrees before the school signs: the day on which it met, and where that is written down. */
export function GoverningBodyStep(props: StepProps) {
  const { data, agreement, schoolId } = props;
  const formId = useId();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const put = useDecision(schoolId);
  const draft = useDraft(`governing-body:${schoolId}:${agreement.id}`, pick(data), data);
  const [gaps, setGaps] = useState<Fault[]>([]);
  const goOn = () => {
    draft.drop();
    const search = { step: 'check' as const };
    void navigate({ to: '/schools/$schoolId/agreement', params: { schoolId }, search });
  };
  const { clash, save, settle } = useVersionedSave({
    saved: data,
    pick,
    send: (fields, version) => put.mutateAsync({ ...fields, agreementId: agreement.id, version }),
    refetch: () => queryClient.fetchQuery({ ...signingQuery(schoolId), staleTime: 0 }),
    onSaved: () => goOn(),
  });
  const faults = gaps.length > 0 ? gaps : listFaults(put.error, agreement.issued?.at ?? null);
  const faultOf = (field: string) => faults.find((fault) => fault.field === field)?.text;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (put.isPending) return;
    const { metOn, minute } = draft.value;
    const found = listGaps(draft.value);
    setGaps(found);
    if (found.length === 0) void save({ metOn, minute: minute.trim() }, draft.from).catch(() => false);
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
          <DateField
            // Anew when what was kept is let go.
            key={String(draft.isRestored)}
            name="metOn"
            label="When did your governing body agree?"
            hint="The day of the meeting. For example, 5/1/27 or 5 Jan"
            defaultDay={draft.value.metOn || null}
            onDay={(day) => draft.setValue({ ...draft.value, metOn: day ?? '' })}
            error={faultOf('metOn')}
          />
          <TextField
            name="minute"
            label="Reference of the minute"
            hint="Where it is written down. For example, FGB 2026/11, item 4"
            value={draft.value.minute}
            onChange={({ target }) => draft.setValue({ ...draft.value, minute: target.value })}
            error={faultOf('minute')}
          />
        </form>
      )}
    </StepFrame>
  );
}

/** What is not filled in, before anything is sent. */
const listGaps = ({ metOn, minute }: Decision): Fault[] => [
  ...(metOn
    ? []
    : [{ field: 'metOn', text: 'Enter the day on which your governing body met, such as 5 Jan 2027' }]),
  ...(minute.trim() ? [] : [{ field: 'minute', text: 'Enter the reference of the minute' }]),
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
