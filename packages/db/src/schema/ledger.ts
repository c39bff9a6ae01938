import { capacities, entryKinds } from '@lateral/domain/ledger/entries';
import { sql } from 'drizzle-orm';
import { check, foreignKey, index, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core';
import { ownPartnership, table } from './columns.ts';
import { schools } from './schools.ts';

/**
 * The ledger of half-days. Entries are only ever added (a trigger holds them); every balance is their sum. Those that
 * follow from a season or a review name it, and the database takes each once, however often they are written.
 */
export const ledgerEntries = table(
  'ledger_entries',
  (t) => ({
    partnershipId: t.uuid().notNull(),
    id: t.uuid().notNull().defaultRandom(),
    schoolId: t.uuid().notNull(),
    /** The school year that it counts in: 2026 is 2026/27. */
    year: t.integer().notNull(),
    capacity: t.text({ enum: capacities }).notNull(),
    kind: t.text({ enum: entryKinds }).notNull(),
    /** Half-days; less than none puts an entry of the same kind right. */
    halfDays: t.integer().notNull(),
    /** Why: always for what somebody waives, brings or puts right. */
    reason: t.text(),
    /** The review that it comes from: its season, its school, and the reviewer. */
    seasonId: t.uuid(),
    hostId: t.uuid(),
    personId: t.uuid(),
    at: t.timestamp({ withTimezone: true }).notNull(),
    /** Who wrote it; null for the system itself. */
    writtenBy: t.uuid(),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    foreignKey({
      columns: [t.partnershipId, t.schoolId],
      foreignColumns: [schools.partnershipId, schools.id],
    }),
    foreignKey({
      columns: [t.partnershipId, t.hostId],
      foreignColumns: [schools.partnershipId, schools.id],
    }),
    index('ledger_entries_by_school').on(t.partnershipId, t.schoolId, t.year),
    uniqueIndex('ledger_entries_owed_once')
      .on(t.partnershipId, t.schoolId, t.year, t.capacity)
      .where(sql`kind = 'owed' and written_by is null`),
    uniqueIndex('ledger_entries_review_once')
      .on(t.partnershipId, t.seasonId, t.hostId, t.personId, t.kind, t.schoolId)
      .where(sql`host_id is not null and written_by is null`),
    check('ledger_entries_capacity_known', sql`${t.capacity} in ('head','deputy')`),
    check('ledger_entries_kind_known', sql`${t.kind} in ('owed','given','received','waived','brought')`),
    check('ledger_entries_some', sql`${t.halfDays} <> 0 and abs(${t.halfDays}) <= 60`),
    check('ledger_entries_reason', sql`${t.writtenBy} is null or length(trim(${t.reason})) > 0`),
    ownPartnership(),
  ],
);
