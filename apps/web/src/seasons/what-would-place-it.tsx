import type { Job } from '@lateral/contract/jobs';
import type { Relaxation } from '@lateral/contract/season-reasons';
import { Lightbulb } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { isLooking, useRelaxSchool } from './queries.ts';
import { relaxationWords } from './reason-words.ts';
import { refusalWords } from './words.ts';

type Props = {
  seasonId: string;
  schoolId: string;
  relaxations: readonly Relaxation[] | null;
  job: Job | null;
};

/** The least changes with which the school could be placed, looked for when somebody asks. */
export function WhatWouldPlaceIt({ seasonId, schoolId, relaxations, job }: Props) {
  const ask = useRelaxSchool(seasonId, schoolId);
  const isPending = ask.isPending || isLooking(job);
  return (
    <section aria-label="What would place it" className="mt-5">
      <h3 className="mb-1 font-semibold">What would place it?</h3>
      <div aria-live="polite">
        {isPending && (
          <p className="mb-2 text-muted">Trying one change after another. It may take half a minute.</p>
        )}
        {!isPending && relaxations && <Found relaxations={relaxations} />}
      </div>
      {!isPending && job?.state === 'failed' && <ErrorNote error={new Error(job.problem ?? '')} />}
      {ask.error && <ErrorNote error={ask.error} words={refusalWords} />}
      {(isPending || !relaxations) && (
        <Button icon={Lightbulb} isPending={isPending} onClick={() => ask.mutate()}>
          {isPending ? 'Looking' : 'Find what would place it'}
        </Button>
      )}
    </section>
  );
}

function Found({ relaxations }: { relaxations: readonly Relaxation[] }) {
  if (relaxations.length === 0)
    return <p>No single change that was tried places it without taking a review from another school.</p>;
  return (
    <>
      <p>Each of these alone would do. Nothing has been changed.</p>
      <ul className="mt-2 grid gap-2">
        {relaxations.map(relaxationWords).map(({ title, means }) => (
          <li key={title}>
            <p className="font-semibold">{title}</p>
            <p className="text-sm text-muted">{means}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
