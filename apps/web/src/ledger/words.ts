import type { Ledger, LedgerBalance } from '@lateral/contract/ledger';
import type { Capacity } from '@lateral/domain/ledger/entries';
import { daysInFigures, daysInWords } from '@lateral/domain/ledger/words';
import type { LedgerRefusal } from '@lateral/domain/ledger/writing';
import { plural } from '../ui/plural.ts';

export const capacityNames: Record<Capacity, string> = { head: 'Head days', deputy: 'Deputy days' };

const refusalWords: Record<LedgerRefusal, string> = {
  'more-than-owed': 'That is more than the school owes in this year. Enter fewer days.',
  'less-than-none': 'This has been put right already.',
  'more-than-written': 'That is more than reviews have written. Enter fewer days.',
};
export const ledgerErrorWords: Record<string, string> = refusalWords;

/** "1 of 1.5 days given". */
export const givenWords = ({ given, due }: LedgerBalance) =>
  `${daysInFigures(given)} of ${daysInWords(due)} given`;

/** "100 members give 276 days, and their reviews need 300." */
export const seasonSentence = ({ members, due, needed }: Ledger['season']) =>
  `${plural(members, 'member gives', 'members give')} ${daysInWords(due)}, and ${members === 1 ? 'its review needs' : 'their reviews need'} ${daysInFigures(needed)}.`;

/** What of it can be given as things stand: "Leaders who are trained by then can give 826 of them." */
export const givableSentence = (available: number) =>
  `Leaders who are trained in time can give ${available.toLocaleString('en-GB')} of them.`;

/** How the dots are told: "12 schools have given more than their three days, and 41 fewer." */
export function loadSentence(load: readonly { halfDays: number; schools: number }[], fair: number): string {
  const sum = (is: (halfDays: number) => boolean) =>
    load.filter(({ halfDays }) => is(halfDays)).reduce((all, { schools }) => all + schools, 0);
  const over = sum((halfDays) => halfDays > fair);
  const exact = sum((halfDays) => halfDays === fair);
  const under = sum((halfDays) => halfDays < fair);
  if (over === 0 && exact === 0) return 'Nobody has done their three days yet.';
  const did = over === 0 ? 'Nobody has done more' : `${plural(over, 'has', 'have')} done more`;
  return `${did} than their three days; ${under === 0 ? 'none' : under} ${under === 1 ? 'has' : 'have'} days to go.`;
}

/** Reads days as they are typed, in half-days: "1.5", "½", "0,5"; null for what is no number of half-days. */
export function readDays(text: string): number | null {
  const plain = text
    .trim()
    .replace(/\s*days?$/i, '')
    .replace(',', '.')
    .replace('½', '.5');
  if (!/^\d*\.?\d+$/.test(plain)) return null;
  const halfDays = Number(plain) * 2;
  return Number.isInteger(halfDays) && halfDays > 0 && halfDays <= 60 ? halfDays : null;
}
