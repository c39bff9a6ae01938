import type { Calendar } from '@lateral/contract/calendars';
import { schoolYearOf } from '@lateral/domain/calendars/london';
import { addDays, mondayOf } from '@lateral/domain/calendars/weeks';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { calendarQuery } from '../calendar-query.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { DateField } from '../ui/date-field.tsx';
import { todayInLondon } from '../ui/days.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Link } from '../ui/link.tsx';
import { Select } from '../ui/select.tsx';
import { faultsOf } from '../words.ts';
import { useStartSeason } from './queries.ts';
import { refusalWords, seasonName } from './words.ts';

const fieldWords = {
  ...refusalWords,
  windowStart: 'The first day must be a date in this school year',
  windowEnd: 'The last day must be a date after the first day',
};

/** From three weeks into the first term to two weeks before the last ends. */
export function suggestWindow(year: number, terms: Calendar['terms']) {
  const start = terms[0]?.start ?? `${year}-09-01`;
  const end = terms.at(-1)?.end ?? `${year + 1}-07-20`;
  return {
    windowStart: mondayOf(addDays(start, 20)),
    windowEnd: addDays(mondayOf(addDays(end, -14)), 4),
  };
}

/** Begins a season: its year, and the first and last day on which reviews may fall. */
export function StartSeason({ taken }: { taken: readonly number[] }) {
  const thisYear = schoolYearOf(todayInLondon());
  const years = [thisYear, thisYear + 1, thisYear + 2].filter((year) => !taken.includes(year));
  const [year, setYear] = useState(years[0] ?? thisYear);
  return (
    <Card className="max-w-2xl">
      <div className="mb-5 max-w-40">
        <Select
          name="season-year"
          label="School year"
          options={years.map((one) => ({ value: String(one), label: seasonName(one) }))}
          value={String(year)}
          onChange={(value) => setYear(Number(value))}
        />
      </div>
      <WindowForm key={year} year={year} />
    </Card>
  );
}

function WindowForm({ year }: { year: number }) {
  const { data: calendar } = useSuspenseQuery(calendarQuery(year));
  const start = useStartSeason();
  const navigate = useNavigate();
  const suggested = suggestWindow(year, calendar.terms);
  const [days, setDays] = useState<{ windowStart: string | null; windowEnd: string | null }>(suggested);
  const faults = faultsOf(start.error, fieldWords);
  const faultOf = (field: string) => faults.find((fault) => fault.field === field)?.text;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = { year, windowStart: days.windowStart ?? '', windowEnd: days.windowEnd ?? '' };
    start.mutate(body, {
      onSuccess: () => void navigate({ to: '/reviews', search: { year: String(year) } }),
    });
  };
  return (
    <form noValidate onSubmit={submit}>
      <ErrorSummary faults={faults} />
      <p className="mb-4">
        {calendar.terms.length > 0
          ? 'We worked these days out from your terms. Change them if you need to.'
          : 'The terms of this year are not set yet, so these days are only a guess. '}
        {calendar.terms.length === 0 && (
          <Link to="/calendar" search={{ year: String(year) }}>
            Set the terms
          </Link>
        )}
      </p>
      <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
        <DateField
          name="windowStart"
          label="First day for reviews"
          defaultDay={suggested.windowStart}
          error={faultOf('windowStart')}
          onDay={(windowStart) => setDays({ ...days, windowStart })}
        />
        <DateField
          name="windowEnd"
          label="Last day for reviews"
          defaultDay={suggested.windowEnd}
          error={faultOf('windowEnd')}
          onDay={(windowEnd) => setDays({ ...days, windowEnd })}
        />
      </div>
      <Button type="submit" variant="primary" isPending={start.isPending} className="mt-4">
        Start the season
      </Button>
    </form>
  );
}
