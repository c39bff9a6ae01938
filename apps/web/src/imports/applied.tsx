import type { Import } from '@lateral/contract/imports';
import type { ChangeKind } from '@lateral/domain/imports/states';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { Card } from '../ui/card.tsx';
import { momentInWords } from '../ui/days.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { plural } from '../ui/plural.ts';
import { ChangeTabs } from './change-tabs.tsx';
import { sayCounts } from './imports-screen.tsx';
import { UndoPreview } from './undo-preview.tsx';
import { kindWords } from './words.ts';

type Props = { found: Import; tab: ChangeKind | undefined };

/** What an import did, where to go on, and a way back. */
export function Applied({ found, tab }: Props) {
  const { may } = useSession();
  const [isUndoing, setIsUndoing] = useState(false);
  if (isUndoing && found.state === 'applied')
    return <UndoPreview found={found} onClose={() => setIsUndoing(false)} />;
  const { kind, counts, appliedAt, undoneAt, job } = found;
  const unsettled = undoneAt ? 0 : (counts?.unsettled ?? 0);
  const { unchanged: _u, refused: _r, unsettled: _s, ...changes } = counts ?? {};
  const hasChanged = Object.values(changes).some((number) => number > 0);
  const failed = job?.kind === 'undo-import' && job.state === 'failed' ? job.problem : null;
  return (
    <>
      <Card className="mb-5">
        <div className="flex flex-wrap items-center gap-x-6 gap-y-4 pt-1">
          <div className="min-w-0 flex-1 basis-80">
            <h2 className="text-lead">
              {undoneAt ? 'Undone: things are as they were before' : 'Applied: the changes have been made'}
            </h2>
            <p className="mt-1">
              {sayCounts(found)}.{' '}
              {appliedAt && (
                <span className="text-muted">
                  {momentInWords(appliedAt)}
                  {undoneAt && `, undone ${momentInWords(undoneAt)}`}
                </span>
              )}
            </p>
          </div>
          <div className="flex flex-wrap gap-2">
            {unsettled > 0 && (
              <ButtonLink to="/schools" search={{ show: 'unsettled' }} variant="primary">
                Settle {plural(unsettled, kindWords[kind].one)}
              </ButtonLink>
            )}
            {kind === 'people' ? (
              <ButtonLink to="/people">See the people</ButtonLink>
            ) : (
              <ButtonLink to="/schools">See the schools</ButtonLink>
            )}
            {!undoneAt && hasChanged && may('imports.apply') && (
              <Button icon={Undo2} onClick={() => setIsUndoing(true)}>
                Undo this import
              </Button>
            )}
          </div>
        </div>
        {failed && <ErrorNote error={new Error(failed)} words={{ '': failed }} />}
      </Card>
      <ChangeTabs found={found} tab={tab} />
    </>
  );
}
