import { trainingKinds } from '@lateral/domain/training/kinds';
import { trainingNames } from '@lateral/domain/training/words';
import { type FormEvent, useId, useState } from 'react';
import { useDraft } from '../drafts.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorSummary, type Fault } from '../ui/error-summary.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import { showToast } from '../ui/toasts.ts';
import { faultsOf } from '../words.ts';
import { useSchedule } from './queries.ts';
import { readTyped, SessionFields } from './session-fields.tsx';
import { dayWords, sessionFaultWords } from './words.ts';

const start = {
  kind: 'reviewer' as (typeof trainingKinds)[number],
  ...{ day: '', startsAt: '9:30am', endsAt: '12:30pm', place: '', places: '30' },
};
const hints = {
  reviewer: 'For whoever has not been trained: nobody reviews before it',
  lead: 'For trained reviewers who are to lead a review',
};

/** Schedules a session. */
export function ScheduleDialog({ onClose }: { onClose: () => void }) {
  const formId = useId();
  const draft = useDraft('training-session', start);
  const [gaps, setGaps] = useState<Fault[]>([]);
  const schedule = useSchedule();
  const { value } = draft;
  const faults = gaps.length > 0 ? gaps : faultsOf(schedule.error, sessionFaultWords);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (schedule.isPending) return;
    const { facts, gaps: found } = readTyped(value);
    setGaps(found);
    if (found.length > 0) return;
    schedule.mutate(
      { kind: value.kind, ...facts },
      {
        onSuccess: () => {
          draft.drop();
          showToast({ text: `A session is scheduled for ${dayWords(facts.day)}` });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title="Schedule a session"
      onClose={onClose}
      actions={
        <>
          <Button type="submit" form={formId} variant="primary" isPending={schedule.isPending}>
            Schedule it
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={send} className="grid gap-4">
        <ErrorSummary faults={faults} />
        <RadioGroup
          name="kind"
          legend="What for"
          options={trainingKinds.map((kind) => ({
            value: kind,
            label: trainingNames[kind],
            hint: hints[kind],
          }))}
          value={value.kind}
          onChange={(kind) => draft.setValue({ ...value, kind: kind as typeof value.kind })}
        />
        <SessionFields
          value={value}
          faults={faults}
          onChange={(part) => draft.setValue({ ...value, ...part })}
        />
      </form>
    </Dialog>
  );
}
