import { X } from 'lucide-react';
import { DateField } from '../ui/date-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { Closure, Term } from './queries.ts';

type Shared = { place: number; faultOf: (field: string) => string | undefined; onRemove: () => void };

export function TermRow({
  term,
  place,
  faultOf,
  onChange,
  onRemove,
}: Shared & { term: Term; onChange: (part: Partial<Term>) => void }) {
  const at = `terms-${place}`;
  const number = place + 1;
  return (
    <div className="grid items-start gap-x-4 gap-y-2 border-b border-line py-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_minmax(0,1fr)_auto]">
      <TextField
        name={`${at}-name`}
        label={`Name of term ${number}`}
        hint="For example, Autumn 1"
        value={term.name}
        onChange={({ target }) => onChange({ name: target.value })}
        error={faultOf(`${at}-name`)}
      />
      <DateField
        name={`${at}-start`}
        label={`Term ${number} starts`}
        defaultDay={term.start || null}
        onDay={(day) => onChange({ start: day ?? '' })}
        error={faultOf(`${at}-start`)}
      />
      <DateField
        name={`${at}-end`}
        label={`Term ${number} ends`}
        defaultDay={term.end || null}
        onDay={(day) => onChange({ end: day ?? '' })}
        error={faultOf(`${at}-end`)}
      />
      <Remove label={`Take away ${term.name || `term ${number}`}`} onRemove={onRemove} />
    </div>
  );
}

export function ClosureRow({
  closure,
  place,
  faultOf,
  onChange,
  onRemove,
}: Shared & { closure: Closure; onChange: (part: Partial<Closure>) => void }) {
  const at = `closures-${place}`;
  const number = place + 1;
  return (
    <div className="grid items-start gap-x-4 gap-y-2 border-b border-line py-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]">
      <DateField
        name={`${at}-day`}
        label={`Closed day ${number}`}
        defaultDay={closure.day || null}
        onDay={(day) => onChange({ day: day ?? '' })}
        error={faultOf(`${at}-day`)}
      />
      <TextField
        name={`${at}-name`}
        label={`Why day ${number} is closed`}
        hint="For example, a bank holiday"
        value={closure.name}
        onChange={({ target }) => onChange({ name: target.value })}
        error={faultOf(`${at}-name`)}
      />
      <Remove label={`Take away ${closure.name || `closed day ${number}`}`} onRemove={onRemove} />
    </div>
  );
}

const Remove = ({ label, onRemove }: { label: string; onRemove: () => void }) => (
  <button
    type="button"
    aria-label={label}
    onClick={onRemove}
    className="grid size-11 place-items-center rounded-control text-muted hover:bg-hover hover:text-ink sm:mt-13"
  >
    <X aria-hidden className="size-4.5" />
  </button>
);
