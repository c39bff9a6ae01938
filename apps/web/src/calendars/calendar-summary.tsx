import { isSchoolDay } from '@lateral/domain/calendars/weeks';
import { CalendarDays } from 'lucide-react';
import { Card } from '../ui/card.tsx';
import { longDay, mediumDay, shortDay } from '../ui/days.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { plural } from '../ui/plural.ts';
import type { Calendar } from './queries.ts';
import { yearName } from './words.ts';

function countSchoolDays({ year, terms, closures }: Calendar) {
  const closed = new Set(closures.map(({ day }) => day));
  let days = 0;
  for (let at = Date.UTC(year, 7, 25); at <= Date.UTC(year + 1, 7, 31); at += 86_400_000) {
    if (isSchoolDay(new Date(at).toISOString().slice(0, 10), terms, closed)) days++;
  }
  return days;
}

/** The year as it stands, in words and by its weeks. */
export function CalendarSummary({ calendar }: { calendar: Calendar }) {
  const { year, terms, closures, weeks } = calendar;
  if (terms.length === 0) {
    return (
      <Card>
        <EmptyState icon={CalendarDays} title={`No terms are set for ${yearName(year)}`}>
          Until they are, no review can have a date.
        </EmptyState>
      </Card>
    );
  }
  const days = countSchoolDays(calendar);
  return (
    <Card
      title="The year as it stands"
      beside={`${plural(days, 'school day')}; most schools have 190 with pupils`}
    >
      <ol
        aria-label="Weeks of the year"
        className="mb-4 grid grid-cols-[repeat(auto-fill,minmax(4.25rem,1fr))] gap-1"
      >
        {weeks.map(({ monday, isHoliday }) => (
          <li
            key={monday}
            className={`rounded-control border border-line px-1 py-1 text-center text-sm ${isHoliday ? 'hatched' : 'bg-good-soft'}`}
          >
            <span className="sr-only">Week of {longDay(monday)}: </span>
            <span aria-hidden className={`px-1 ${isHoliday ? 'bg-surface text-muted' : ''}`}>
              {shortDay(monday)}
            </span>
            <span className="sr-only">{isHoliday ? 'holiday' : 'schools open'}</span>
          </li>
        ))}
      </ol>
      <dl className="grid gap-x-8 gap-y-1 sm:grid-cols-2">
        {terms.map(({ name, start, end }) => (
          <div key={name} className="flex flex-wrap justify-between gap-x-3 border-b border-line py-1.5">
            <dt className="font-semibold">{name}</dt>
            <dd className="text-muted">
              {mediumDay(start)} to {mediumDay(end)}
            </dd>
          </div>
        ))}
      </dl>
      {closures.length > 0 && (
        <p className="mt-4 text-sm text-muted">
          Closed: {closures.map(({ day, name }) => `${name}, ${mediumDay(day)}`).join(' · ')}
        </p>
      )}
    </Card>
  );
}
