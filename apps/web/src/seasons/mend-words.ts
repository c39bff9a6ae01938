import type { Review } from '@lateral/contract/reviews';
import type { SeatAsk, Substitute } from '@lateral/contract/season-substitutes';
import type { ClashCode } from '@lateral/domain/reviews/clashes';
import { mediumDay, momentInWords } from '../ui/days.ts';
import type { Status } from '../ui/status-tag.tsx';
import { kmWords } from './words.ts';

/** What a reviewer has answered, beside their name. */
export const answerTags: Record<Review['team'][number]['state'], { status: Status; text: string }> = {
  asked: { status: 'asked', text: 'Asked' },
  accepted: { status: 'done', text: 'Yes' },
  declined: { status: 'problem', text: 'No' },
};

/** Why a review cannot stand as it is. `who` is the reviewer it is about. */
export const clashWords: Record<ClashCode, (who: string) => string> = {
  'not-a-member': () => 'The school is no longer a member.',
  'no-school-day': () => 'Schools are closed on this day.',
  'host-inset': () => 'It has become an INSET day of the school.',
  'host-blocked': () => 'The school cannot host on this day any more.',
  'reviewer-gone': (who) => `${who} no longer leads a member school.`,
  'reviewer-away': (who) => `${who} is away on this day.`,
  'reviewer-inset': (who) => `${who} has an INSET day at their own school.`,
  'head-needed': (who) => `${who} is needed at home: their own school is reviewed that day.`,
};

/** Why somebody fits, in short facts. */
export function fitWords({ km, given, most, trainedOn, wouldLead, isOverShare }: Substitute): string[] {
  return [
    `${kmWords(km)} away`,
    isOverShare ? `More than their share: has ${given} already` : `${given} of ${most} given`,
    ...(trainedOn ? [`Trained ${mediumDay(trainedOn)}`] : []),
    ...(wouldLead ? ['Would lead'] : []),
  ];
}

/** How an ask has gone. */
export function askWords({ name, state, expiresAt, answeredAt, reason }: SeatAsk): string {
  const when = answeredAt ? momentInWords(answeredAt) : '';
  const said: Record<SeatAsk['state'], string> = {
    open: `${name} is asked, until ${momentInWords(expiresAt)}`,
    accepted: `${when}: ${name} said yes`,
    declined: `${when}: ${name} said no${reason ? `: ${reason}` : ''}`,
    expired: `${when}: ${name} did not answer in time`,
    withdrawn: `${when}: ${name} is no longer asked`,
  };
  return said[state];
}

/** What the API may refuse while a review is mended. */
export const mendRefusals: Record<string, string> = {
  'not-published': 'This review is not published, or its day has come. Publish it first.',
  'no-empty-seat': 'The seat has been filled meanwhile.',
  'does-not-fit': 'They no longer fit: something has changed. Look at the list again.',
  'asked-already': 'Somebody is being asked for this seat already.',
  'draft-changed': 'The season has changed meanwhile. Please try again.',
  'ask-over': 'They have answered meanwhile.',
  'called-off': 'This review has been called off already.',
  'review-over': 'The day of this review has come.',
  'already-declined': 'They have said no already.',
};
