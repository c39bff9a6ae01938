import type { Passkey } from '@lateral/contract/passkeys';
import { type FormEvent, useId, useState } from 'react';
import { ApiError } from '../api-error.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorSummary, type Fault } from '../ui/error-summary.tsx';
import { TextField } from '../ui/text-field.tsx';
import { showToast } from '../ui/toasts.ts';
import { explain } from '../words.ts';
import { useAddPasskey, useRenamePasskey } from './account-queries.ts';
import { passkeyErrorWords } from './words.ts';

const nameFault: Fault = { field: 'passkey-name', text: 'Enter a name of at most 60 letters' };

function faultOf(error: Error | null): Fault | null {
  if (!error) return null;
  const isName = error instanceof ApiError && error.code === 'invalid';
  return isName ? nameFault : { field: null, text: explain(error, passkeyErrorWords) };
}

/** Makes a passkey on this device under a name, or renames one. */
export function PasskeyDialog({ passkey, onClose }: { passkey?: Passkey; onClose: () => void }) {
  const formId = useId();
  const [name, setName] = useState(passkey?.name ?? '');
  const [early, setEarly] = useState<Fault | null>(null);
  const add = useAddPasskey();
  const rename = useRenamePasskey();
  const isPending = add.isPending || rename.isPending;
  const fault = early ?? faultOf(passkey ? rename.error : add.error);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    // Before the device is asked, which takes its owner's time.
    if (name.trim() === '' || name.trim().length > 60) return setEarly(nameFault);
    setEarly(null);
    const onSuccess = () => {
      showToast({ text: passkey ? `Renamed to ${name.trim()}` : `${name.trim()} added` });
      onClose();
    };
    if (passkey) rename.mutate({ passkeyId: passkey.id, name }, { onSuccess });
    else add.mutate(name, { onSuccess });
  };
  return (
    <Dialog
      title={passkey ? `Rename ${passkey.name}` : 'Add a passkey'}
      onClose={onClose}
      actions={
        <>
          <Button type="submit" form={formId} variant="primary" isPending={isPending}>
            {passkey ? 'Rename' : 'Add'}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={send}>
        <ErrorSummary faults={fault ? [fault] : []} />
        <TextField
          name="passkey-name"
          label="Name"
          hint={
            passkey ? undefined : 'So that you know it again, such as “My phone”. Your device asks you next.'
          }
          value={name}
          onChange={({ target }) => setName(target.value)}
          error={fault?.field ? fault.text : undefined}
        />
      </form>
    </Dialog>
  );
}
