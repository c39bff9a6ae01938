import type { Db } from '@lateral/db/client';
import { ledgerEntries } from '@lateral/db/schema';
import { eq, type SQL, sql } from 'drizzle-orm';

/** What entries come to: of one school, or of all up to and with a year, whose earlier years are one. */
export function listSums(db: Db, of: { schoolId: string } | { upTo: number }) {
  const isOne = 'schoolId' in of;
  // The same expression for the list and the grouping: its number is bound once.
  const year: SQL<number> = isOne
    ? sql<number>`${ledgerEntries.year}`
    : sql<number>`greatest(${ledgerEntries.year}, ${sql.raw(String(of.upTo - 1))})`;
  return db
    .select({
      schoolId: ledgerEntries.schoolId,
      year,
      capacity: ledgerEntries.capacity,
      kind: ledgerEntries.kind,
      halfDays: sql<number>`sum(${ledgerEntries.halfDays})::int`,
    })
    .from(ledgerEntries)
    .where(
      isOne
        ? eq(ledgerEntries.schoolId, of.schoolId)
        : sql`${ledgerEntries.year} <= ${sql.raw(String(of.upTo))}`,
    )
    .groupBy(ledgerEntries.schoolId, year, ledgerEntries.capacity, ledgerEntries.kind);
}
export type SchoolSum = Awaited<ReturnType<typeof listSums>>[number];
