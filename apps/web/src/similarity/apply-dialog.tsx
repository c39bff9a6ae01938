import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { plural } from '../ui/plural.ts';
import type { Arrangement } from './arrangement.ts';
import { similarityErrorWords } from './words.ts';

type Props = {
  arrangement: Arrangement;
  isPending: boolean;
  error: Error | null;
  onApply: () => void;
  onClose: () => void;
};

/** What would change, school by school, before anything does. */
export function ApplyDialog({
  arrangement: { changes, removed, clusters },
  isPending,
  error,
  onApply,
  onClose,
}: Props) {
  return (
    <Dialog
      title="Make these the clusters"
      size="wide"
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" isPending={isPending} onClick={onApply}>
            Make these the clusters
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      {error && (
        <div className="mb-4">
          <ErrorNote error={error} words={similarityErrorWords} />
        </div>
      )}
      <p>
        {changes.length === 0
          ? 'No school changes cluster.'
          : `${plural(changes.length, 'school changes', 'schools change')} cluster; the others stay where they are.`}{' '}
        It happens at once or not at all, and each school’s history says so. What you chose to count is kept
        with it.
      </p>
      {removed.length > 0 && (
        <p className="mt-2 font-semibold">
          {removed.join(', ')} {removed.length === 1 ? 'is' : 'are'} left without a school, and will be taken
          away.
        </p>
      )}
      {clusters
        .map(({ name }) => ({ name, coming: changes.filter(({ to }) => to === name.trim()) }))
        .filter(({ coming }) => coming.length > 0)
        .map(({ name, coming }) => (
          <section key={name} className="mt-4">
            <h3>
              {plural(coming.length, 'school comes', 'schools come')} into {name}
            </h3>
            <ul className="mt-1 border-t border-line">
              {coming.map(({ school, from }) => (
                <li key={school.id} className="flex flex-wrap gap-x-4 border-b border-line py-1.5">
                  <span className="min-w-0 flex-1 basis-56">{school.name}</span>
                  <span className="text-muted">{from ? `from ${from}` : 'from no cluster'}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </Dialog>
  );
}
