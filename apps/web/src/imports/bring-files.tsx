import type { ImportKind } from '@lateral/domain/imports/states';
import { useNavigate } from '@tanstack/react-router';
import { FileText, X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { FileDrop } from '../ui/file-drop.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { useBringImport } from './queries.ts';
import { refusalWords, sizeInWords } from './words.ts';

const dropWords: Record<ImportKind, string> = {
  register: 'Choose the establishments file and the links file',
  people: 'Choose the people file',
  groups: 'Choose the group links file, and the groups file if you have it',
};

type Props = {
  kind: ImportKind;
  /** The import to add to; a new one when not given. */
  importId?: string;
  label?: string;
};

/** The files of an import: chosen, sent with their progress, and checked. */
export function BringFiles({ kind, importId, label = dropWords[kind] }: Props) {
  const [files, setFiles] = useState<readonly File[]>([]);
  const [shares, setShares] = useState<Readonly<Record<string, number>>>({});
  const [isMissing, setIsMissing] = useState(false);
  const bring = useBringImport();
  const navigate = useNavigate();
  const fault = isMissing ? refusalWords['no-files'] : undefined;

  const add = (given: readonly File[]) => {
    const names = new Set(given.map(({ name }) => name));
    setFiles([...files.filter(({ name }) => !names.has(name)), ...given]);
    setIsMissing(false);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsMissing(files.length === 0);
    if (files.length === 0 || bring.isPending) return;
    setShares({});
    const onProgress = (name: string, share: number) => setShares((now) => ({ ...now, [name]: share }));
    bring.mutate(
      { kind, importId, files, onProgress },
      { onSuccess: ({ id }) => void navigate({ to: '/imports/$importId', params: { importId: id } }) },
    );
  };
  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      <ErrorSummary faults={fault ? [{ field: 'files', text: fault }] : []} />
      <FileDrop
        name="files"
        label={label}
        hint="CSV files. You may choose several."
        error={fault}
        accept=".csv,text/csv"
        isMultiple
        onFiles={add}
      />
      {files.length > 0 && (
        <ul aria-label="Files chosen" className="grid gap-2">
          {files.map((file) => (
            <ChosenFile
              key={file.name}
              file={file}
              share={bring.isPending ? (shares[file.name] ?? 0) : undefined}
              onRemove={() => setFiles(files.filter((other) => other !== file))}
            />
          ))}
        </ul>
      )}
      {bring.error && <ErrorNote error={bring.error} words={refusalWords} />}
      <div>
        <Button type="submit" variant="primary" isPending={bring.isPending}>
          {bring.isPending ? 'Sending the files' : importId ? 'Send and check' : 'Check the files'}
        </Button>
      </div>
    </form>
  );
}

type FileProps = { file: File; share: number | undefined; onRemove: () => void };

function ChosenFile({ file: { name, size }, share, onRemove }: FileProps) {
  return (
    <li className="flex items-center gap-3 rounded-control border border-line px-3 py-2">
      <FileText aria-hidden className="size-5 shrink-0 text-muted" />
      <div className="min-w-0 flex-1">
        <p className="leading-snug break-all">{name}</p>
        <p className="text-sm text-muted">{sizeInWords(size)}</p>
        {share !== undefined && (
          <ProgressBar
            label={`Sending ${name}`}
            value={Math.round(share * 100)}
            max={100}
            text={`${Math.round(share * 100)} per cent sent`}
          />
        )}
      </div>
      {share === undefined && (
        <button
          type="button"
          aria-label={`Take away ${name}`}
          onClick={onRemove}
          className="grid size-11 shrink-0 place-items-center rounded-control text-muted hover:bg-hover hover:text-ink desk:size-9"
        >
          <X aria-hidden className="size-5" />
        </button>
      )}
    </li>
  );
}
