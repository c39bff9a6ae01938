import { dayInWords } from '../calendars/words.ts';
import type { TrainingKind } from './kinds.ts';

export const trainingNames: Record<TrainingKind, string> = {
  reviewer: 'Reviewer training',
  lead: 'Training to lead reviews',
};

/** '09:30' as people say it: "9:30am". */
export function timeInWords(time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const hour = hours % 12 === 0 ? 12 : hours % 12;
  return `${hour}${minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`}${hours < 12 ? 'am' : 'pm'}`;
}

type When = { day: string; startsAt: string; endsAt: string };
/** "9:30am to 12:30pm". */
export const timesInWords = ({ startsAt, endsAt }: Omit<When, 'day'>) =>
  `${timeInWords(startsAt)} to ${timeInWords(endsAt)}`;
/** "2 December 2026, 9:30am to 12:30pm". */
export const whenInWords = ({ day, ...times }: When) => `${dayInWords(day)}, ${timesInWords(times)}`;
