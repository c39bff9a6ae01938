import { foreignKey, index, primaryKey } from 'drizzle-orm/pg-core';
import { ownPartnership, table } from './columns.ts';
import { partnerships } from './partnerships.ts';
import { people } from './people.ts';

/**
 * The answer that a change was given under a caller's `Idempotency-Key`, written in the transaction of its effect:
 * the same call again gets the same answer, and nothing happens twice. Kept for a day.
 */
export const givenAnswers = table(
  'given_answers',
  (t) => ({
    partnershipId: t
      .uuid()
      .notNull()
      .references(() => partnerships.id),
    personId: t.uuid().notNull(),
    /** Method and address as called, such as "POST /api/clusters". */
    route: t.text().notNull(),
    key: t.text().notNull(),
    bodyHash: t.text().notNull(),
    status: t.integer().notNull(),
    answer: t.text().notNull(),
    at: t.timestamp({ withTimezone: true }).notNull(),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.personId, t.route, t.key] }),
    foreignKey({
      columns: [t.partnershipId, t.personId],
      foreignColumns: [people.partnershipId, people.personId],
    }),
    index('given_answers_oldest').on(t.at),
    ownPartnership(),
  ],
);
