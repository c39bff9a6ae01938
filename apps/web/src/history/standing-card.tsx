import { exportHistory } from '@lateral/contract/history';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Download, ShieldCheck } from 'lucide-react';
import { download } from '../call.ts';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { momentInWords } from '../ui/days.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { standingQuery } from './queries.ts';

/** How far the history is sealed, the key to check it with, and a copy to check. */
export function StandingCard() {
  const { may } = useSession();
  const standing = useQuery(standingQuery);
  const saving = useMutation({ mutationFn: () => download(exportHistory, {}, 'history.json') });
  const { data } = standing;
  return (
    <Card
      title="Is it whole?"
      footer={
        may('history.export') && (
          <div className="grid gap-3">
            <div>
              <Button icon={Download} isPending={saving.isPending} onClick={() => saving.mutate()}>
                Save the whole history
              </Button>
            </div>
            {saving.error && <ErrorNote error={saving.error} />}
          </div>
        )
      }
    >
      {standing.isPending && <Skeleton lines={4} label="Loading how far it is sealed" />}
      {standing.error && <ErrorNote error={standing.error} onRetry={() => standing.refetch()} />}
      {data && (
        <div className="grid gap-3">
          <p className="flex gap-2">
            <ShieldCheck aria-hidden className="mt-0.5 size-5 shrink-0 text-good" />
            <span>
              {data.chained.toLocaleString('en-GB')} entries are sealed, each to the one before it.
              {data.waiting > 0 && ` ${data.waiting.toLocaleString('en-GB')} wait a minute for their place.`}
            </span>
          </p>
          <p className="text-muted">
            {data.checkpoint
              ? `Signed up to ${data.checkpoint.seq.toLocaleString('en-GB')} on ${momentInWords(new Date(data.checkpoint.at))}. It is signed every night.`
              : 'It is signed every night, for the first time tonight.'}
          </p>
          <div>
            <p className="text-sm text-muted">The key to check it with. Keep it somewhere else.</p>
            <p className="font-mono text-sm wrap-anywhere select-all">{data.publicKey}</p>
          </div>
        </div>
      )}
    </Card>
  );
}
