import { ArrowRight, KeyRound } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { hasPasskeys } from './passkeys.ts';
import { usePasskeySignIn } from './queries.ts';
import { passkeyErrorWords } from './words.ts';

/** Signs in with what the device knows: a finger, a face or its PIN. */
export function PasskeySignIn({ to }: { to: string }) {
  const signIn = usePasskeySignIn(to);
  if (!hasPasskeys()) return null;
  const asked = signIn.data?.choices ? signIn.data : null;
  if (asked) {
    return (
      <section aria-label="Which partnership do you want to sign in to?" className="grid gap-3">
        <h2 className="text-lead">Which partnership do you want to sign in to?</h2>
        {asked.choices.map(({ id, name }) => (
          <Button
            key={id}
            size="wide"
            icon={ArrowRight}
            isPending={signIn.isPending}
            onClick={() => signIn.mutate({ answer: asked.answer, partnershipId: id })}
          >
            {name}
          </Button>
        ))}
      </section>
    );
  }
  return (
    <div className="grid gap-3">
      <div>
        <Button icon={KeyRound} isPending={signIn.isPending} onClick={() => signIn.mutate(null)}>
          Sign in with a passkey
        </Button>
      </div>
      {signIn.error && <ErrorNote error={signIn.error} words={passkeyErrorWords} />}
    </div>
  );
}
