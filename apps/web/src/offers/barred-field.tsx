import type { Offer } from '@lateral/contract/offers';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Chip } from './day-list-field.tsx';
import type { Draft } from './draft.ts';
import { reviewersQuery } from './queries.ts';

type Barred = Draft['barred'];
type Props = { offer: Offer; barred: Barred; onChange: (barred: Barred) => void };

/** Schools and people who may not review the school, found by name. */
export function BarredField({ offer, barred, onChange }: Props) {
  const [q, setQ] = useState('');
  const found = useQuery(reviewersQuery(offer.season.id, offer.school.id, q));
  const isNew = (some: readonly { id: string }[]) => (one: { id: string }) =>
    !some.some(({ id }) => id === one.id);
  const schools = (found.data?.schools ?? []).filter(isNew(barred.schools));
  const people = (found.data?.people ?? []).filter(isNew(barred.people));
  const hasNone = q !== '' && !found.isPending && schools.length + people.length === 0;
  const remove = (id: string) => (one: { id: string }) => one.id !== id;
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-semibold">Who may not review you (optional)</legend>
      <p className="mb-2 text-sm text-muted">
        A school or a person with whom there is a conflict of interest. Only your school and the broker know.
      </p>
      <ul className="mb-2 flex flex-wrap gap-2 empty:hidden" aria-label="Who may not review you">
        {barred.schools.map(({ id, name }) => (
          <Chip
            key={id}
            text={name}
            onRemove={() => onChange({ ...barred, schools: barred.schools.filter(remove(id)) })}
          />
        ))}
        {barred.people.map(({ id, name }) => (
          <Chip
            key={id}
            text={name}
            onRemove={() => onChange({ ...barred, people: barred.people.filter(remove(id)) })}
          />
        ))}
      </ul>
      <SearchField
        name="barred-search"
        label="Find a school or a person"
        placeholder="Name of a school or a leader"
        value={q}
        onSearch={setQ}
      />
      {found.error && q !== '' && (
        <div className="mt-2">
          <ErrorNote error={found.error} onRetry={() => found.refetch()} />
        </div>
      )}
      <p role="status" className="mt-2 text-sm text-muted empty:hidden">
        {hasNone && 'Nobody here has that name.'}
      </p>
      {q !== '' && (
        <ul className="border-t border-line empty:hidden" aria-label="Found">
          {schools.map(({ id, name }) => (
            <Found
              key={id}
              name={name}
              detail="Nobody of this school"
              onAdd={() => onChange({ ...barred, schools: [...barred.schools, { id, name }] })}
            />
          ))}
          {people.map(({ id, name, schoolName }) => (
            <Found
              key={id}
              name={name}
              detail={schoolName}
              onAdd={() => onChange({ ...barred, people: [...barred.people, { id, name }] })}
            />
          ))}
        </ul>
      )}
    </fieldset>
  );
}

function Found({ name, detail, onAdd }: { name: string; detail: string; onAdd: () => void }) {
  return (
    <li className="flex items-center gap-3 border-b border-line py-2">
      <span className="min-w-0 flex-1">
        {name}
        <span className="block text-sm text-muted">{detail}</span>
      </span>
      <Button size="small" aria-label={`Add ${name}`} onClick={onAdd}>
        Add
      </Button>
    </li>
  );
}
