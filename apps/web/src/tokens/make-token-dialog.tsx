import { type TokenScope, tokenScopes } from '@lateral/domain/tokens/tokens';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorSummary, type Fault } from '../ui/error-summary.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { faultsOf } from '../words.ts';
import { MadeToken } from './made-token.tsx';
import { useMakeToken } from './queries.ts';
import { scopeWords, tokenFieldWords } from './words.ts';

const lives = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '366', label: 'A year' },
];

/** Makes a token, and shows it: this once. */
export function MakeTokenDialog({ onClose }: { onClose: () => void }) {
  const formId = useId();
  const [name, setName] = useState('');
  const [days, setDays] = useState('90');
  const [scopes, setScopes] = useState<ReadonlySet<TokenScope>>(new Set());
  const [early, setEarly] = useState<Fault[]>([]);
  const make = useMakeToken();
  if (make.data) return <MadeToken token={make.data.token} name={make.data.made.name} onClose={onClose} />;
  const choose = (scope: TokenScope, isOn: boolean) => {
    const next = new Set(scopes);
    if (isOn) next.add(scope);
    else next.delete(scope);
    setScopes(next);
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (make.isPending) return;
    const missing = [
      ...(name.trim() ? [] : [{ field: 'name', text: 'Enter a name, such as the program that will use it' }]),
      ...(scopes.size > 0 ? [] : [{ field: 'scopes', text: tokenFieldWords.scopes }]),
    ];
    setEarly(missing);
    if (missing.length > 0) return;
    make.mutate({ name, days: Number(days), scopes: tokenScopes.filter((scope) => scopes.has(scope)) });
  };
  const faults = early.length > 0 ? early : faultsOf(make.error, tokenFieldWords);
  const faultOf = (field: string) => faults.find((fault) => fault.field === field)?.text;
  return (
    <Dialog
      title="Make a token"
      onClose={onClose}
      actions={
        <>
          <Button type="submit" form={formId} variant="primary" isPending={make.isPending}>
            Make it
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={send} className="grid gap-4">
        <ErrorSummary faults={faults} />
        <TextField
          name="name"
          label="Name"
          hint="The program that will use it"
          value={name}
          onChange={({ target }) => setName(target.value)}
          maxLength={80}
          error={faultOf('name')}
        />
        <Select name="days" label="Works for" options={lives} value={days} onChange={setDays} />
        <fieldset>
          <legend className="mb-1 font-semibold">It may</legend>
          {faultOf('scopes') && <p className="mb-1 font-semibold text-risk">{faultOf('scopes')}</p>}
          {tokenScopes.map((scope, i) => (
            <Checkbox
              key={scope}
              {...(i === 0 && { id: 'scopes' })}
              label={scopeWords[scope]}
              checked={scopes.has(scope)}
              onChange={({ target }) => choose(scope, target.checked)}
            />
          ))}
        </fieldset>
      </form>
    </Dialog>
  );
}
