import type { ApiError } from '../api-error.ts';
import type { Fault } from '../ui/error-summary.tsx';

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
