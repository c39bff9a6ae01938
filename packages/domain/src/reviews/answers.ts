import type { AskState, BookingState, SeatState } from './states.ts';

export const answers = ['accepted', 'declined'] as const;
export type Answer = (typeof answers)[number];

/** Why an answer is turned away. */
export const answerRefusals = ['review-over', 'called-off', 'already-declined', 'reason-needed'] as const;
export type AnswerRefusal = (typeof answerRefusals)[number];

type Seat = { state: SeatState; day: string };

/** Somebody says yes or no to their own seat, up to the day itself. Whoever has said no is asked anew, or not at all. */
export function refuseAnswer(
  booking: { state: BookingState },
  seat: Seat,
  { answer, reason }: { answer: Answer; reason: string | null },
  today: string,
): AnswerRefusal | null {
  if (booking.state === 'called-off') return 'called-off';
  if (booking.state === 'done' || seat.day < today) return 'review-over';
  if (seat.state === 'declined') return 'already-declined';
  return answer === 'declined' && reason === null ? 'reason-needed' : null;
}

export const askRefusals = ['ask-over', 'seat-filled', 'busy-that-day', 'reason-needed'] as const;
export type AskRefusal = (typeof askRefusals)[number];

/** Somebody who was asked to take an empty seat says yes or no, while the ask is open. */
export function refuseAskAnswer(
  ask: { state: AskState; expiresAt: Date; day: string },
  { answer, reason }: { answer: Answer; reason: string | null },
  now: Date,
  today: string,
): AskRefusal | null {
  if (ask.state !== 'open' || ask.expiresAt <= now || ask.day < today) return 'ask-over';
  return answer === 'declined' && reason === null ? 'reason-needed' : null;
}

/** How long somebody has to answer before the next is asked. */
export const askHours = 48;

/** Until when an ask is open: two days, and never beyond the eve of the review. @param day of the review */
export function askUntil(day: string, now: Date): Date {
  const usual = now.getTime() + askHours * 3_600_000;
  const eve = Date.parse(`${day}T00:00:00Z`);
  return new Date(Math.max(now.getTime() + 3_600_000, Math.min(usual, eve)));
}
