import type { Session } from '@lateral/contract/account';
import { useQueryClient } from '@tanstack/react-query';
import { LogOut, MonitorSmartphone } from 'lucide-react';
import { useState } from 'react';
import { goTo } from '../go-to.ts';
import { forgetSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { momentInWords } from '../ui/days.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { useEndSession, useSignOutEverywhere } from './account-queries.ts';
import { meansWords } from './words.ts';

/** Where a person is signed in, and how to end it: on one device, or on all. */
export function SessionsCard({ sessions }: { sessions: readonly Session[] }) {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <Card
      title="Where you are signed in"
      action={
        <Button size="small" icon={LogOut} onClick={() => setIsAsking(true)}>
          Sign out everywhere
        </Button>
      }
    >
      <ul className="divide-y divide-line">
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
      {isAsking && <EverywhereDialog onClose={() => setIsAsking(false)} />}
    </Card>
  );
}

function SessionRow({ session }: { session: Session }) {
  const end = useEndSession();
  const { id, browser, signedInBy, createdAt, seenAt, isThis } = session;
  const name = browser ?? 'A browser that we do not know';
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <MonitorSmartphone aria-hidden className="size-5 shrink-0 text-muted" />
      <div className="min-w-0 flex-1 basis-48">
        <p className="font-semibold">
          {name}
          {isThis && <span className="font-normal text-muted"> · this device</span>}
        </p>
        <p className="text-sm text-muted">
          {meansWords[signedInBy]} {momentInWords(createdAt)}
          {seenAt && ` · last seen ${momentInWords(seenAt)}`}
        </p>
      </div>
      {!isThis && (
        <Button
          size="small"
          aria-label={`Sign out on ${name}`}
          isPending={end.isPending}
          onClick={() => end.mutate(id)}
        >
          Sign out
        </Button>
      )}
      {end.error && <ErrorNote error={end.error} />}
    </li>
  );
}

function EverywhereDialog({ onClose }: { onClose: () => void }) {
  const queryClient = useQueryClient();
  const signOut = useSignOutEverywhere();
  const leave = () =>
    signOut.mutate(undefined, {
      onSuccess: () => {
        forgetSession(queryClient);
        goTo('/sign-in');
      },
    });
  return (
    <Dialog
      title="Sign out everywhere?"
      onClose={onClose}
      actions={
        <>
          <Button variant="danger" isPending={signOut.isPending} onClick={leave}>
            Sign out everywhere
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <p>
        You are signed out at once on every device, this one too. Do this when a device was lost or used by
        somebody else.
      </p>
      {signOut.error && (
        <div className="mt-3">
          <ErrorNote error={signOut.error} />
        </div>
      )}
    </Dialog>
  );
}
