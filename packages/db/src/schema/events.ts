import { foreignKey, index, primaryKey } from 'drizzle-orm/pg-core';
import { ownPartnership, table } from './columns.ts';
import { partnerships } from './partnerships.ts';
import { schools } from './schools.ts';

/** What happened, in the transaction that made it happen: the timeline of a school and of the partnership. Only added to. */
export const events = table(
  'events',
  (t) => ({
    partnershipId: t
      .uuid()
      .notNull()
      .references(() => partnerships.id),
    id: t.bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    at: t.timestamp({ withTimezone: true }).notNull(),
    /** Who did it; null for the system itself. */
    personId: t.uuid(),
    schoolId: t.uuid(),
    kind: t.text().notNull(),
    detail: t.jsonb().$type<Record<string, unknown>>().notNull(),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    foreignKey({
      columns: [t.partnershipId, t.schoolId],
      foreignColumns: [schools.partnershipId, schools.id],
    }),
    index('events_by_school').on(t.partnershipId, t.schoolId, t.id),
    ownPartnership(),
  ],
);
