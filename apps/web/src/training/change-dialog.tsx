import type { TrainingSession } from '@lateral/contract/training';
import { timeInWords } from '@lateral/domain/training/words';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { longDay } from '../ui/days.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorSummary, type Fault } from '../ui/error-summary.tsx';
import { MergeChoices } from '../ui/merge-choices.tsx';
import { plural } from '../ui/plural.ts';
import { showToast } from '../ui/toasts.ts';
import { useVersionedSave } from '../versioned-save.ts';
import { faultsOf } from '../words.ts';
import { fetchSession, useChangeSession } from './queries.ts';
import { readTyped, SessionFields, type Typed } from './session-fields.tsx';
import { sessionFaultWords, trainingErrorWords } from './words.ts';

type Facts = Pick<TrainingSession, 'day' | 'startsAt' | 'endsAt' | 'place' | 'places'>;
const pick = ({ day, startsAt, endsAt, place, places }: TrainingSession): Facts => ({
  day,
  startsAt,
  endsAt,
  place,
  places,
});
const typedOf = ({ day, startsAt, endsAt, place, places }: Facts): Typed => ({
  day,
  startsAt: timeInWords(startsAt),
  endsAt: timeInWords(endsAt),
  place,
  places: String(places),
});
const labels: Record<keyof Facts, string> = {
  day: 'Day',
  startsAt: 'Begins',
  endsAt: 'Ends',
  place: 'Where',
  places: 'How many places',
};
const shown = (facts: Facts, field: keyof Facts) =>
  field === 'day' ? longDay(facts.day) : typedOf(facts)[field];

type Props = { session: TrainingSession; onClose: () => void };

/** Changes a session. Whoever has booked is told of another day, time or place; what two people change is brought together. */
export function ChangeDialog({ session, onClose }: Props) {
  const formId = useId();
  const [value, setValue] = useState(() => typedOf(session));
  const [gaps, setGaps] = useState<Fault[]>([]);
  const change = useChangeSession(session.id);
  const { clash, save, settle, dropClash } = useVersionedSave<Facts, TrainingSession>({
    saved: session,
    pick,
    send: (facts, version) => change.mutateAsync({ ...facts, version }),
    refetch: () => fetchSession(session.id),
    onSaved: () => {
      showToast({ text: 'The session is changed' });
      onClose();
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (change.isPending) return;
    const { facts, gaps: found } = readTyped(value);
    setGaps(found);
    if (found.length === 0) void save(facts).catch(() => false);
  };
  const isRefused = change.error !== null && !clash;
  const faults =
    gaps.length > 0
      ? gaps
      : isRefused
        ? faultsOf(change.error, { ...trainingErrorWords, ...sessionFaultWords })
        : [];
  if (clash) {
    const { theirs, merged } = clash;
    return (
      <Dialog title="Change the session" onClose={onClose}>
        <MergeChoices
          fields={merged.conflicts.map((field) => ({
            field,
            label: labels[field],
            mine: shown(merged.value, field),
            theirs: shown(pick(theirs), field),
          }))}
          who={null}
          taken={[]}
          isPending={change.isPending}
          onSave={(choices) => void settle(choices).catch(() => false)}
          onLeave={() => {
            setValue(typedOf(theirs));
            dropClash();
            onClose();
          }}
        />
      </Dialog>
    );
  }
  return (
    <Dialog
      title="Change the session"
      onClose={onClose}
      actions={
        <>
          <Button type="submit" form={formId} variant="primary" isPending={change.isPending}>
            Save
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={send} className="grid gap-4">
        <ErrorSummary faults={faults} />
        {session.booked > 0 && (
          <p>
            {plural(session.booked, 'person has', 'people have')} booked. They are told of another day, time
            or place, and keep their places.
          </p>
        )}
        <SessionFields value={value} faults={faults} onChange={(part) => setValue({ ...value, ...part })} />
      </form>
    </Dialog>
  );
}
