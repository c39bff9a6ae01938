import type { SeatState } from '@lateral/domain/reviews/states';
import type { Status } from '../ui/status-tag.tsx';

/** What a reviewer has said, as others on the team and the school read it. */
export const answerWords: Record<SeatState, { status: Status; text: string }> = {
  asked: { status: 'asked', text: 'Not answered yet' },
  accepted: { status: 'done', text: 'Said yes' },
  declined: { status: 'not-started', text: 'Said no' },
};

/** The same, to the person themself. */
export const ownAnswerWords: Record<SeatState, { status: Status; text: string }> = {
  asked: { status: 'waiting', text: 'Please answer' },
  accepted: { status: 'done', text: 'You said yes' },
  declined: { status: 'not-started', text: 'You said no' },
};

/** What the API may refuse here. */
export const refusalWords: Record<string, string> = {
  'review-over': 'The day of this review has come, so the answer can no longer be changed.',
  'called-off': 'This review has been called off. You need not keep the day.',
  'already-declined': 'You have said no to this review. If that has changed, please tell the broker.',
  'ask-over': 'The time to answer is over, or somebody else has taken the seat. Thank you.',
  'seat-filled': 'You are on this review already.',
  'busy-that-day': 'You are on another review on that day.',
};

export const roleWords: Record<string, string> = {
  headteacher: 'Head',
  deputy: 'Deputy',
  'senior-leader': 'Senior leader',
};
