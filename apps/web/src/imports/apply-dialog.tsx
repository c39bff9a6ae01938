import type { Import } from '@lateral/contract/imports';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { useMoveImport } from './queries.ts';
import { changeWords, kindWords, refusalWords, tabOrder } from './words.ts';

/** The last question before an import changes anything. */
export function ApplyDialog({ found, onClose }: { found: Import; onClose: () => void }) {
  const apply = useMoveImport(found.id, 'apply');
  const { counts, kind } = found;
  return (
    <Dialog
      title="Apply these changes?"
      onClose={onClose}
      actions={
        <>
          <Button
            variant="primary"
            isPending={apply.isPending}
            onClick={() => apply.mutate(undefined, { onSuccess: onClose })}
          >
            Apply the changes
          </Button>
          <Button onClick={onClose}>Go back</Button>
        </>
      }
    >
      <p className="mb-3">
        This changes the {kindWords[kind].records} of your partnership, all at once or not at all.
      </p>
      <dl className="grid gap-1.5">
        {tabOrder
          .filter((one) => counts && counts[one] > 0)
          .map((one) => (
            <div key={one} className="flex justify-between gap-4 border-b border-line pb-1.5 last:border-0">
              <dt>{changeWords[one].tab}</dt>
              <dd className="font-semibold">{counts?.[one].toLocaleString('en-GB')}</dd>
            </div>
          ))}
      </dl>
      {counts && counts.refused > 0 && (
        <p className="mt-3 text-waiting">Rows that were refused are left out. The others go in.</p>
      )}
      {apply.error && (
        <div className="mt-3">
          <ErrorNote error={apply.error} words={refusalWords} />
        </div>
      )}
    </Dialog>
  );
}
