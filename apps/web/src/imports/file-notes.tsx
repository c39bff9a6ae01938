import type { ImportKind } from '@lateral/domain/imports/states';
import { Download } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { saveFile, toCsv } from '../ui/save-file.ts';
import { sampleColumns, sampleName, sampleRows } from './words.ts';

/** What the files should be, and where they come from. */
export function FileNotes({ kind }: { kind: ImportKind }) {
  if (kind === 'groups') return <GroupNotes />;
  return kind === 'register' ? <RegisterNotes /> : <PeopleNotes />;
}

function GroupNotes() {
  return (
    <Card title="Which files to bring">
      <ol className="grid list-decimal gap-2 pl-5">
        <li>Import the schools register first: only groups of your schools are taken.</li>
        <li>
          From the Downloads page of Get information about schools, save the <strong>group links file</strong>
          . It says which school is in which trust, federation, sponsor or diocese, and since when.
        </li>
        <li>
          You may add the <strong>groups file</strong>. It says when groups opened and closed.
        </li>
      </ol>
      <p className="mt-4 text-muted">
        A school is in one trust at a time: when it joins another, it has left the first.
      </p>
    </Card>
  );
}

function RegisterNotes() {
  return (
    <Card title="Which files to bring">
      <ol className="grid list-decimal gap-2 pl-5">
        <li>
          Open the Downloads page of{' '}
          <a
            href="https://get-information-schools.service.gov.uk/Downloads"
            target="_blank"
            rel="noreferrer"
            className="text-pen underline underline-offset-3"
          >
            Get information about schools (opens in a new tab)
          </a>
          .
        </li>
        <li>
          Save the <strong>establishments file</strong>. It lists the schools.
        </li>
        <li>
          Save the <strong>links file</strong>. It says which school became which, so that a school keeps its
          place when it turns into an academy.
        </li>
      </ol>
      <p className="mt-4">
        Bring both together, whole or cut down to your area. We take your local authority’s schools and pass
        over the rest.
      </p>
      <p className="mt-2 text-muted">CSV, up to 250 MB for each file.</p>
    </Card>
  );
}

function PeopleNotes() {
  return (
    <Card title="What the file should hold">
      <p className="mb-3">
        One row for each role: a person with roles in two schools has two rows. Columns may be in any order.
      </p>
      <dl className="grid gap-2.5">
        {sampleColumns.map(({ name, says }) => (
          <div key={name}>
            <dt className="font-semibold">{name}</dt>
            <dd className="text-muted">{says}</dd>
          </div>
        ))}
      </dl>
      <Button icon={Download} onClick={() => saveFile(sampleName, toCsv(sampleRows))} className="mt-4">
        Save a sample file
      </Button>
    </Card>
  );
}
