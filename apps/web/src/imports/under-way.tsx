import type { Import } from '@lateral/contract/imports';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { useMoveImport } from './queries.ts';
import { refusalWords, sayStep } from './words.ts';

/** The worker is reading or writing: how far it is, and a way to stop. */
export function UnderWay({ found: { id, state, job } }: { found: Import }) {
  const stop = useMoveImport(id, 'cancel');
  const progress = job?.progress;
  const isStopping = stop.isPending || job?.cancelAsked === true;
  const title =
    state === 'checking'
      ? 'Checking the files'
      : state === 'undoing'
        ? 'Undoing the import'
        : 'Making the changes';
  const said = isStopping ? 'Stopping' : sayStep(progress?.step);
  return (
    <section
      aria-label={title}
      className="max-w-3xl rounded-card border border-line border-l-4 border-l-pen bg-surface px-5 py-4"
    >
      <h2 className="text-lead">{title}</h2>
      <p className="mt-0.5 mb-2 text-muted">{said}</p>
      <ProgressBar label={title} value={progress?.done ?? 0} max={progress?.total ?? 1} text={said} />
      <div className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-3">
        <p className="min-w-0 flex-1 basis-64 text-sm text-muted">
          You can leave this page or close it, and come back.{' '}
          {state === 'checking'
            ? 'Nothing is changed yet.'
            : state === 'undoing'
              ? 'All of it is undone, or nothing.'
              : 'All the changes are made, or none.'}
        </p>
        <Button isPending={isStopping} onClick={() => stop.mutate()}>
          Stop
        </Button>
      </div>
      {stop.error && <ErrorNote error={stop.error} words={refusalWords} />}
    </section>
  );
}
