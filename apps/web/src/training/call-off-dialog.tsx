import type { TrainingSession } from '@lateral/contract/training';
import { type FormEvent, useId, useState } from 'react';
import { useDraft } from '../drafts.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { plural } from '../ui/plural.ts';
import { TextArea } from '../ui/text-area.tsx';
import { showToast } from '../ui/toasts.ts';
import { faultsOf } from '../words.ts';
import { useCallOff } from './queries.ts';
import { dayWords, trainingErrorWords } from './words.ts';

/** Calls a session off, saying first how many people are told. */
export function CallOffDialog({ session, onClose }: { session: TrainingSession; onClose: () => void }) {
  const formId = useId();
  const draft = useDraft(`training-off:${session.id}`, { reason: '' });
  const [isBare, setIsBare] = useState(false);
  const callOff = useCallOff(session.id);
  const told =
    session.booked === 0
      ? 'Nobody has booked, so nobody is told.'
      : `${plural(session.booked, 'person', 'people')} ${session.booked === 1 ? 'has' : 'have'} booked and ${session.booked === 1 ? 'is' : 'are'} told by mail. It is taken out of their calendars.`;
  const faults = isBare
    ? [{ field: 'reason', text: 'Say why' }]
    : faultsOf(callOff.error, trainingErrorWords);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (callOff.isPending) return;
    const { reason } = draft.value;
    setIsBare(!reason.trim());
    if (!reason.trim()) return;
    callOff.mutate(reason, {
      onSuccess: () => {
        draft.drop();
        showToast({ text: `The session of ${dayWords(session.day)} is called off` });
        onClose();
      },
    });
  };
  return (
    <Dialog
      title="Call this session off?"
      onClose={onClose}
      actions={
        <>
          <Button type="submit" form={formId} variant="danger" isPending={callOff.isPending}>
            Call it off{session.booked > 0 && ` and tell ${plural(session.booked, 'person', 'people')}`}
          </Button>
          <Button onClick={onClose}>Keep it</Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={send} className="grid gap-4">
        <ErrorSummary faults={faults} />
        <p>
          {dayWords(session.day)}, {session.place}. {told}
        </p>
        <TextArea
          name="reason"
          label="Why"
          hint="Everybody who has booked reads it"
          value={draft.value.reason}
          onChange={({ target }) => draft.setValue({ reason: target.value })}
          error={faults.find(({ field }) => field === 'reason')?.text}
        />
      </form>
    </Dialog>
  );
}
