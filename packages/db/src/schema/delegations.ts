import { sql } from 'drizzle-orm';
import { check, foreignKey, index, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core';
import { ownPartnership, table } from './columns.ts';
import { people } from './people.ts';
import { schools } from './schools.ts';

/** A head lets somebody of their school prepare things in their name, until a day or until they take it back. */
export const delegations = table(
  'delegations',
  (t) => ({
    partnershipId: t.uuid().notNull(),
    id: t.uuid().notNull().defaultRandom(),
    schoolId: t.uuid().notNull(),
    /** The head who lends, and the person who prepares for them. */
    principalId: t.uuid().notNull(),
    delegateId: t.uuid().notNull(),
    createdAt: t.timestamp({ withTimezone: true }).notNull(),
    until: t.date('until_day', { mode: 'string' }).notNull(),
    endedAt: t.timestamp({ withTimezone: true }),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    foreignKey({
      columns: [t.partnershipId, t.schoolId],
      foreignColumns: [schools.partnershipId, schools.id],
    }),
    foreignKey({
      columns: [t.partnershipId, t.principalId],
      foreignColumns: [people.partnershipId, people.personId],
    }),
    foreignKey({
      columns: [t.partnershipId, t.delegateId],
      foreignColumns: [people.partnershipId, people.personId],
    }),
    uniqueIndex('delegations_one_open')
      .on(t.partnershipId, t.schoolId, t.principalId, t.delegateId)
      .where(sql`ended_at is null`),
    index('delegations_by_delegate').on(t.partnershipId, t.delegateId).where(sql`ended_at is null`),
    check('delegations_to_another', sql`${t.principalId} <> ${t.delegateId}`),
    ownPartnership(),
  ],
);
