import { dayInWords } from '@lateral/domain/calendars/words';
import type { TrainingKind } from '@lateral/domain/training/kinds';
import { trainingNames, whenInWords } from '@lateral/domain/training/words';
import { writeLetter } from '../school-letters.ts';

/** What every mail about a session says. */
export type Letter = {
  partnership: string;
  /** Whom it is for, by name. */
  to: string;
  session: { kind: TrainingKind; day: string; startsAt: string; endsAt: string; place: string };
  /** Where sessions are looked at. */
  url: string;
};

const where = ({ session }: Letter) => `When: ${whenInWords(session)}\nWhere: ${session.place}`;
const nameOf = ({ session }: Letter) => trainingNames[session.kind];
const on = ({ session }: Letter) => dayInWords(session.day);

/** To whoever has a place: when and where, and how to give it up. */
export const booked = (letter: Letter) => ({
  subject: `You have a place: ${nameOf(letter)} on ${on(letter)}`,
  text: writeLetter(
    letter.partnership,
    letter.to,
    `You have a place in a training session. It takes half a day.`,
    `${nameOf(letter)}\n${where(letter)}`,
    `If you cannot come, please give your place up, so that somebody else can have it:\n${letter.url}`,
  ),
});

/** To everybody who has a place: it is at another time or in another place. */
export const moved = (letter: Letter) => ({
  subject: `Changed: ${nameOf(letter)} is now on ${on(letter)}`,
  text: writeLetter(
    letter.partnership,
    letter.to,
    'A training session that you have a place in has changed. You keep your place.',
    `${nameOf(letter)}\n${where(letter)}`,
    `If you cannot come now, please give your place up:\n${letter.url}`,
  ),
});

/** To everybody who had a place: the session does not take place, and why. */
export const calledOff = (letter: Letter, reason: string) => ({
  subject: `Called off: ${nameOf(letter)} on ${on(letter)}`,
  text: writeLetter(
    letter.partnership,
    letter.to,
    `The training session on ${whenInWords(letter.session)} does not take place.`,
    `Why: ${reason}`,
    `Please book another session:\n${letter.url}`,
  ),
});

/** To whoever had a place: it was given up, by them or for them. */
export const givenUp = (letter: Letter) => ({
  subject: `Your place is given up: ${nameOf(letter)} on ${on(letter)}`,
  text: writeLetter(
    letter.partnership,
    letter.to,
    `You no longer have a place in the training session on ${whenInWords(letter.session)}.`,
    `To book another session:\n${letter.url}`,
  ),
});
