import type { Trainee, TrainingSession } from '@lateral/contract/training';
import { timesInWords } from '@lateral/domain/training/words';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { showToast } from '../ui/toasts.ts';
import { faultsOf, roleName } from '../words.ts';
import { bookableQuery, useBook } from './queries.ts';
import { dayWords, trainingErrorWords, whyNot } from './words.ts';

type Props = { session: TrainingSession; onClose: () => void };

/** Books a place for oneself or a colleague; whoever cannot be booked is shown with the reason. */
export function BookDialog({ session, onClose }: Props) {
  const { me } = useSession();
  const [q, setQ] = useState('');
  const [chosen, setChosen] = useState('');
  const [isBare, setIsBare] = useState(false);
  const people = useQuery(bookableQuery(q));
  const book = useBook(session.id);
  const items = people.data?.items ?? [];
  const [open, closed] = split(session, items, me.personId);
  const isLong = q !== '' || (people.data?.total ?? 0) > 8;
  const faults = isBare
    ? [{ field: 'person', text: 'Choose who is to come' }]
    : faultsOf(book.error, trainingErrorWords);
  const send = () => {
    const person = open.find(({ personId }) => personId === chosen);
    setIsBare(!person);
    if (!person) return;
    book.mutate(person.personId, {
      onSuccess: () => {
        showToast({ text: `${person.name} has a place on ${dayWords(session.day)}` });
        onClose();
      },
    });
  };
  return (
    <Dialog
      title="Book a place"
      onClose={onClose}
      actions={
        <>
          {open.length > 0 && (
            <Button variant="primary" isPending={book.isPending} onClick={send}>
              Book the place
            </Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <div className="grid gap-4">
        <ErrorSummary faults={faults} />
        <p>
          {dayWords(session.day)}, {timesInWords(session)}, {session.place}. They get a mail with an
          invitation for their calendar.
        </p>
        {isLong && (
          <SearchField
            name="person-search"
            label="Find somebody"
            placeholder="Name or school"
            value={q}
            onSearch={setQ}
          />
        )}
        {people.isPending && <Skeleton lines={4} label="Loading people" />}
        {people.error && <ErrorNote error={people.error} onRetry={() => people.refetch()} />}
        {open.length > 0 && (
          <RadioGroup
            name="person"
            legend="Who is to come"
            options={open.map((person) => ({
              value: person.personId,
              label: person.personId === me.personId ? `${person.name} (you)` : person.name,
              hint: `${roleName(person.role)}, ${person.schoolName}`,
            }))}
            value={chosen}
            onChange={setChosen}
            error={faults.find(({ field }) => field === 'person')?.text}
          />
        )}
        {people.data && open.length === 0 && (
          <p>{q ? 'Nobody who can be booked has this name.' : 'Nobody of your school needs this session.'}</p>
        )}
        {closed.length > 0 && (
          <div>
            <h3 className="mb-1 text-base">Cannot be booked</h3>
            <ul className="text-sm text-muted">
              {closed.map((person) => (
                <li key={person.personId}>
                  {person.name}: {whyNot(session, person)}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Dialog>
  );
}

/** Those who can be booked, oneself first, and those who cannot. */
function split(session: TrainingSession, items: readonly Trainee[], self: string): [Trainee[], Trainee[]] {
  const isOpen = (person: Trainee) => whyNot(session, person) === null;
  const open = items.filter(isOpen);
  const mine = open.filter(({ personId }) => personId === self);
  return [
    [...mine, ...open.filter(({ personId }) => personId !== self)],
    items.filter((one) => !isOpen(one)),
  ];
}
