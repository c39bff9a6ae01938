import type { ApiToken } from '@lateral/contract/tokens';
import { useQuery } from '@tanstack/react-query';
import { KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { mediumDay } from '../ui/days.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { EndTokenDialog } from './end-token-dialog.tsx';
import { MakeTokenDialog } from './make-token-dialog.tsx';
import { tokensQuery } from './queries.ts';
import { scopeWords } from './words.ts';

/** The keys with which the county's other programs read and write here. */
export function TokensCard() {
  const { may } = useSession();
  const list = useQuery({ ...tokensQuery, enabled: may('tokens.read') });
  const [isMaking, setIsMaking] = useState(false);
  if (!may('tokens.read')) return null;
  return (
    <Card
      title="Other programs"
      action={
        may('tokens.make') && (
          <Button size="small" icon={Plus} onClick={() => setIsMaking(true)}>
            Make a token
          </Button>
        )
      }
    >
      <p className="mb-3 text-muted">
        A token lets another program, such as the county’s own website, read or change what you choose here,
        until the day you say. Whoever has it can do that, so keep it as you would keep a password.{' '}
        <a href="/docs" className="text-pen underline underline-offset-4">
          What programs can ask for
        </a>
      </p>
      {list.isPending && <Skeleton lines={2} label="Loading tokens" />}
      {list.error && <ErrorNote error={list.error} onRetry={() => list.refetch()} />}
      {list.data?.items.length === 0 && <p>No other program may do anything here.</p>}
      {(list.data?.items.length ?? 0) > 0 && (
        <ul className="divide-y divide-line border-t border-line">
          {list.data?.items.map((token) => (
            <TokenRow key={token.id} token={token} />
          ))}
        </ul>
      )}
      {isMaking && <MakeTokenDialog onClose={() => setIsMaking(false)} />}
    </Card>
  );
}

const dayOf = (at: Date) => mediumDay(at.toISOString().slice(0, 10));

function TokenRow({ token }: { token: ApiToken }) {
  const [isEnding, setIsEnding] = useState(false);
  const { name, owner, scopes, expiresAt, usedAt } = token;
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 py-3">
      <KeyRound aria-hidden className="mt-0.5 size-5 shrink-0 text-muted" />
      <div className="min-w-0 flex-1 basis-48">
        <p className="font-semibold break-words">{name}</p>
        <p className="text-sm text-muted">
          Made by {owner.name}, works until {dayOf(expiresAt)},{' '}
          {usedAt ? `last used on ${dayOf(usedAt)}` : 'never used'}
        </p>
        <ul className="mt-1 list-disc pl-5 text-sm">
          {scopes.map((scope) => (
            <li key={scope}>{scopeWords[scope]}</li>
          ))}
        </ul>
      </div>
      <Button size="small" aria-label={`Take back ${name}`} onClick={() => setIsEnding(true)}>
        Take back
      </Button>
      {isEnding && <EndTokenDialog token={token} onClose={() => setIsEnding(false)} />}
    </li>
  );
}
