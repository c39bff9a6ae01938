import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from './button.tsx';
import { TextField } from './text-field.tsx';

type Props = { name: string; label: string; hint?: string; value: string };

/** Text to take elsewhere: it is chosen whole when the box is entered, and a button copies it. */
export function CopyField({ name, label, hint, value }: Props) {
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null);
  const copy = () =>
    navigator.clipboard.writeText(value).then(
      () => setOutcome('copied'),
      () => setOutcome('failed'),
    );
  return (
    <div className="grid gap-2">
      <TextField
        name={name}
        label={label}
        hint={hint}
        value={value}
        readOnly
        autoComplete="off"
        spellCheck={false}
        onFocus={({ target }) => target.select()}
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button icon={outcome === 'copied' ? Check : Copy} onClick={copy}>
          Copy
        </Button>
        <span role="status" className="text-muted">
          {outcome === 'copied' && 'Copied'}
          {outcome === 'failed' && 'Your browser does not allow that. Choose the text and copy it yourself.'}
        </span>
      </div>
    </div>
  );
}
