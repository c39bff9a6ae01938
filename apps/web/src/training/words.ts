import type { Trainee, TrainingSession } from '@lateral/contract/training';
import type { AttendanceRefusal, BookingRefusal } from '@lateral/domain/training/sessions';
import { weekdayLong } from '../ui/days.ts';
import { plural } from '../ui/plural.ts';

const refusalWords: Record<BookingRefusal | AttendanceRefusal, string> = {
  'called-off': 'This session has been called off.',
  past: 'This session has begun or is over.',
  'not-a-reviewer': 'Only heads, deputies and senior leaders are trained to review.',
  'already-booked': 'They have a place in this session already.',
  'already-trained': 'They are trained already.',
  'not-trained-yet': 'They need reviewer training first.',
  full: 'Somebody else took the last place. Choose another session.',
  'too-early': 'Who came can be ticked from the day itself on.',
};
export const trainingErrorWords: Record<string, string> = refusalWords;

/** Beside the boxes of the form for a session, when the server finds the fault. */
export const sessionFaultWords: Record<string, string> = {
  day: 'Choose a day from today on',
  startsAt: 'Enter a time that is still to come, such as 9:30am',
  endsAt: 'The end must be after the beginning',
  place: 'Say where it is, in at most 200 letters',
  places: 'Enter how many places there are, from 1 to 500, and no fewer than are booked',
};

/** "8 places left", "Full". */
export const placesWords = ({ places, booked }: Pick<TrainingSession, 'places' | 'booked'>) =>
  booked >= places ? 'Full' : `${plural(places - booked, 'place')} left`;

/** "Wednesday 2 December 2026". */
export const dayWords = (day: string) => `${weekdayLong(day)} ${day.slice(0, 4)}`;

/** Why somebody cannot be booked for a session, or null: as the server would say it. */
export function whyNot(
  { kind, people }: Pick<TrainingSession, 'kind' | 'people'>,
  { personId, trainedOn, canLead }: Trainee,
): string | null {
  if (people.some((person) => person.personId === personId)) return 'Has a place';
  if (kind === 'lead')
    return canLead ? 'May lead already' : trainedOn ? null : 'Needs reviewer training first';
  return trainedOn ? 'Trained already' : null;
}

/** Reads a time as people type it: "9:30", "9.30am", "0930", "1pm"; as '09:30', or null. */
export function readTime(text: string): string | null {
  const found = /^(\d{1,2})(?:[:.]?(\d\d))?\s*(am|pm)?$/i.exec(text.trim());
  if (!found) return null;
  const [, hourText, minuteText = '00', half] = found;
  const hour = Number(hourText);
  if (half && (hour < 1 || hour > 12)) return null;
  const hours = half ? (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : hour;
  if (hours > 23 || Number(minuteText) > 59) return null;
  return `${String(hours).padStart(2, '0')}:${minuteText}`;
}
