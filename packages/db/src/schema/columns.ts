import { type SQL, sql } from 'drizzle-orm';
import { customType, pgPolicy, pgRole, snakeCase } from 'drizzle-orm/pg-core';

/** The API's role: owns nothing, bypasses nothing, sees one partnership at a time. */
export const app = pgRole('lateral_app').existing();
/** The sign-in desk's role: reads and writes the global tables of persons, sessions, links and mail. */
export const authn = pgRole('lateral_authn').existing();

/** The partnership whose scope this transaction has taken; null when none (the setting reverts to '', not NULL). */
export const currentPartnership = sql`nullif((select current_setting('app.partnership_id', true)), '')::uuid`;

/** The row policy of every table that belongs to a partnership. */
export const ownPartnership = (column: string = 'partnership_id') => {
  const own: SQL = sql`${sql.identifier(column)} = ${currentPartnership}`;
  return pgPolicy('own_partnership', { for: 'all', to: app, using: own, withCheck: own });
};

/** The sign-in desk may do anything with the few tables that it is granted. */
export const signInDesk = () =>
  pgPolicy('sign_in_desk', { for: 'all', to: authn, using: sql`true`, withCheck: sql`true` });

/** Columns are snake_case in the database and camelCase in code; every table has row-level security. */
export const table = snakeCase.table.withRLS;

export const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value),
});
