import { getMarkedFile, type Import } from '@lateral/contract/imports';
import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { download } from '../call.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { plural } from '../ui/plural.ts';
import { refusalWords } from './words.ts';

type File = Import['files'][number];

/** The files that have rows to put right, each to be had back with what is wrong said beside every row. */
export function MarkedFiles({ found: { id, files } }: { found: Import }) {
  const faulty = files.filter(({ refused, isKept }) => refused > 0 && isKept);
  if (faulty.length === 0) return null;
  return (
    <Card title="Put them right in your own file" className="mb-4">
      <p className="max-w-3xl">
        Save your file with two more columns at the end: the row it was, and what is wrong with it. Put those
        rows right and bring the file again. Leave our columns in: we pass over them.
      </p>
      <ul className="mt-3 grid gap-3">
        {faulty.map((file) => (
          <MarkedFile key={file.name} importId={id} file={file} />
        ))}
      </ul>
    </Card>
  );
}

function MarkedFile({ importId, file: { name, refused } }: { importId: string; file: File }) {
  const save = useMutation({
    mutationFn: (rows: 'refused' | 'all') =>
      download(
        getMarkedFile,
        { params: { importId, name }, querystring: { rows } },
        name.replace(/(\.\w+)?$/, ' to put right.csv'),
      ),
  });
  const isSaving = (rows: 'refused' | 'all') => save.isPending && save.variables === rows;
  return (
    <li>
      <p className="mb-2 wrap-anywhere">
        <span className="font-semibold">{name}</span>{' '}
        <span className="text-muted">{plural(refused, 'row')} to put right</span>
      </p>
      <div className="flex flex-wrap gap-2">
        <Button
          icon={Download}
          aria-label={`Save only the rows with errors of ${name}`}
          isPending={isSaving('refused')}
          onClick={() => save.mutate('refused')}
        >
          Only rows with errors
        </Button>
        <Button
          icon={Download}
          aria-label={`Save all rows of ${name}`}
          isPending={isSaving('all')}
          onClick={() => save.mutate('all')}
        >
          All rows
        </Button>
      </div>
      {save.error && <ErrorNote error={save.error} words={refusalWords} />}
    </li>
  );
}
