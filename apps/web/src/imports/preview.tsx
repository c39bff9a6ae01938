import type { Import } from '@lateral/contract/imports';
import type { ChangeKind } from '@lateral/domain/imports/states';
import { useState } from 'react';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { showToast } from '../ui/toasts.ts';
import { ApplyDialog } from './apply-dialog.tsx';
import { ChangeTabs } from './change-tabs.tsx';
import { sayCounts } from './imports-screen.tsx';
import { useMoveImport } from './queries.ts';
import { kindWords, refusalWords } from './words.ts';

type Props = { found: Import; tab: ChangeKind | undefined };

/** What an import would do, before anything is changed. */
export function Preview({ found, tab }: Props) {
  const { may } = useSession();
  const [isAsking, setIsAsking] = useState(false);
  const check = useMoveImport(found.id, 'check');
  const discard = useMoveImport(found.id, 'discard');
  const { counts, kind, job } = found;
  const unchanged = counts?.unchanged ?? 0;
  const stale = job?.kind === 'apply-import' && job.state === 'failed' ? job.problem : null;
  const putAway = () =>
    discard.mutate(undefined, { onSuccess: () => showToast({ text: 'The import was put away.' }) });
  return (
    <>
      <Card className="mb-5">
        <div className="flex flex-wrap items-center gap-x-6 gap-y-4 pt-1">
          <div className="min-w-0 flex-1 basis-80">
            <h2 className="text-lead">Nothing has changed yet. This is what would.</h2>
            <p className="mt-1">
              {sayCounts(found)}.{' '}
              {unchanged > 0 && (
                <span className="text-muted">
                  {unchanged.toLocaleString('en-GB')}{' '}
                  {unchanged === 1 ? kindWords[kind].one : kindWords[kind].records}{' '}
                  {unchanged === 1 ? 'is' : 'are'} as we hold {unchanged === 1 ? 'it' : 'them'}.
                </span>
              )}
            </p>
          </div>
          <div className="flex flex-wrap gap-2">
            {may('imports.apply') && !stale && (
              <Button variant="primary" onClick={() => setIsAsking(true)}>
                Apply these changes
              </Button>
            )}
            {stale && (
              <Button variant="primary" isPending={check.isPending} onClick={() => check.mutate()}>
                Check again
              </Button>
            )}
            <Button isPending={discard.isPending} onClick={putAway}>
              Discard
            </Button>
          </div>
        </div>
        {stale && (
          <div className="mt-4">
            <ErrorNote error={new Error(stale)} words={{ '': stale }} />
          </div>
        )}
        {discard.error && <ErrorNote error={discard.error} words={refusalWords} />}
        {check.error && <ErrorNote error={check.error} words={refusalWords} />}
      </Card>
      <ChangeTabs found={found} tab={tab} />
      {isAsking && <ApplyDialog found={found} onClose={() => setIsAsking(false)} />}
    </>
  );
}
