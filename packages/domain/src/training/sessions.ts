import { instantInLondon } from '../calendars/london.ts';
import type { Half, TrainingKind } from './kinds.ts';

/** A session as the rules see it. Times are London's clock, '09:30'. */
export type Session = {
  kind: TrainingKind;
  day: string;
  startsAt: string;
  endsAt: string;
  places: number;
  isCalledOff: boolean;
};
/** How far somebody is trained; `isReviewer` while they hold a role in which they may review. */
export type Trainee = { isReviewer: boolean; trainedOn: string | null; canLead: boolean };

export const bookingRefusals = [
  'called-off',
  'past',
  'not-a-reviewer',
  'already-booked',
  'already-trained',
  'not-trained-yet',
  'full',
] as const;
export type BookingRefusal = (typeof bookingRefusals)[number];

/** Whether a session has begun: from then on no place is booked or given up. */
export const hasBegun = ({ day, startsAt }: Pick<Session, 'day' | 'startsAt'>, now: Date) =>
  instantInLondon(day, startsAt) <= now;

/**
 * Why a place may not be booked for somebody, or null. Reviewers are trained once, for half a day; whoever is to lead
 * has been trained before (domain.md §5).
 * @param booked how many places are taken, and whether one is theirs
 */
export function refuseBooking(
  session: Session,
  { isReviewer, trainedOn, canLead }: Trainee,
  booked: { places: number; isTheirs: boolean },
  now: Date,
): BookingRefusal | null {
  if (session.isCalledOff) return 'called-off';
  if (hasBegun(session, now)) return 'past';
  if (booked.isTheirs) return 'already-booked';
  if (!isReviewer) return 'not-a-reviewer';
  const isLead = session.kind === 'lead';
  if (isLead ? canLead : trainedOn !== null) return 'already-trained';
  if (isLead && trainedOn === null) return 'not-trained-yet';
  return booked.places >= session.places ? 'full' : null;
}

export const attendanceRefusals = ['called-off', 'too-early'] as const;
export type AttendanceRefusal = (typeof attendanceRefusals)[number];

/** Who came is said from the day itself on. @param today in London */
export function refuseAttendance(
  { isCalledOff, day }: Pick<Session, 'isCalledOff' | 'day'>,
  today: string,
): AttendanceRefusal | null {
  if (isCalledOff) return 'called-off';
  return day > today ? 'too-early' : null;
}

type Attended = Pick<Session, 'kind' | 'day'>;
type Trained = Pick<Trainee, 'trainedOn' | 'canLead'>;

/**
 * How far somebody is trained once it is said whether they came. Coming to a reviewers' session trains them from its
 * day, unless they were trained before; coming to one for leads lets them lead. That they did not come takes back what
 * this session alone gave: another that they came to still counts, and so does a day that was recorded otherwise.
 * @param others every other session that they came to
 */
export function trainedAfter(
  before: Trained,
  session: Attended,
  hasCome: boolean,
  others: readonly Attended[],
): Trained {
  if (hasCome) return session.kind === 'lead' ? withLead(before) : withDay(before, session.day);
  const same = others.filter(({ kind }) => kind === session.kind);
  if (session.kind === 'lead') return { ...before, canLead: before.canLead && same.length > 0 };
  if (before.trainedOn !== session.day) return before;
  const [trainedOn = null] = same.map(({ day }) => day).sort();
  return { trainedOn, canLead: before.canLead && trainedOn !== null };
}

/** Nobody leads who has not been trained. */
const withLead = ({ trainedOn }: Trained): Trained => ({ trainedOn, canLead: trainedOn !== null });
const withDay = ({ trainedOn, canLead }: Trained, day: string): Trained => ({
  trainedOn: trainedOn !== null && trainedOn <= day ? trainedOn : day,
  canLead,
});

/** Which half of the day a session is in, by when it begins. */
export const halfOf = (startsAt: string): Half => (startsAt < '12:00' ? 'morning' : 'afternoon');
