import type { ImportKind } from '@lateral/domain/imports/states';
import { useNavigate } from '@tanstack/react-router';
import { Link } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import { BringFiles } from './bring-files.tsx';
import { FileNotes } from './file-notes.tsx';

/** `/imports/new`: what to bring, and its files. */
export function NewImportScreen({ kind }: { kind: ImportKind }) {
  const navigate = useNavigate();
  return (
    <>
      <PageHeader
        title="New import"
        above={<Link to="/imports">Imports</Link>}
        below="Nothing changes until you have seen what the files would do."
      />
      <div className="grid items-start gap-6 desk:grid-cols-[minmax(0,5fr)_minmax(0,4fr)]">
        <div className="grid gap-6 rounded-card border border-line bg-surface p-5">
          <RadioGroup
            name="kind"
            legend="What do you want to import?"
            value={kind}
            onChange={(next) =>
              void navigate({ to: '/imports/new', search: { kind: next as ImportKind }, replace: true })
            }
            options={[
              {
                value: 'register',
                label: 'Schools register',
                hint: 'From Get information about schools (GIAS)',
              },
              {
                value: 'people',
                label: 'People file',
                hint: 'Heads, deputies, leaders and governors of your schools',
              },
              {
                value: 'groups',
                label: 'Groups of schools',
                hint: 'Trusts, federations, sponsors and dioceses, from GIAS',
              },
            ]}
          />
          <BringFiles key={kind} kind={kind} />
        </div>
        <FileNotes kind={kind} />
      </div>
    </>
  );
}
