import type { Import } from '@lateral/contract/imports';
import { Archive } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { useMoveImport } from './queries.ts';
import { refusalWords } from './words.ts';

/** Files that could not be read, each with the reason. */
export function Failed({ found }: { found: Import }) {
  const check = useMoveImport(found.id, 'check');
  return (
    <Card title="We could not read these files" className="max-w-3xl">
      <p className="mb-3">Nothing has been changed. Put the files right, then choose them again.</p>
      {found.faults.length > 0 ? (
        <dl className="grid gap-3">
          {found.faults.map(({ file, fault }) => (
            <div key={file} className="border-l-4 border-risk pl-3">
              <dt className="font-semibold break-all">{file}</dt>
              <dd className="text-risk">{fault}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className="border-l-4 border-risk pl-3 text-risk">
          {found.job?.problem ?? 'Something went wrong on our side. Please try again.'}
        </p>
      )}
      <div className="mt-5 flex flex-wrap gap-2">
        <ButtonLink to="/imports/new" search={{ kind: found.kind }} variant="primary">
          Choose other files
        </ButtonLink>
        {found.faults.length === 0 && (
          <Button isPending={check.isPending} onClick={() => check.mutate()}>
            Check again
          </Button>
        )}
      </div>
      {check.error && <ErrorNote error={check.error} words={refusalWords} />}
    </Card>
  );
}

export function PutAway({ kind }: { kind: Import['kind'] }) {
  return (
    <Card className="max-w-3xl">
      <EmptyState
        icon={Archive}
        title="This import was put away"
        action={
          <ButtonLink to="/imports/new" search={{ kind }}>
            Start a new import
          </ButtonLink>
        }
      >
        None of its changes were made.
      </EmptyState>
    </Card>
  );
}
