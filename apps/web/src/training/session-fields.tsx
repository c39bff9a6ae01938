import { DateField } from '../ui/date-field.tsx';
import type { Fault } from '../ui/error-summary.tsx';
import { TextField } from '../ui/text-field.tsx';
import { readTime } from './words.ts';

/** What is typed about a session; a day that cannot be read yet is ''. */
export type Typed = { day: string; startsAt: string; endsAt: string; place: string; places: string };

/** What is typed, as it is sent; null with its faults where something is missing. */
export function readTyped({ day, startsAt, endsAt, place, places }: Typed) {
  const facts = {
    day,
    startsAt: readTime(startsAt) ?? '',
    endsAt: readTime(endsAt) ?? '',
    place: place.trim(),
    places: /^\d{1,3}$/.test(places.trim()) ? Number(places) : 0,
  };
  const gaps: Fault[] = [
    ...(facts.day ? [] : [{ field: 'day', text: 'Enter a date, such as 5/1/27' }]),
    ...(facts.startsAt ? [] : [{ field: 'startsAt', text: 'Enter when it begins, such as 9:30am' }]),
    ...(facts.endsAt ? [] : [{ field: 'endsAt', text: 'Enter when it ends, such as 12:30pm' }]),
    ...(facts.startsAt && facts.endsAt && facts.endsAt <= facts.startsAt
      ? [{ field: 'endsAt', text: 'The end must be after the beginning' }]
      : []),
    ...(facts.place ? [] : [{ field: 'place', text: 'Say where it is' }]),
    ...(facts.places >= 1 && facts.places <= 500
      ? []
      : [{ field: 'places', text: 'Enter how many places there are, from 1 to 500' }]),
  ];
  return { facts, gaps };
}

type Props = { value: Typed; onChange: (part: Partial<Typed>) => void; faults: readonly Fault[] };

/** When, where and for how many. */
export function SessionFields({ value, onChange, faults }: Props) {
  const faultOf = (field: string) => faults.find((fault) => fault.field === field)?.text;
  const text = (field: 'startsAt' | 'endsAt' | 'place' | 'places') => ({
    name: field,
    value: value[field],
    autoComplete: 'off',
    error: faultOf(field),
    onChange: ({ target }: { target: { value: string } }) => onChange({ [field]: target.value }),
  });
  return (
    <>
      <DateField
        name="day"
        label="Day"
        defaultDay={value.day || null}
        onDay={(day) => onChange({ day: day ?? '' })}
        error={faultOf('day')}
      />
      <div className="grid grid-cols-2 gap-4">
        <TextField {...text('startsAt')} label="Begins" hint="For example, 9:30am" />
        <TextField {...text('endsAt')} label="Ends" hint="For example, 12:30pm" />
      </div>
      <TextField {...text('place')} label="Where" hint="Name, town and postcode" />
      <TextField {...text('places')} label="How many places" inputMode="numeric" />
    </>
  );
}
