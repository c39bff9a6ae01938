import { getMe, signInAs } from '@lateral/contract/sign-in';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { call } from '../call.ts';
import { holdToken, renewSession } from '../send.ts';
import { type Me, meQuery } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { EmailForm } from './email-form.tsx';
import { hasPasskeys } from './passkeys.ts';
import { askPasskey, signInWithPasskey } from './queries.ts';
import { passkeyErrorWords } from './words.ts';

const lookEveryMs = 3000;

/**
 * The session has ended while somebody was at work: they sign in again here, and what they typed stays. A link that
 * they open in another tab of this browser counts here too.
 */
export function SignInAgain({ onEnd }: { onEnd: (isBack: boolean) => void }) {
  const queryClient = useQueryClient();
  const me: Me | undefined = queryClient.getQueryData(meQuery.queryKey);
  const [sentTo, setSentTo] = useState<string | null>(null);

  /** Goes on if it is the same person; somebody else begins at their own first page. */
  const comeBack = useCallback(async () => {
    const now = await call(getMe, {});
    if (me && now.personId === me.personId && now.partnership.id === me.partnership.id) return onEnd(true);
    location.assign('/');
  }, [me, onEnd]);

  useEffect(() => {
    if (sentTo === null) return;
    const look = async () => {
      if (document.visibilityState !== 'hidden' && (await renewSession().catch(() => false)))
        await comeBack();
    };
    const timer = setInterval(look, lookEveryMs);
    return () => clearInterval(timer);
  }, [sentTo, comeBack]);

  const byPasskey = useMutation({
    mutationFn: async () => signInWithPasskey(await askPasskey(), me?.partnership.id),
    onSuccess: ({ accessToken }) => {
      holdToken(accessToken);
      return comeBack();
    },
  });
  const asDemonstration = useMutation({
    mutationFn: () => call(signInAs, { body: { personId: me?.personId ?? '' } }),
    onSuccess: ({ accessToken }) => {
      holdToken(accessToken);
      return comeBack();
    },
  });

  return (
    <Dialog title="Sign in again" onClose={() => onEnd(false)}>
      <p className="mb-4">You have been signed out. Sign in again here: what you typed is still here.</p>
      <div className="grid gap-4">
        {me?.partnership.isDemonstration && (
          <div>
            <Button
              variant="primary"
              isPending={asDemonstration.isPending}
              onClick={() => asDemonstration.mutate()}
            >
              Sign in as {me.name}
            </Button>
          </div>
        )}
        {hasPasskeys() && (
          <div>
            <Button isPending={byPasskey.isPending} onClick={() => byPasskey.mutate()}>
              Sign in with a passkey
            </Button>
          </div>
        )}
        {(byPasskey.error ?? asDemonstration.error) && (
          <ErrorNote error={(byPasskey.error ?? asDemonstration.error) as Error} words={passkeyErrorWords} />
        )}
        {sentTo === null ? (
          <EmailForm to={location.pathname + location.search} onSent={setSentTo} />
        ) : (
          <p role="status">
            We sent a link to <strong className="break-all">{sentTo}</strong>. Open it in this browser, then
            come back to this tab.
          </p>
        )}
      </div>
    </Dialog>
  );
}
