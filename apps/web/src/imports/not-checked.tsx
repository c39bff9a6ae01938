import type { Import } from '@lateral/contract/imports';
import { FileText, X } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { BringFiles } from './bring-files.tsx';
import { useMoveImport, useRemoveFile } from './queries.ts';
import { refusalWords, sizeInWords } from './words.ts';

/** Files were sent and not checked: the check was stopped, or the page was left too early. They can be changed here. */
export function NotChecked({ found }: { found: Import }) {
  const { id, kind, files, job } = found;
  const check = useMoveImport(id, 'check');
  const remove = useRemoveFile(id);
  const wasStopped = job?.kind === 'check-import' && job.state === 'cancelled';
  const error = check.error ?? remove.error;
  return (
    <div className="grid max-w-3xl gap-5">
      <Card title={wasStopped ? 'The check was stopped' : 'These files have not been checked'}>
        <p className="mb-3">
          {files.length === 0
            ? 'There is no file in this import yet. Choose one below.'
            : 'Nothing has been changed. Check the files as they are, or change them first.'}
        </p>
        <ul aria-label="Files of this import" className="grid gap-2">
          {files.map(({ name, size }) => (
            <li
              key={name}
              className="flex items-center gap-3 rounded-control border border-line py-2 pr-1 pl-3"
            >
              <FileText aria-hidden className="size-5 shrink-0 text-muted" />
              <span className="min-w-0 flex-1">
                <span className="block leading-snug break-all">{name}</span>
                <span className="text-sm text-muted">{sizeInWords(size)}</span>
              </span>
              <button
                type="button"
                aria-label={`Take away ${name}`}
                disabled={remove.isPending}
                onClick={() => remove.mutate(name)}
                className="grid size-11 shrink-0 place-items-center rounded-control text-muted hover:bg-hover hover:text-ink desk:size-9"
              >
                <X aria-hidden className="size-5" />
              </button>
            </li>
          ))}
        </ul>
        {files.length > 0 && (
          <Button
            variant="primary"
            isPending={check.isPending}
            onClick={() => check.mutate()}
            className="mt-4"
          >
            Check these files
          </Button>
        )}
        {error && <ErrorNote error={error} words={refusalWords} />}
      </Card>
      <Card title="Add or replace files">
        <BringFiles
          kind={kind}
          importId={id}
          label="Choose more files; one of the same name replaces the one above"
        />
      </Card>
    </div>
  );
}
