import { erasureReasons } from '@lateral/domain/erasures/erasures';
import { sql } from 'drizzle-orm';
import { check, foreignKey, index, primaryKey } from 'drizzle-orm/pg-core';
import { ownPartnership, table } from './columns.ts';
import { people } from './people.ts';

/** That a person is to be erased from a partnership, and when it was done. It names nobody: it stays, so that a restored backup is erased again. */
export const erasures = table(
  'erasures',
  (t) => ({
    partnershipId: t.uuid().notNull(),
    personId: t.uuid().notNull(),
    reason: t.text({ enum: erasureReasons }).notNull(),
    /** Null for a command and for the clock. */
    askedBy: t.uuid(),
    askedAt: t.timestamp({ withTimezone: true }).notNull(),
    doneAt: t.timestamp({ withTimezone: true }),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.personId] }),
    foreignKey({
      columns: [t.partnershipId, t.personId],
      foreignColumns: [people.partnershipId, people.personId],
    }),
    index('erasures_waiting').on(t.askedAt).where(sql`done_at is null`),
    check('erasures_reason_known', sql`${t.reason} in ('asked','kept-long-enough')`),
    check('erasures_of_another', sql`${t.askedBy} is null or ${t.askedBy} <> ${t.personId}`),
    ownPartnership(),
  ],
);
