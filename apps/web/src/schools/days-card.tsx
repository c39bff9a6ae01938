import type { School } from '@lateral/contract/schools';
import { type SchoolDayKind, schoolDayKinds } from '@lateral/domain/calendars/days';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { DateField } from '../ui/date-field.tsx';
import { shortDay, weekdayLong } from '../ui/days.ts';
import { ErrorSummary, type Fault } from '../ui/error-summary.tsx';
import { Select } from '../ui/select.tsx';
import { showToast } from '../ui/toasts.ts';
import { faultsOf } from '../words.ts';
import { useSetSchoolDays } from './change-queries.ts';
import { dayKindWords } from './words.ts';

type Days = { day: string; kind: SchoolDayKind }[];
const kindOptions = schoolDayKinds.map((kind) => ({ value: kind, label: dayKindWords[kind] }));

/** The days on which a school cannot host a review. Each change is saved at once and can be undone. */
export function DaysCard({ school }: { school: School }) {
  const days = school.days as Days;
  const [day, setDay] = useState<string | null>(null);
  const [kind, setKind] = useState<SchoolDayKind>('inset');
  const [fault, setFault] = useState<Fault | null>(null);
  const setDays = useSetSchoolDays(school.id);
  const save = (next: Days, text: string) =>
    setDays.mutate(next, { onSuccess: () => showToast({ text, undo: () => setDays.mutate(days) }) });

  const add = () => {
    if (!day) return setFault({ field: 'school-day', text: 'Enter a date, such as 5/1/27' });
    if (days.some((one) => one.day === day))
      return setFault({ field: 'school-day', text: 'This day is there already' });
    setFault(null);
    save(
      [...days, { day, kind }].toSorted((a, b) => a.day.localeCompare(b.day)),
      `${shortDay(day)} added`,
    );
  };
  return (
    <Card title="Days when it cannot host">
      <ErrorSummary faults={fault ? [fault] : faultsOf(setDays.error)} />
      {days.length === 0 && <p className="mb-3 text-muted">Every school day is free.</p>}
      <ul
        className="mb-4 max-h-72 overflow-y-auto"
        tabIndex={days.length > 6 ? 0 : undefined}
        aria-label="Days"
      >
        {days.map((one) => (
          <li key={one.day} className="flex items-center gap-3 border-b border-line py-1 last:border-0">
            <span className="flex-1">
              {weekdayLong(one.day)} {one.day.slice(0, 4)}
              <span className="block text-sm text-muted">{dayKindWords[one.kind]}</span>
            </span>
            <button
              type="button"
              aria-label={`Take away ${weekdayLong(one.day)}`}
              onClick={() =>
                save(
                  days.filter(({ day }) => day !== one.day),
                  `${shortDay(one.day)} taken away`,
                )
              }
              data-screen-only
              className="grid size-11 place-items-center rounded-control text-muted hover:bg-hover hover:text-ink desk:size-9"
            >
              <X aria-hidden className="size-4.5" />
            </button>
          </li>
        ))}
      </ul>
      <div data-screen-only className="grid gap-2">
        <DateField name="school-day" label="Another day" onDay={setDay} error={fault?.text} />
        <Select
          name="day-kind"
          label="Why"
          options={kindOptions}
          value={kind}
          onChange={(value) => setKind(value as SchoolDayKind)}
        />
        <div className="pt-1">
          <Button icon={Plus} isPending={setDays.isPending} onClick={add}>
            Add the day
          </Button>
        </div>
      </div>
    </Card>
  );
}
