import { X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { todayInLondon, weekdayLong } from '../ui/days.ts';
import { readDay } from '../ui/read-day.ts';
import { TextField } from '../ui/text-field.tsx';

type Props = {
  name: string;
  label: string;
  hint: string;
  days: readonly string[];
  error: string | undefined;
  /** Why a day cannot stand here, in words; null when it can. */
  refuse: (day: string) => string | null;
  onChange: (days: string[]) => void;
};

/** Days that are typed one by one, however they are written, each to be taken away again. */
export function DayListField({ name, label, hint, days, error, refuse, onChange }: Props) {
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string>();
  const add = () => {
    const day = readDay(text, todayInLondon());
    const why = day ? refuse(day) : 'Write a date, such as 5/1/27 or 5 Jan';
    setFault(why ?? undefined);
    if (!day || why) return document.getElementById(name)?.focus();
    onChange([...new Set([...days, day])].sort());
    setText('');
  };
  return (
    <div>
      <div className="flex flex-wrap items-end gap-2">
        <TextField
          name={name}
          label={label}
          hint={hint}
          error={fault ?? error}
          value={text}
          autoComplete="off"
          className="min-w-48 flex-1"
          onChange={({ target }) => setText(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            add();
          }}
        />
        <Button onClick={add} aria-label={`Add: ${label}`}>
          Add
        </Button>
      </div>
      <ul className="mt-2 flex flex-wrap gap-2 empty:hidden" aria-label={label}>
        {days.map((day) => (
          <Chip
            key={day}
            text={`${weekdayLong(day)} ${day.slice(0, 4)}`}
            onRemove={() => onChange(days.filter((one) => one !== day))}
          />
        ))}
      </ul>
    </div>
  );
}

/** Something that was chosen, and how to take it away. */
export function Chip({ text, onRemove }: { text: string; onRemove: () => void }) {
  return (
    <li className="flex items-center rounded-control border border-control pl-3">
      <span className="min-w-0 py-1.5">{text}</span>
      <button
        type="button"
        aria-label={`Take away ${text}`}
        onClick={onRemove}
        className="grid size-11 shrink-0 place-items-center rounded-control text-muted hover:text-ink desk:size-9"
      >
        <X aria-hidden className="size-4.5" />
      </button>
    </li>
  );
}
