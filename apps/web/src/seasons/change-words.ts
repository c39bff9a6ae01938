import type { SeasonChange } from '@lateral/contract/season-publishing';
import { weekdayLong } from '../ui/days.ts';

type Told = SeasonChange['told'][number];

/** What becomes of a school's review. */
export function changeWords({ kind, day, wasDay }: SeasonChange): string {
  const on = weekdayLong(day);
  if (kind === 'new') return `New: ${on}`;
  if (kind === 'called-off') return `Called off: it was on ${on}`;
  if (kind === 'moved' && wasDay) return `Moved from ${weekdayLong(wasDay)} to ${on}`;
  return `Another team on ${on}`;
}

/** What one person is told. */
export function toldWords({ method, part, why }: Told): string {
  if (method === 'cancel')
    return why === 'called-off'
      ? 'is told that it is off; the day goes out of the calendar'
      : 'is told that they are no longer on it';
  if (part === 'host')
    return why === 'booked' ? 'is told the day and who comes' : 'is told what is different';
  if (why === 'team-changed')
    return part === 'lead' ? 'leads, and is told who is on the team' : 'is told that somebody else leads';
  return part === 'lead' ? 'is asked to lead' : 'is asked to come';
}

/** What the API may refuse when a season is published or changed by hand. */
export const publishRefusals: Record<string, string> = {
  'draft-changed': 'The draft has changed since you read it. Look at it again, then publish.',
  'nothing-to-publish': 'There is nothing to publish: everybody knows what is planned.',
  busy: 'The season is being planned. Publish when that is done.',
};
