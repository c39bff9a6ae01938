import { useState } from 'react';
import { longDay, todayInLondon, weekdayLong } from './days.ts';
import { readDay } from './read-day.ts';
import { TextField } from './text-field.tsx';

type Props = {
  name: string;
  label: string;
  hint?: string;
  error?: string | undefined;
  /** `YYYY-MM-DD`. */
  defaultDay?: string | null;
  /** Told the day as `YYYY-MM-DD` as soon as what is typed can be read, and null while it cannot. */
  onDay?: (day: string | null) => void;
  className?: string;
};

/** One box that takes a day however it is written, and says which day it understood. */
export function DateField({ name, label, hint, error, defaultDay, onDay, className = '' }: Props) {
  const [text, setText] = useState(defaultDay ? longDay(defaultDay) : '');
  const day = readDay(text, todayInLondon());
  const example = hint ?? 'For example, 5/1/27 or 5 Jan';
  return (
    <div className={className}>
      <TextField
        name={name}
        label={label}
        hint={example}
        error={error}
        value={text}
        autoComplete="off"
        onChange={({ target }) => {
          setText(target.value);
          onDay?.(readDay(target.value, todayInLondon()));
        }}
        onBlur={() => day && setText(longDay(day))}
      />
      <p aria-live="polite" className="mt-1 min-h-5 text-sm text-muted">
        {day ? `${weekdayLong(day)} ${day.slice(0, 4)}` : text && !error && 'Not a date yet'}
      </p>
    </div>
  );
}
