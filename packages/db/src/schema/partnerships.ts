import { sql } from 'drizzle-orm';
import { check, pgPolicy } from 'drizzle-orm/pg-core';
import { app, authn, currentPartnership, table } from './columns.ts';

/** One schools partnership of the installation. Read by its own people and, to find where a person belongs, by the sign-in desk. */
export const partnerships = table(
  'partnerships',
  (t) => ({
    id: t.uuid().primaryKey().defaultRandom(),
    name: t.text().notNull(),
    laCode: t.text().notNull(),
    isDemonstration: t.boolean().notNull().default(false),
    /** GIAS type codes whose schools count as state-funded here. */
    stateFundedTypes: t.integer().array().notNull(),
    /** Of its settings. */
    version: t.integer().notNull().default(1),
    createdAt: t.timestamp({ withTimezone: true }).notNull().defaultNow(),
  }),
  (t) => [
    check('partnerships_name_given', sql`length(trim(${t.name})) > 0`),
    check('partnerships_la_code', sql`${t.laCode} ~ '^[0-9]{3}$'`),
    pgPolicy('own_partnership', {
      for: 'all',
      to: app,
      using: sql`id = ${currentPartnership}`,
      withCheck: sql`id = ${currentPartnership}`,
    }),
    pgPolicy('sign_in_desk', { for: 'select', to: authn, using: sql`true` }),
  ],
);
