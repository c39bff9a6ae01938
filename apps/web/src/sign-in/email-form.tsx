import { Mail } from 'lucide-react';
import { useState } from 'react';
import { ApiError } from '../api-error.ts';
import { Button } from '../ui/button.tsx';
import { ErrorSummary, type Fault } from '../ui/error-summary.tsx';
import { TextField } from '../ui/text-field.tsx';
import { explain } from '../words.ts';
import { useAskForLink } from './queries.ts';
import { emailFault } from './words.ts';

function faultsOf(error: Error | null): Fault[] {
  if (!error) return [];
  const isField = error instanceof ApiError && error.status === 400;
  return [isField ? { field: 'email', text: emailFault } : { field: null, text: explain(error) }];
}

/** Asks for a sign-in link, which leads to `to`. What follows is the same whether or not we know the address. */
export function EmailForm({ to, onSent }: { to: string; onSent: (email: string) => void }) {
  const [email, setEmail] = useState('');
  const askForLink = useAskForLink(to);
  const faults = faultsOf(askForLink.error);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!askForLink.isPending) askForLink.mutate(email.trim(), { onSuccess: () => onSent(email.trim()) });
      }}
    >
      <ErrorSummary faults={faults} />
      <TextField
        name="email"
        label="Your e-mail address"
        hint="The one that your school or partnership has for you"
        error={faults.find(({ field }) => field === 'email')?.text}
        type="email"
        autoComplete="email"
        inputMode="email"
        spellCheck={false}
        value={email}
        onChange={({ target }) => setEmail(target.value)}
        className="mb-4"
      />
      <Button type="submit" variant="primary" icon={Mail} isPending={askForLink.isPending}>
        E-mail me a link to sign in
      </Button>
    </form>
  );
}
