import { Mail } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { TextField } from '../ui/text-field.tsx';
import { explain } from '../words.ts';
import { useConfirmWithCode, useSendCode } from './account-queries.ts';
import { codeErrorWords } from './words.ts';

type Props = { address: string; onConfirmed: () => void };

/** Mails a code and takes it. */
export function CodeForm({ address, onConfirmed }: Props) {
  const [code, setCode] = useState('');
  const send = useSendCode();
  const confirm = useConfirmWithCode();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!confirm.isPending) confirm.mutate(code, { onSuccess: onConfirmed });
  };
  if (!send.isSuccess) {
    return (
      <div className="grid gap-3">
        <p>
          We send a code to <strong className="break-all">{address}</strong>.
        </p>
        {send.error && <ErrorNote error={send.error} words={codeErrorWords} />}
        <div>
          <Button variant="primary" icon={Mail} isPending={send.isPending} onClick={() => send.mutate()}>
            Send me a code
          </Button>
        </div>
      </div>
    );
  }
  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      <p role="status">
        We sent a code to <strong className="break-all">{address}</strong>. It works for 10 minutes.
      </p>
      <TextField
        name="confirm-code"
        label="Code"
        hint="Eight digits"
        inputMode="numeric"
        autoComplete="one-time-code"
        autoFocus
        className="max-w-60"
        value={code}
        onChange={({ target }) => setCode(target.value)}
        error={confirm.error ? explain(confirm.error, codeErrorWords) : undefined}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" isPending={confirm.isPending}>
          Go on
        </Button>
        <Button isPending={send.isPending} onClick={() => send.mutate()}>
          Send another code
        </Button>
      </div>
    </form>
  );
}
