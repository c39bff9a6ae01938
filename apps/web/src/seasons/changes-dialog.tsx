import type { SeasonChange, SeasonChanges } from '@lateral/contract/season-publishing';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { plural } from '../ui/plural.ts';
import { StatusTag } from '../ui/status-tag.tsx';
import { changeWords, publishRefusals, toldWords } from './change-words.ts';

type Props = {
  changes: SeasonChanges;
  error: Error | null;
  isPending: boolean;
  onPublish: () => void;
  onClose: () => void;
};

/** What publishing changes, school by school, and exactly who is told what. */
export function ChangesDialog({ changes: { changes, people }, error, isPending, onPublish, onClose }: Props) {
  return (
    <Dialog
      title={`Publish ${plural(changes.length, 'change')}`}
      size="wide"
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" isPending={isPending} onClick={onPublish}>
            Publish and tell {plural(people, 'person', 'people')}
          </Button>
          <Button onClick={onClose}>Not yet</Button>
        </>
      }
    >
      {error && (
        <div className="mb-4">
          <ErrorNote error={error} words={publishRefusals} />
        </div>
      )}
      <p className="mb-3 text-muted">
        Each person gets a mail for each of their own reviews, with an entry for their calendar, and nothing
        about anybody else’s. Whoever joins a team is asked to say yes or no.
      </p>
      <ul className="border-t border-line">
        {changes.map((change) => (
          <Change key={change.schoolId} change={change} />
        ))}
      </ul>
    </Dialog>
  );
}

function Change({ change }: { change: SeasonChange }) {
  const isUntold = !change.told.some(({ part }) => part === 'host');
  return (
    <li className="border-b border-line py-3 last:border-b-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="font-semibold">{change.schoolName}</h3>
        <p className="text-sm text-muted">{changeWords(change)}</p>
      </div>
      <p className="mt-1 flex flex-wrap gap-2 empty:hidden">
        {change.empty > 0 && (
          <StatusTag status="problem">{plural(change.empty, 'seat')} still empty</StatusTag>
        )}
        {isUntold && <StatusTag status="problem">Nobody at the school has an address</StatusTag>}
      </p>
      <ul className="mt-1 grid gap-x-6 text-sm sm:grid-cols-2">
        {change.told.map((told) => (
          <li key={`${told.personId} ${told.part}`} className="py-0.5">
            <span className="font-semibold">{told.name}</span> {toldWords(told)}
          </li>
        ))}
      </ul>
    </li>
  );
}
