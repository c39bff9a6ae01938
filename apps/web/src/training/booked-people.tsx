import type { TrainingSession } from '@lateral/contract/training';
import { useState } from 'react';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { StatusTag } from '../ui/status-tag.tsx';
import { showToast } from '../ui/toasts.ts';
import { useGiveUp } from './queries.ts';
import { dayWords, trainingErrorWords } from './words.ts';

type Place = TrainingSession['people'][number];

/** Who has booked, as far as one may see them, and a way to give a place up while there is time. */
export function BookedPeople({ session, isOver }: { session: TrainingSession; isOver: boolean }) {
  const { me, may } = useSession();
  const [leaving, setLeaving] = useState<Place | null>(null);
  return (
    <>
      <ul className="border-t border-line">
        {session.people.map((place) => (
          <li
            key={place.personId}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line py-2 last:border-0"
          >
            <span className="min-w-0">
              {place.name}
              {place.personId === me.personId && ' (you)'}
              {place.schoolName && <span className="block text-sm text-muted">{place.schoolName}</span>}
            </span>
            {place.attended !== null && (
              <StatusTag status={place.attended ? 'done' : 'not-started'}>
                {place.attended ? 'Came' : 'Did not come'}
              </StatusTag>
            )}
            {!isOver && may('training.book') && (
              <Button
                size="small"
                aria-label={`Give up the place of ${place.name}`}
                onClick={() => setLeaving(place)}
              >
                Give up
              </Button>
            )}
          </li>
        ))}
      </ul>
      {leaving && <GiveUpDialog session={session} place={leaving} onClose={() => setLeaving(null)} />}
    </>
  );
}

type DialogProps = { session: TrainingSession; place: Place; onClose: () => void };

function GiveUpDialog({ session, place, onClose }: DialogProps) {
  const giveUp = useGiveUp(session.id);
  const send = () =>
    giveUp.mutate(place.personId, {
      onSuccess: () => {
        showToast({ text: `The place of ${place.name} is given up` });
        onClose();
      },
    });
  return (
    <Dialog
      title="Give up this place?"
      onClose={onClose}
      actions={
        <>
          <Button variant="danger" isPending={giveUp.isPending} onClick={send}>
            Give it up
          </Button>
          <Button onClick={onClose}>Keep it</Button>
        </>
      }
    >
      {giveUp.error && <ErrorNote error={giveUp.error} words={trainingErrorWords} />}
      <p>
        {place.name} no longer has a place on {dayWords(session.day)}. They are told by mail, and it is taken
        out of their calendar. Somebody else can book it.
      </p>
    </Dialog>
  );
}
