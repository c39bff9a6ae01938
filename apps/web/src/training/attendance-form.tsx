import type { TrainingSession } from '@lateral/contract/training';
import { type FormEvent, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { plural } from '../ui/plural.ts';
import { showToast } from '../ui/toasts.ts';
import { useAttendance } from './queries.ts';
import { trainingErrorWords } from './words.ts';

/** Ticks for who came, all saved in one go. Coming is what trains them. */
export function AttendanceForm({ session }: { session: TrainingSession }) {
  const [came, setCame] = useState(
    () => new Set(session.people.filter(({ attended }) => attended).map(({ personId }) => personId)),
  );
  const record = useAttendance(session.id);
  const toggle = (personId: string, isIn: boolean) => {
    const next = new Set(came);
    if (isIn) next.add(personId);
    else next.delete(personId);
    setCame(next);
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (record.isPending) return;
    const people = session.people.map(({ personId }) => ({ personId, attended: came.has(personId) }));
    record.mutate(people, {
      onSuccess: () => showToast({ text: `Saved: ${plural(came.size, 'person', 'people')} came` }),
    });
  };
  const isAll = came.size === session.people.length;
  return (
    <form noValidate onSubmit={send} aria-label="Who came" className="grid gap-3">
      {record.error && <ErrorNote error={record.error} words={trainingErrorWords} />}
      <fieldset className="min-w-0">
        <legend className="mb-1 font-semibold">Who came?</legend>
        <ul>
          {session.people.map(({ personId, name, schoolName }) => (
            <li key={personId} className="border-b border-line py-0.5 last:border-0">
              <Checkbox
                label={name}
                hint={schoolName}
                checked={came.has(personId)}
                onChange={({ target }) => toggle(personId, target.checked)}
              />
            </li>
          ))}
        </ul>
      </fieldset>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" isPending={record.isPending}>
          Save who came
        </Button>
        {!isAll && (
          <Button onClick={() => setCame(new Set(session.people.map(({ personId }) => personId)))}>
            Tick everybody
          </Button>
        )}
      </div>
    </form>
  );
}
