import { type FormEvent, useId } from 'react';
import { ApiError } from '../api-error.ts';
import { useDraft } from '../drafts.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorSummary, type Fault } from '../ui/error-summary.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextField } from '../ui/text-field.tsx';
import { showToast } from '../ui/toasts.ts';
import { explain, faultsOf } from '../words.ts';
import { useAskForRecovery } from './queries.ts';
import { recoveryErrorWords } from './words.ts';

const fieldWords = {
  newEmail: 'Enter an e-mail address, such as name@school.sch.uk',
  reason: 'Say in a few words why, at most 300 letters',
};
const empty = { newEmail: '', reason: '' };

function listFaults(error: Error | null): Fault[] {
  if (error instanceof ApiError && error.status === 409)
    return [{ field: 'newEmail', text: explain(error, recoveryErrorWords) }];
  return faultsOf(error, fieldWords);
}

type Props = { personId: string; name: string; onClose: () => void };

/** Asks for a new address for somebody who has lost theirs. */
export function RecoveryDialog({ personId, name, onClose }: Props) {
  const formId = useId();
  const draft = useDraft(`recovery:${personId}`, empty);
  const ask = useAskForRecovery(personId);
  const faults = listFaults(ask.error);
  const faultOf = (field: string) => faults.find((fault) => fault.field === field)?.text;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (ask.isPending) return;
    ask.mutate(
      { ...draft.value, newEmail: draft.value.newEmail.trim() },
      {
        onSuccess: () => {
          draft.drop();
          showToast({ text: 'Asked. Now a second person must agree.' });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title={`A new address for ${name}`}
      onClose={onClose}
      actions={
        <>
          <Button type="submit" form={formId} variant="primary" isPending={ask.isPending}>
            Ask for it
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={send} className="grid gap-4">
        <ErrorSummary faults={faults} />
        <TextField
          name="newEmail"
          label="New address"
          hint="One that only they read"
          type="email"
          spellCheck={false}
          value={draft.value.newEmail}
          onChange={({ target }) => draft.setValue({ ...draft.value, newEmail: target.value })}
          error={faultOf('newEmail')}
        />
        <TextArea
          name="reason"
          label="Why"
          hint="The person who agrees reads this"
          rows={3}
          value={draft.value.reason}
          onChange={({ target }) => draft.setValue({ ...draft.value, reason: target.value })}
          error={faultOf('reason')}
        />
      </form>
    </Dialog>
  );
}
