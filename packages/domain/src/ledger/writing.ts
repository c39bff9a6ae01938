import type { Balance } from './balance.ts';
import type { EntryKind } from './entries.ts';

/** Why an entry that somebody writes by hand is not taken. */
export const ledgerRefusals = ['more-than-owed', 'less-than-none', 'more-than-written'] as const;
export type LedgerRefusal = (typeof ledgerRefusals)[number];

type Wanted = { kind: EntryKind; halfDays: number };
/** How the school stands in the capacity and year of the entry, and what the system has written there of its kind. */
type Standing = { balance: Balance; written: number };

/**
 * Why this entry may not be written, or null. Days are waived up to what the school owes; what was brought may be more
 * or less than none. All else follows from seasons and reviews: by hand it is only put right, by the reverse of what was
 * written, or by the reverse of that.
 */
export function refuseEntry(
  { kind, halfDays }: Wanted,
  { balance, written }: Standing,
): LedgerRefusal | null {
  if (kind === 'brought') return null;
  const after = balance[kind] + halfDays;
  if (after < 0) return 'less-than-none';
  if (kind === 'waived') {
    const owed = balance.owed + balance.brought + balance.carried;
    return halfDays > 0 && after > Math.max(0, owed) ? 'more-than-owed' : null;
  }
  return after > written ? 'more-than-written' : null;
}
