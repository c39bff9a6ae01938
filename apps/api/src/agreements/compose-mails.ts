import { writeLetter } from '../school-letters.ts';

/** A signature as a mail tells of it. */
export type Signed = {
  partnership: string;
  school: string;
  /** Where the school's signing stands. */
  url: string;
  number: number;
  text: string;
  sha256: string;
  reference: string;
  /** The name that was typed. */
  name: string;
  /** Whether the school was a member before, and whether it has become one by this. */
  isMember: boolean;
  hasJoined: boolean;
};

const theText = ({ text, sha256, reference }: Signed) =>
  `Reference: ${reference}\nSeal (SHA-256): ${sha256}\n\nWhat was signed, word for word:\n\n${text.trimEnd()}`;

const write = ({ partnership }: Signed, to: string, ...parts: string[]) =>
  writeLetter(partnership, to, ...parts);

/** To the head, who has just signed. */
export const copyOf = (signed: Signed, to: string, isChairAsked: boolean) => ({
  subject: `Signed for ${signed.school}: ${signed.reference}`,
  text: write(
    signed,
    to,
    `The membership agreement of ${signed.partnership}, version ${signed.number}, has been signed for ${signed.school} by ${signed.name}. ${
      isChairAsked
        ? 'The chair of governors has been asked to co-sign it.'
        : 'We know no chair of governors of the school who could co-sign it: please tell the broker who it is.'
    }${signed.isMember ? '' : ' Once it is co-signed, the school is a member.'}`,
    `How it stands:\n${signed.url}`,
    theText(signed),
  ),
});

/** To the chair of governors, who is to co-sign. */
export const pleaseCoSign = (signed: Signed, to: string) => ({
  subject: `Please co-sign for ${signed.school}`,
  text: write(
    signed,
    to,
    `${signed.name} has signed the membership agreement of ${signed.partnership} for ${signed.school}, after the governing body agreed to it. As chair of governors you are asked to co-sign it. It takes about five minutes.`,
    `Read it and co-sign:\n${signed.url}`,
    'Opening this page does not sign anything.',
  ),
});

/** To both, when it is co-signed. */
export const coSigned = (signed: Signed, to: string) => ({
  subject: signed.hasJoined
    ? `${signed.school} has joined ${signed.partnership}: ${signed.reference}`
    : `Signed and co-signed for ${signed.school}: ${signed.reference}`,
  text: write(
    signed,
    to,
    `${signed.name} has co-signed the membership agreement of ${signed.partnership}, version ${signed.number}, for ${signed.school}. The agreement is complete${signed.hasJoined ? ', and the school is a member from today' : ''}. Please keep this mail: it is your copy, word for word.`,
    `Save the sealed copy (PDF), with the certificate of who signed, here:\n${signed.url}`,
    theText(signed),
  ),
});
