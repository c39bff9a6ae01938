import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { prepareRoles } from './roles.ts';

export const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url));

/** Brings the database at the owner's address up to this version. Safe to run by several processes at once. */
export async function migrateDatabase(ownerUrl: string, secret: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5000 });
  await owner.connect();
  try {
    await owner.query(`select pg_advisory_lock(hashtext('lateral migrations'))`);
    await owner.query(`set lock_timeout = '5s'`);
    await prepareRoles(owner, secret);
    await migrate(drizzle({ client: owner }), { migrationsFolder });
  } finally {
    await owner.end();
  }
}
