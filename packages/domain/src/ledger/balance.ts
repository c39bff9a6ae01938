import { type Capacity, type EntryKind, owedHalfDays } from './entries.ts';

/** What the entries of one kind come to in one year, in half-days; each is written once or put right by another. */
export type EntrySum = { year: number; capacity: Capacity; kind: EntryKind; halfDays: number };

/** How a school stands in one capacity in one year, in half-days. */
export type Balance = {
  owed: number;
  given: number;
  received: number;
  waived: number;
  /** What an earlier way of counting left over; less than none where the school was ahead. */
  brought: number;
  /** What all earlier years leave: more than none is still to be given, less was given ahead. Never kept, always counted. */
  carried: number;
  /** What the school is to give in this year in all, never below none. */
  due: number;
  /** What of that it has still to give; less than none when it has given more. */
  left: number;
};

type Question = {
  year: number;
  capacity: Capacity;
  /** Whether the school owes days in this year even where that has not been written down yet. */
  owes: boolean;
};

/**
 * How a school stands in one capacity in one year. The rule is the consultation's: every member gives 1.5 head days and
 * 1.5 deputy days a year; a review takes a whole day, so that it falls 2 + 1 and 1 + 2 over two years, and the half-day
 * is carried (domain.md §5).
 */
export function balanceOf(sums: readonly EntrySum[], { year, capacity, owes }: Question): Balance {
  const own = sums.filter((sum) => sum.capacity === capacity);
  const sumOf = (kind: EntryKind) => total(own.filter((sum) => sum.year === year && sum.kind === kind));
  const isOwedWritten = own.some((sum) => sum.year === year && sum.kind === 'owed');
  const owed = isOwedWritten || !owes ? sumOf('owed') : owedHalfDays;
  const given = sumOf('given');
  const waived = sumOf('waived');
  const brought = sumOf('brought');
  const carried = carriedInto(own, year);
  const due = Math.max(0, owed - waived + brought + carried);
  return { owed, given, received: sumOf('received'), waived, brought, carried, due, left: due - given };
}

const total = (sums: readonly EntrySum[]) => sums.reduce((all, { halfDays }) => all + halfDays, 0);
const signs: Record<EntryKind, number> = { owed: 1, given: -1, received: 0, waived: -1, brought: 1 };
/** What all years before this one leave. */
const carriedInto = (own: readonly EntrySum[], year: number) =>
  own.filter((sum) => sum.year < year).reduce((all, { kind, halfDays }) => all + signs[kind] * halfDays, 0);

/** The years in which anything was written, and this one, newest first. */
export const yearsOf = (sums: readonly { year: number }[], now: number): number[] =>
  [...new Set([now, ...sums.map(({ year }) => year)])].sort((a, b) => b - a);

/** What a review needs, in half-days: three reviewers, a day each (domain.md §5). */
const neededHalfDays = 6;

/** Whether what all members are to give is enough for all their reviews, in half-days; `over` below none is short. */
export function seasonBalance(members: readonly { due: number }[]) {
  const due = members.reduce((all, member) => all + member.due, 0);
  const needed = members.length * neededHalfDays;
  return { members: members.length, needed, due, over: due - needed };
}
