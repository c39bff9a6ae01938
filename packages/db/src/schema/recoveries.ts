import { recoveryStates } from '@lateral/domain/recoveries/recoveries';
import { sql } from 'drizzle-orm';
import { check, foreignKey, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core';
import { ownPartnership, table } from './columns.ts';
import { people } from './people.ts';

/**
 * A person who has lost their mailbox is given a new address: one person asks, another agrees, everybody who knows them
 * is told, and it happens a day later unless somebody stops it (security.md §5).
 */
export const recoveries = table(
  'recoveries',
  (t) => ({
    partnershipId: t.uuid().notNull(),
    id: t.uuid().notNull().defaultRandom(),
    personId: t.uuid().notNull(),
    newEmail: t.text().notNull(),
    /** The address that it replaced, to which the news goes too. */
    oldEmail: t.text(),
    reason: t.text().notNull(),
    state: t.text({ enum: recoveryStates }).notNull().default('asked'),
    askedBy: t.uuid().notNull(),
    askedAt: t.timestamp({ withTimezone: true }).notNull(),
    agreedBy: t.uuid(),
    agreedAt: t.timestamp({ withTimezone: true }),
    /** When it may happen: a day after it was agreed. */
    dueAt: t.timestamp({ withTimezone: true }),
    endedAt: t.timestamp({ withTimezone: true }),
    stoppedBy: t.uuid(),
    /** What lets whoever is told by mail stop it without signing in. */
    stopHash: t.text().notNull(),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    foreignKey({
      columns: [t.partnershipId, t.personId],
      foreignColumns: [people.partnershipId, people.personId],
    }),
    uniqueIndex('recoveries_one_open')
      .on(t.partnershipId, t.personId)
      .where(sql`state in ('asked','agreed')`),
    check('recoveries_state_known', sql`${t.state} in ('asked','agreed','done','stopped','failed')`),
    check('recoveries_by_two', sql`${t.agreedBy} is null or ${t.agreedBy} <> ${t.askedBy}`),
    check(
      'recoveries_of_another',
      sql`${t.personId} <> ${t.askedBy} and (${t.agreedBy} is null or ${t.agreedBy} <> ${t.personId})`,
    ),
    check(
      'recoveries_agreed',
      sql`${t.state} not in ('agreed','done') or (${t.agreedBy} is not null and ${t.dueAt} is not null)`,
    ),
    check('recoveries_new_email_lower_case', sql`${t.newEmail} = lower(${t.newEmail})`),
    ownPartnership(),
  ],
);
