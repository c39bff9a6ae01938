import { exportSession, type TrainingSession } from '@lateral/contract/training';
import { dayInLondon } from '@lateral/domain/calendars/london';
import { hasBegun } from '@lateral/domain/training/sessions';
import { timesInWords, trainingNames } from '@lateral/domain/training/words';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { download } from '../call.ts';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { plural } from '../ui/plural.ts';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { StatusTag } from '../ui/status-tag.tsx';
import { AttendanceForm } from './attendance-form.tsx';
import { BookDialog } from './book-dialog.tsx';
import { BookedPeople } from './booked-people.tsx';
import { CallOffDialog } from './call-off-dialog.tsx';
import { ChangeDialog } from './change-dialog.tsx';
import { dayWords, placesWords } from './words.ts';

type Asking = 'book' | 'change' | 'call-off';

/** One session: when and where, who of one's own has a place, and what can be done about it. */
export function SessionCard({ session }: { session: TrainingSession }) {
  const { may } = useSession();
  const [asking, setAsking] = useState<Asking | null>(null);
  const now = new Date();
  const isOff = session.calledOffAt !== null;
  const isOver = isOff || hasBegun(session, now);
  const isToTick =
    may('training.run') && !isOff && session.day <= dayInLondon(now) && session.people.length > 0;
  const isFull = session.booked >= session.places;
  const close = () => setAsking(null);
  return (
    <article
      aria-label={`${trainingNames[session.kind]}, ${dayWords(session.day)}`}
      className="min-w-0 rounded-card border border-line bg-surface px-5 py-4"
    >
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <p className="text-sm text-muted">{trainingNames[session.kind]}</p>
          <h3 className="text-lead">{dayWords(session.day)}</h3>
          <p>
            {timesInWords(session)}, {session.place}
          </p>
        </div>
        {isOff ? (
          <StatusTag status="problem">Called off</StatusTag>
        ) : (
          !isOver && <StatusTag status={isFull ? 'waiting' : 'not-started'}>{placesWords(session)}</StatusTag>
        )}
      </div>
      {!isOff && may('training.run') && (
        <div className="mt-3 max-w-sm">
          <p className="mb-1 text-sm text-muted">
            {session.booked} of {plural(session.places, 'place')} booked
          </p>
          <ProgressBar label="Places booked" value={session.booked} max={session.places} />
        </div>
      )}
      {session.people.length > 0 && (
        <div className="mt-3">
          {isToTick ? (
            <AttendanceForm key={JSON.stringify(session.people)} session={session} />
          ) : (
            <details open={!may('training.run')}>
              <summary className="min-h-11 cursor-pointer py-2.5 font-semibold desk:min-h-9 desk:py-1.5">
                {may('training.run') ? 'Who is booked' : 'Places of your school'}: {session.people.length}
              </summary>
              <BookedPeople session={session} isOver={isOver} />
            </details>
          )}
        </div>
      )}
      <Actions session={session} isOver={isOver} isFull={isFull} onAsk={setAsking} />
      {asking === 'book' && <BookDialog session={session} onClose={close} />}
      {asking === 'change' && <ChangeDialog session={session} onClose={close} />}
      {asking === 'call-off' && <CallOffDialog session={session} onClose={close} />}
    </article>
  );
}

type ActionProps = {
  session: TrainingSession;
  isOver: boolean;
  isFull: boolean;
  onAsk: (what: Asking) => void;
};

function Actions({ session, isOver, isFull, onAsk }: ActionProps) {
  const { may } = useSession();
  const mayRun = may('training.run');
  const exporting = useMutation({
    mutationFn: () =>
      download(exportSession, { params: { sessionId: session.id } }, `training-${session.day}.csv`),
  });
  const mayBook = !isOver && !isFull && may('training.book');
  if (!mayBook && !mayRun) return null;
  return (
    <div data-screen-only className="mt-3 flex flex-wrap gap-2">
      {exporting.error && <ErrorNote error={exporting.error} />}
      {mayBook && (
        <Button
          variant={mayRun ? 'secondary' : 'primary'}
          className="max-sm:flex-1"
          onClick={() => onAsk('book')}
        >
          Book a place
        </Button>
      )}
      {mayRun && !isOver && <Button onClick={() => onAsk('change')}>Change</Button>}
      {mayRun && session.booked > 0 && (
        <Button isPending={exporting.isPending} onClick={() => exporting.mutate()}>
          Save list as CSV
        </Button>
      )}
      {mayRun && !isOver && <Button onClick={() => onAsk('call-off')}>Call off</Button>}
    </div>
  );
}
