import { type ClauseKind, clausesRead, type Wording } from './clauses.ts';

const kindNames: Record<ClauseKind, string> = {
  right: 'Right',
  benefit: 'Benefit',
  responsibility: 'Responsibility',
  'way-of-working': 'Way of working',
  consent: 'Consent',
};

/** One form of the same words: composed letters (NFC), one kind of line end, no blanks at the ends of lines. */
const plain = (text: string) =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+$/gm, '')
    .trim();

/**
 * The text of a version as it is issued, hashed and signed: the same bytes (UTF-8) for the same words, whichever
 * browser they were typed in, and other bytes for other words: the text of a clause is set in, so that it cannot be
 * taken for the heading of another. Never changed once a version has been issued by it.
 */
export function canonicalText(partnership: string, number: number, wording: Wording): string {
  const { title } = wording;
  const parts = clausesRead(wording).map(
    ({ heading, kind, text }, at) =>
      `${at + 1}. ${plain(heading)} (${kindNames[kind]})\n\n${plain(text).replace(/^(?=.)/gm, '  ')}`,
  );
  return `${[plain(title), `${plain(partnership)}\nVersion ${number}`, ...parts].join('\n\n')}\n`;
}
