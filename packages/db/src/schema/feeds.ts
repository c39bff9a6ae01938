import type { Shown } from '@lateral/domain/feeds/entries';
import { sql } from 'drizzle-orm';
import { check, foreignKey, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core';
import { ownPartnership, table } from './columns.ts';
import { people } from './people.ts';

/** The private address at which calendar programs read somebody's days. Its secret follows from `id`; only the hash is kept. */
export const calendarFeeds = table(
  'calendar_feeds',
  (t) => ({
    partnershipId: t.uuid().notNull(),
    personId: t.uuid().notNull(),
    id: t.uuid().notNull(),
    secretHash: t.text().notNull(),
    withTerms: t.boolean().notNull(),
    madeAt: t.timestamp({ withTimezone: true }).notNull(),
    /** When a program last read it, to the hour. */
    readAt: t.timestamp({ withTimezone: true }),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.personId] }),
    foreignKey({
      columns: [t.partnershipId, t.personId],
      foreignColumns: [people.partnershipId, people.personId],
    }).onDelete('cascade'),
    uniqueIndex('calendar_feeds_secret').on(t.partnershipId, t.secretHash),
    ownPartnership(),
  ],
);

/** What calendar programs were given of a day, so that a change of it reaches them as a change. */
export const feedEntries = table(
  'feed_entries',
  (t) => ({
    partnershipId: t.uuid().notNull(),
    personId: t.uuid().notNull(),
    key: t.text().notNull(),
    shown: t.jsonb().$type<Shown>().notNull(),
    sequence: t.integer().notNull(),
    changedAt: t.timestamp({ withTimezone: true }).notNull(),
    cancelledAt: t.timestamp({ withTimezone: true }),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.personId, t.key] }),
    foreignKey({
      columns: [t.partnershipId, t.personId],
      foreignColumns: [calendarFeeds.partnershipId, calendarFeeds.personId],
    }).onDelete('cascade'),
    check('feed_entries_sequence', sql`${t.sequence} >= 0`),
    ownPartnership(),
  ],
);
