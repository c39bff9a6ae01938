import type { Passkey } from '@lateral/contract/passkeys';
import { KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { momentInWords } from '../ui/days.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { showToast } from '../ui/toasts.ts';
import { useRemovePasskey } from './account-queries.ts';
import { PasskeyDialog } from './passkey-dialog.tsx';
import { hasPasskeys } from './passkeys.ts';
import { passkeyErrorWords } from './words.ts';

/** The passkeys of a person: add, rename, remove. */
export function PasskeysCard({ passkeys }: { passkeys: readonly Passkey[] }) {
  const [open, setOpen] = useState<Passkey | 'new' | null>(null);
  return (
    <Card
      title="Passkeys"
      action={
        hasPasskeys() && (
          <Button size="small" icon={Plus} onClick={() => setOpen('new')}>
            Add a passkey
          </Button>
        )
      }
    >
      <p className="mb-3 text-muted">
        Sign in with your finger, your face or the PIN of a device. It is quicker than a mailed link, and
        safer.
      </p>
      {passkeys.length === 0 ? (
        <p>You have no passkey yet.</p>
      ) : (
        <ul className="divide-y divide-line border-t border-line">
          {passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} onRename={() => setOpen(passkey)} />
          ))}
        </ul>
      )}
      {open && <PasskeyDialog {...(open !== 'new' && { passkey: open })} onClose={() => setOpen(null)} />}
    </Card>
  );
}

function PasskeyRow({ passkey, onRename }: { passkey: Passkey; onRename: () => void }) {
  const remove = useRemovePasskey();
  const { id, name, createdAt, usedAt } = passkey;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <KeyRound aria-hidden className="size-5 shrink-0 text-muted" />
      <div className="min-w-0 flex-1 basis-48">
        <p className="font-semibold">{name}</p>
        <p className="text-sm text-muted">
          Added {momentInWords(createdAt)} · {usedAt ? `used ${momentInWords(usedAt)}` : 'not used yet'}
        </p>
      </div>
      <div className="flex gap-2">
        <Button size="small" aria-label={`Rename ${name}`} onClick={onRename}>
          Rename
        </Button>
        <Button
          size="small"
          aria-label={`Remove ${name}`}
          isPending={remove.isPending}
          onClick={() => remove.mutate(id, { onSuccess: () => showToast({ text: `${name} removed` }) })}
        >
          Remove
        </Button>
      </div>
      {remove.error && <ErrorNote error={remove.error} words={passkeyErrorWords} />}
    </li>
  );
}
