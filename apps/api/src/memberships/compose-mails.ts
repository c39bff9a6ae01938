import { dayInWords as on } from '@lateral/domain/calendars/words';
import { writeLetter } from '../school-letters.ts';

/** What every mail about a school's membership says. */
export type Letter = {
  partnership: string;
  school: string;
  /** The school's page. */
  url: string;
  /** Whom it is for, by name. */
  to: string;
};

const write = ({ partnership, to }: Letter, ...parts: string[]) => writeLetter(partnership, to, ...parts);

/** To the head and the chair: their school stays for another year. */
export const renewed = (letter: Letter, { until, name }: { until: string; name: string }) => ({
  subject: `${letter.school} stays in ${letter.partnership} until ${on(until)}`,
  text: write(
    letter,
    `${name} has renewed the membership of ${letter.school} in ${letter.partnership}. The school is a member until ${on(until)}.`,
    `How it stands:\n${letter.url}`,
  ),
});

/** To the head and the chair: their school leaves, and on which day. */
export const noticeGiven = (letter: Letter, endsOn: string) => ({
  subject: `${letter.school} leaves ${letter.partnership} on ${on(endsOn)}`,
  text: write(
    letter,
    `Notice has been given that ${letter.school} leaves ${letter.partnership}. It is a member up to and including ${on(endsOn)}, with all that goes with it.`,
    `Until then the headteacher or the broker can take the notice back:\n${letter.url}`,
  ),
});

/** To the head and the chair: the notice is taken back. @param until the last day of membership; null for none */
export const noticeTakenBack = (letter: Letter, until: string | null) => ({
  subject: `${letter.school} stays in ${letter.partnership}`,
  text: write(
    letter,
    `The notice that ${letter.school} leaves ${letter.partnership} was taken back. The school stays a member${until === null ? '' : ` until ${on(until)}, and can then renew`}.`,
    `How it stands:\n${letter.url}`,
  ),
});

/** To the head and the chair: what becomes of membership now that the school has a new legal record. */
export const converted = (letter: Letter, { toUrn, endsOn }: { toUrn: number; endsOn: string | null }) =>
  endsOn === null
    ? {
        subject: `The membership of ${letter.school} carries over`,
        text: write(
          letter,
          `${letter.school} has a new record in the national register, URN ${toUrn}. Its membership in ${letter.partnership} carries over: nothing else changes, and there is nothing to do.`,
          `How it stands:\n${letter.url}`,
        ),
      }
    : {
        subject: `The membership of ${letter.school} ended with its old record`,
        text: write(
          letter,
          `${letter.school} has a new record in the national register, URN ${toUrn}. As the agreement says, its membership in ${letter.partnership} ended with the old one, on ${on(endsOn)}.`,
          'The school is welcome to join again: please tell the broker.',
          `How it stands:\n${letter.url}`,
        ),
      };

/** To the head, by the clock: the year of membership ends. */
export const pleaseRenew = (letter: Letter, until: string) => ({
  subject: `Does ${letter.school} stay in ${letter.partnership}?`,
  text: write(
    letter,
    `The membership of ${letter.school} in ${letter.partnership} ends on ${on(until)}, unless the school renews it. The governing body agrees first. Renewing takes about two minutes.`,
    `Renew it:\n${letter.url}`,
    'If there is a new version of the agreement that the school has not signed, sign that one: it renews the membership too.',
    'Opening this page renews nothing. If the school does not want to stay, there is nothing to do.',
  ),
});

/** To the head, by the clock: a new version waits to be signed. */
export const pleaseConsent = (letter: Letter, { number, by }: { number: number; by: string }) => ({
  subject: `Please sign the new agreement by ${on(by)}`,
  text: write(
    letter,
    `There is a new version of the membership agreement of ${letter.partnership}: version ${number}. Members are asked to sign it by ${on(by)}, and ${letter.school} has not yet. You see what has changed before you sign. The governing body agrees first.`,
    `See what has changed, and sign:\n${letter.url}/agreement`,
    'Opening this page signs nothing.',
  ),
});

/** To the head and the chair, by the clock: the membership has ended. */
export const ended = (letter: Letter, { on: last, canRenew }: { on: string; canRenew: boolean }) => ({
  subject: `${letter.school} is no longer a member of ${letter.partnership}`,
  text: write(
    letter,
    `The membership of ${letter.school} in ${letter.partnership} ended on ${on(last)}.`,
    canRenew
      ? `If that is not what you want, the headteacher can still renew it, or sign the version of the agreement that is in force:\n${letter.url}`
      : `Thank you for being part of it. If the school wants to join again, please tell the broker.\n\nWhat the school has signed stays here:\n${letter.url}`,
  ),
});
