import type { Capacity, EntryKind } from './entries.ts';

/** Half-days as people say them: "1.5 days", "1 day", "no days". */
export function daysInWords(halfDays: number): string {
  if (halfDays === 0) return 'no days';
  const days = halfDays / 2;
  return `${daysInFigures(halfDays)} ${Math.abs(days) <= 1 ? 'day' : 'days'}`;
}

/** Half-days as a number of days: "1.5", "−0.5". */
export const daysInFigures = (halfDays: number): string =>
  `${halfDays < 0 ? '−' : ''}${Math.abs(halfDays) / 2}`;

export const capacityWords: Record<Capacity, string> = { head: 'Head', deputy: 'Deputy' };

export const kindWords: Record<EntryKind, string> = {
  owed: 'Owed',
  given: 'Given',
  received: 'Received',
  waived: 'Waived',
  brought: 'Brought from before',
};

/** 2026 as people write it: "2026/27". */
export const yearInWords = (year: number): string => `${year}/${String(year + 1).slice(2)}`;

type Entry = {
  kind: EntryKind;
  halfDays: number;
  year: number;
  /** The school that was reviewed, and who reviewed it. */
  host: string | null;
  reviewer: string | null;
  /** Whether somebody wrote it by hand. */
  byHand: boolean;
};

const sources: Record<EntryKind, (entry: Entry) => string> = {
  owed: ({ year }) => `What every member gives in ${yearInWords(year)}`,
  given: ({ host, reviewer }) => `${reviewer ?? 'A leader'} reviewed ${host ?? 'another school'}`,
  received: ({ reviewer }) => `${reviewer ?? 'A leader of another school'} reviewed this school`,
  waived: () => 'These days need not be given',
  brought: ({ halfDays }) => (halfDays > 0 ? 'Still owed from before' : 'Given ahead, before'),
};

/** Where an entry comes from, as a sentence without its full stop. Its reason, if there is one, stands beside it. */
export function sourceOf(entry: Entry): string {
  const isPutRight =
    entry.byHand && entry.kind !== 'brought' && (entry.halfDays < 0 || entry.kind !== 'waived');
  return isPutRight ? `${kindWords[entry.kind]} days put right` : sources[entry.kind](entry);
}

const did: Record<EntryKind, [more: string, less: string]> = {
  owed: ['put right: more owed', 'put right: less owed'],
  given: ['put right: more given', 'put right: less given'],
  received: ['put right: more received', 'put right: less received'],
  waived: ['waived', 'no longer waived'],
  brought: ['brought from before', 'given ahead before'],
};

/** What somebody wrote, as part of a sentence: "1.5 deputy days of 2026/27 waived". Takes the detail of an event. */
export function entryInWords({ capacity, year, kind, halfDays }: Record<string, unknown>): string {
  const [more, less] = did[kind as EntryKind] ?? did.owed;
  const days = Number(halfDays);
  const who = capacity === 'head' ? 'head' : 'deputy';
  const amount = `${Math.abs(days) / 2} ${who} ${Math.abs(days) <= 2 ? 'day' : 'days'}`;
  return `${amount} of ${yearInWords(Number(year))} ${days < 0 ? less : more}`;
}

/** How the season stands: "24 days short" or "Enough days", and how many are over. */
export function seasonInWords(over: number): string {
  if (over < 0) return `${daysInWords(-over)} short`;
  return over === 0 ? 'Enough days' : `Enough days, ${daysInWords(over)} to spare`;
}

/** How much a school has still to give: "1.5 days left", "all given", "nothing to give", "0.5 day given ahead". */
export function leftInWords({ left, due, given }: { left: number; due: number; given: number }): string {
  if (left > 0) return `${daysInWords(left)} left`;
  if (left < 0) return `${daysInWords(-left)} given ahead`;
  return due === 0 && given === 0 ? 'nothing to give' : 'all given';
}
