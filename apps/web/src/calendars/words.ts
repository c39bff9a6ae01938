import type { ApiError } from '../api-error.ts';
import { mediumDay } from '../ui/days.ts';
import type { Fault } from '../ui/error-summary.tsx';
import type { Closure, Term } from './queries.ts';

export const yearName = (year: number) => `${year}–${String(year + 1).slice(2)}`;

const parts: Record<string, string> = {
  name: 'The name of this term',
  start: 'The day this term starts',
  end: 'The day this term ends',
  day: 'This day',
};

/** The faults of a calendar that was sent, each linked to the box of its row. */
export function calendarFaults(error: ApiError): Fault[] {
  return error.errors.map(({ pointer, detail }) => {
    const [, , list = '', row = '', part = ''] = pointer.split('/');
    return { field: `${list}-${row}-${part}`, text: `${parts[part] ?? 'This'} ${detail}` };
  });
}

/** Terms or closed days in a few lines, to be compared. */
export const describeRows = (rows: readonly (Term | Closure)[]) =>
  rows
    .map((row) =>
      'day' in row
        ? `${mediumDay(row.day)}: ${row.name}`
        : `${row.name}: ${mediumDay(row.start)} to ${mediumDay(row.end)}`,
    )
    .join('\n');
