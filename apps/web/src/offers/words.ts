import type { DayPart } from '@lateral/domain/calendars/days';
import { mostFocus } from '@lateral/domain/offers/areas';
import { areaWords, halfDayWords } from '@lateral/domain/offers/words';
import { shortDay } from '../ui/days.ts';
import { plural } from '../ui/plural.ts';
import type { Draft, Leader } from './draft.ts';
import type { OfferStep } from './search.ts';

export const seasonName = (year: number) => `${year}/${String(year + 1).slice(2)}`;

export const stepWords: Record<OfferStep, string> = {
  who: 'Who goes',
  days: 'Days that do not work',
  review: 'Your own review',
  check: 'Check and send',
};

/** What is said of a day; null is free. */
export const partWords = (part: DayPart | null) =>
  part === null
    ? 'free'
    : { day: 'blocked all day', morning: 'morning blocked', afternoon: 'afternoon blocked' }[part];

/** "4 days and 2 half-days", "all free". */
export function countDays(days: readonly { part: DayPart }[]): string {
  const whole = days.filter(({ part }) => part === 'day').length;
  const halves = days.length - whole;
  const parts = [whole > 0 && plural(whole, 'day'), halves > 0 && plural(halves, 'half-day')].filter(Boolean);
  return parts.join(' and ') || 'all free';
}

/** "Ada Fern: one day. Cannot go on 3 days. Knows well: writing." */
export function leaderLine({ halfDays, away, expertise }: Leader, name: string): string {
  const days = `${name}: ${halfDayWords[halfDays].toLowerCase()}.`;
  if (halfDays === 0) return days;
  const known = expertise.map((area) => areaWords[area].toLowerCase()).join(', ');
  const more = [away.length > 0 && `Cannot go on ${countDays(away)}.`, known && `Knows well: ${known}.`];
  return [days, ...more.filter(Boolean)].join(' ');
}

export const listDays = (days: readonly string[]) => days.map(shortDay).join(', ');

export const listBarred = ({ barred }: Draft) =>
  [...barred.schools, ...barred.people].map(({ name }) => name).join(', ');

export const draftLabels: Record<keyof Draft, string> = {
  leaders: 'Who goes',
  blocked: 'When your school cannot be visited',
  preferred: 'Days you would like',
  avoided: 'Days you would rather not have',
  focus: 'What you would like looked at',
  barred: 'Who may not review you',
};

export const offerErrorWords: Record<string, string> = {
  'round-not-open': 'Schools are not asked for their days of this season yet.',
  leaders: 'One of those who go does not lead in your school any more. Go back to “Who goes” and look again.',
  blocked: 'One of the days is not a school day of this season.',
  preferred: 'One of the days that you would like is not a school day of this season.',
  avoided: 'One of the days that you would rather not have cannot stand there.',
  focus: `Choose at most ${mostFocus} areas.`,
  barred: 'One of those who may not review you is not here any more, or is in your own school.',
};

export const roundErrorWords: Record<string, string> = {
  until: 'Write a day from today to the last day of the season, such as 4 December',
};
