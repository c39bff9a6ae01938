import { useSuspenseQuery } from '@tanstack/react-query';
import { EmailForm } from './email-form.tsx';
import { PasskeySignIn } from './passkey-sign-in.tsx';
import { ProviderSignIn } from './provider-sign-in.tsx';
import { providerQuery } from './queries.ts';

type Props = { to: string; onSent: (email: string) => void };

/** Every way to sign in with an address of one's own: a mailed link, a passkey, the provider. */
export function WaysIn({ to, onSent }: Props) {
  const { data: provider } = useSuspenseQuery(providerQuery);
  return (
    <>
      <section aria-label="Sign in by e-mail">
        <p className="mb-4 text-muted">There is no password. We send a link to your e-mail address.</p>
        <EmailForm to={to} onSent={onSent} />
      </section>
      <p className="my-6 flex items-center gap-3 text-sm text-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        or
      </p>
      <div className="grid gap-3">
        <PasskeySignIn to={to} />
        {provider && <ProviderSignIn name={provider.name} to={to} />}
      </div>
    </>
  );
}
