import { tokenScopes } from '@lateral/domain/tokens/tokens';
import { sql } from 'drizzle-orm';
import { check, foreignKey, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core';
import { ownPartnership, table } from './columns.ts';
import { people } from './people.ts';

/** What a program calls the API with, by its hash: it does what its owner may do, of what they let it do, until it ends. */
export const apiTokens = table(
  'api_tokens',
  (t) => ({
    partnershipId: t.uuid().notNull(),
    id: t.uuid().notNull().defaultRandom(),
    ownerId: t.uuid().notNull(),
    name: t.text().notNull(),
    tokenHash: t.text().notNull(),
    scopes: t.text({ enum: tokenScopes }).array().notNull(),
    createdAt: t.timestamp({ withTimezone: true }).notNull(),
    expiresAt: t.timestamp({ withTimezone: true }).notNull(),
    /** When it was last used, to the minute. */
    usedAt: t.timestamp({ withTimezone: true }),
    endedAt: t.timestamp({ withTimezone: true }),
    endedBy: t.uuid(),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    foreignKey({
      columns: [t.partnershipId, t.ownerId],
      foreignColumns: [people.partnershipId, people.personId],
    }),
    uniqueIndex('api_tokens_hash').on(t.partnershipId, t.tokenHash),
    check('api_tokens_name_given', sql`length(trim(${t.name})) > 0`),
    check('api_tokens_do_something', sql`cardinality(${t.scopes}) > 0`),
    check(
      'api_tokens_end',
      sql`${t.expiresAt} > ${t.createdAt} and ${t.expiresAt} <= ${t.createdAt} + interval '367 days'`,
    ),
    ownPartnership(),
  ],
);
