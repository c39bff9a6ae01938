import type { ConfirmMeans } from '@lateral/domain/sign-in/sessions';
import { useQuery } from '@tanstack/react-query';
import { ExternalLink, KeyRound, Mail } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { type Account, accountQuery, useConfirmWithPasskey, useVisitToConfirm } from './account-queries.ts';
import { CodeForm } from './code-form.tsx';
import { confirmedChannel } from './confirmed-channel.ts';
import { hasPasskeys } from './passkeys.ts';
import { codeRefusalWords, passkeyErrorWords, providerErrorWords } from './words.ts';

type Props = { onEnd: (isConfirmed: boolean) => void };

/** Asks somebody to prove who they are, by the best means that they have, before something that matters. */
export function ConfirmDialog({ onEnd }: Props) {
  const account = useQuery({ ...accountQuery, staleTime: 0 });
  const { refetch } = account;
  // Proved in another tab, at the provider: this one goes on.
  useEffect(() => {
    const channel = confirmedChannel();
    const look = async () => {
      if ((await refetch()).data?.confirmation.until) onEnd(true);
    };
    channel?.addEventListener('message', look);
    window.addEventListener('focus', look);
    return () => {
      channel?.close();
      window.removeEventListener('focus', look);
    };
  }, [refetch, onEnd]);

  return (
    <Dialog title="Show that it is you" onClose={() => onEnd(false)}>
      <p className="mb-4 text-muted">
        What you are about to do matters, so we ask again. It counts for five minutes.
      </p>
      {account.isPending && <Skeleton lines={3} label="Loading the ways to show it" />}
      {account.error && <ErrorNote error={account.error} onRetry={() => refetch()} />}
      {account.data && <Means confirmation={account.data.confirmation} onEnd={onEnd} />}
    </Dialog>
  );
}

function Means({ confirmation, onEnd }: Props & { confirmation: Account['confirmation'] }) {
  const { codeRefusal, providerName, codeAddress } = confirmation;
  const means = confirmation.means.filter((one) => one !== 'passkey' || hasPasskeys());
  const [chosen, setChosen] = useState<ConfirmMeans | undefined>(means[0]);
  if (!chosen) {
    return (
      <p role="alert">
        {codeRefusal && codeRefusal in codeRefusalWords
          ? codeRefusalWords[codeRefusal as keyof typeof codeRefusalWords]
          : 'You have no way yet to show that it is you. Ask the person who runs your partnership.'}
      </p>
    );
  }
  const words: Record<ConfirmMeans, string> = {
    passkey: 'Use a passkey',
    oidc: `Use ${providerName ?? 'the other site'}`,
    code: 'Send me a code',
  };
  const others = means.filter((one) => one !== chosen);
  return (
    <div className="grid gap-5">
      {chosen === 'passkey' && <ByPasskey onEnd={onEnd} />}
      {chosen === 'oidc' && <ByProvider name={providerName ?? ''} />}
      {chosen === 'code' && <CodeForm address={codeAddress ?? ''} onConfirmed={() => onEnd(true)} />}
      {others.length > 0 && (
        <div className="flex flex-wrap gap-2 border-t border-line pt-4">
          {others.map((one) => (
            <Button key={one} size="small" icon={icons[one]} onClick={() => setChosen(one)}>
              {words[one]}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

const icons = { passkey: KeyRound, oidc: ExternalLink, code: Mail };

function ByPasskey({ onEnd }: Props) {
  const confirm = useConfirmWithPasskey();
  return (
    <div className="grid gap-3">
      <p>Use your finger, your face or the PIN of this device.</p>
      {confirm.error && <ErrorNote error={confirm.error} words={passkeyErrorWords} />}
      <div>
        <Button
          variant="primary"
          icon={KeyRound}
          isPending={confirm.isPending}
          onClick={() => confirm.mutate(undefined, { onSuccess: () => onEnd(true) })}
        >
          Use a passkey
        </Button>
      </div>
    </div>
  );
}

function ByProvider({ name }: { name: string }) {
  const visit = useVisitToConfirm();
  return (
    <div className="grid gap-3">
      <p>Sign in at {name} in a new tab, then come back here.</p>
      {visit.error && <ErrorNote error={visit.error} words={providerErrorWords} />}
      <div>
        <Button
          variant="primary"
          icon={ExternalLink}
          isPending={visit.isPending}
          onClick={() => visit.mutate()}
        >
          Go to {name}
        </Button>
      </div>
    </div>
  );
}
