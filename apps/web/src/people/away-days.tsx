import type { Person } from '@lateral/contract/people';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { todayInLondon } from '../ui/days.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorSummary, type Fault } from '../ui/error-summary.tsx';
import { plural } from '../ui/plural.ts';
import { readDay } from '../ui/read-day.ts';
import { TextArea } from '../ui/text-area.tsx';
import { showToast } from '../ui/toasts.ts';
import { faultsOf } from '../words.ts';
import { useSetAwayDays } from './queries.ts';

/** How many days somebody cannot go out, and the way to change them. */
export function AwayDaysButton({ person }: { person: Person }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        onClick={() => setIsOpen(true)}
        aria-label={`Days away of ${person.name}: ${person.awayDays}`}
      >
        {person.awayDays === 0 ? 'None' : plural(person.awayDays, 'day')}
      </Button>
      {isOpen && <AwayDaysDialog person={person} onClose={() => setIsOpen(false)} />}
    </>
  );
}

/** Each line's day, or the first line that is not one. */
function readDays(text: string): { days: string[] } | { unread: string } {
  const lines = text
    .split(/[\n;]/)
    .map((line) => line.trim())
    .filter(Boolean);
  const days: string[] = [];
  for (const line of lines) {
    const day = readDay(line, todayInLondon());
    if (!day) return { unread: line };
    days.push(day);
  }
  return { days };
}

function AwayDaysDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const [text, setText] = useState('');
  const [fault, setFault] = useState<Fault | null>(null);
  const setDays = useSetAwayDays();
  const save = () => {
    const read = readDays(text);
    if ('unread' in read)
      return setFault({
        field: 'away-days',
        text: `“${read.unread}” is not a date. Write one day on each line`,
      });
    setFault(null);
    setDays.mutate(
      { personId: person.personId, days: read.days },
      {
        onSuccess: ({ days }) => {
          showToast({ text: `${person.name}: ${plural(days.length, 'day')} away` });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title={`Days away of ${person.name}`}
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" isPending={setDays.isPending} onClick={save}>
            Save
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <ErrorSummary faults={fault ? [fault] : faultsOf(setDays.error)} />
      {person.awayDays > 0 && (
        <p className="mb-3">
          {plural(person.awayDays, 'day is', 'days are')} set now. What you write here takes their place.
        </p>
      )}
      <TextArea
        name="away-days"
        label="Days on which they cannot go out to review"
        hint="One day on each line, such as 5/1/27 or 5 Jan. Leave it empty for none."
        rows={6}
        value={text}
        onChange={({ target }) => setText(target.value)}
        error={fault?.text}
      />
    </Dialog>
  );
}
