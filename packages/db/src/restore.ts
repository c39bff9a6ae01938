import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { RowCounts } from './backup.ts';
import { listMigrations, listTables } from './catalogue.ts';
import { migrateDatabase, migrationsFolder } from './migrate.ts';
import { type Backup, CannotRestore, openBackup } from './read-backup.ts';
import { prepareRoles, roleUrls } from './roles.ts';

/**
 * Restores a backup into a place where nothing is: all of it or, when the file is damaged or cut short, none. A backup
 * of an older Lateral is restored as it was and then brought up to date.
 * @returns how many rows of each table, and when the backup was made
 * @throws CannotRestore
 */
export async function restore(
  ownerUrl: string,
  secret: string,
  from: Readable,
): Promise<{ rows: RowCounts; madeAt: string }> {
  const backup = await openBackup(from);
  refuseNewer(backup.head.migrations);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await prepareRoles(client, secret);
    await preparePlace(client, ownerUrl, secret, backup.head.migrations);
    await client.query('begin');
    try {
      await fill(client, backup);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw error;
    }
  } finally {
    await client.end();
  }
  await migrateDatabase(ownerUrl, secret);
  return { rows: backup.counted, madeAt: backup.head.madeAt };
}

function refuseNewer(migrations: readonly string[]) {
  const known = readdirSync(migrationsFolder);
  if (migrations.some((name) => !known.includes(name)))
    throw new CannotRestore(
      'This backup was made by a newer Lateral. Please restore it with that one, or a later one.',
    );
}

/** Brings an empty database to where the backup was. */
async function preparePlace(
  client: pg.Client,
  ownerUrl: string,
  secret: string,
  migrations: readonly string[],
) {
  const there = await listMigrations(client);
  if (there.length === 0) return migrateTo(client, migrations);
  if (!(await isEmpty(ownerUrl, secret)))
    throw new CannotRestore(
      'There is data here already. Please restore into an empty place: another DATA_DIR, or an empty database.',
    );
  if (there.join() !== migrations.join())
    throw new CannotRestore(
      'This database is of another version than the backup. Please restore into a database that has nothing in it.',
    );
}

async function isEmpty(ownerUrl: string, secret: string) {
  const keeper = new pg.Client({ connectionString: roleUrls(ownerUrl, secret).keeper });
  await keeper.connect();
  try {
    const { rows } = await keeper.query<{ n: number }>(
      'select (select count(*) from partnerships)::int + (select count(*) from persons)::int as n',
    );
    return rows[0]?.n === 0;
  } finally {
    await keeper.end();
  }
}

/** Makes the tables as they were: with the migrations that the backup had had, and no later one. */
async function migrateTo(client: pg.Client, migrations: readonly string[]) {
  const folder = mkdtempSync(path.join(tmpdir(), 'lateral-migrations-'));
  try {
    for (const name of migrations)
      cpSync(path.join(migrationsFolder, name), path.join(folder, name), { recursive: true });
    await migrate(drizzle({ client }), { migrationsFolder: folder });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Fills every table, with triggers and the owner's own walls down until all is in. */
async function fill(client: pg.Client, backup: Backup) {
  const tables = new Set((await listTables(client)).map(({ name }) => name));
  const alter = async (change: string) => {
    for (const name of tables) await client.query(`alter table "${name}" ${change}`);
  };
  await alter('no force row level security, disable trigger user');
  for (let part = await backup.nextPart(); part; part = await backup.nextPart()) {
    const { table, columns } = part;
    if (!tables.has(table))
      throw new CannotRestore(`The backup has a table ${table} that this place has not.`);
    const list = columns.map((column) => `"${column.replaceAll('"', '""')}"`).join(', ');
    const copy = client.query(copyFrom(`copy "${table}" (${list}) from stdin`));
    await pipeline(Readable.from(backup.readRows(table)), copy);
  }
  await alter('enable trigger user, force row level security');
  await moveSequences(client);
}

/** Numbers go on after those that were restored. */
async function moveSequences(client: pg.Client) {
  const { rows } = await client.query<{ sequence: string; table: string; column: string }>(`
    select pg_get_serial_sequence(c.oid::regclass::text, a.attname) as sequence, c.relname as "table", a.attname as "column"
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and pg_get_serial_sequence(c.oid::regclass::text, a.attname) is not null`);
  for (const { sequence, table, column } of rows)
    await client.query(
      `select setval($1::regclass, coalesce((select max("${column}") from "${table}"), 0) + 1, false)`,
      [sequence],
    );
}
