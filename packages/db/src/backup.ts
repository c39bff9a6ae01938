import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { listMigrations, listTables } from './catalogue.ts';

/** What a backup begins with. */
export type BackupHead = { format: 'lateral-backup-1'; madeAt: string; migrations: string[] };
export type RowCounts = Record<string, number>;

/** Ends the rows of a table, as PostgreSQL's own text format does. */
export const endOfRows = '\\.';

/**
 * Writes every row of every table to a file, as it all stood at one moment, while Lateral goes on. Memory does not
 * grow with it. The file is gzip; inside, lines: the head, for each table its name and columns and then its rows in
 * PostgreSQL's text format, and at the end how many rows there are and a hash of everything before.
 * @param keeperUrl the address at which the keeper logs in: it reads every partnership, and is no owner
 * @returns how many rows of each table
 */
export async function backUp(keeperUrl: string, to: Writable, now: Date): Promise<RowCounts> {
  const client = new pg.Client({ connectionString: keeperUrl });
  await client.connect();
  const gzip = createGzip();
  gzip.pipe(to);
  const finished = once(to, 'finish');
  const hash = createHash('sha256');
  const write = async (piece: string | Buffer) => {
    hash.update(piece);
    if (!gzip.write(piece)) await once(gzip, 'drain');
  };
  try {
    await client.query('begin isolation level repeatable read read only');
    const migrations = await listMigrations(client);
    const head: BackupHead = { format: 'lateral-backup-1', madeAt: now.toISOString(), migrations };
    await write(`${JSON.stringify(head)}\n`);
    const rows: RowCounts = {};
    for (const { name, columns } of await listTables(client)) {
      await write(`${JSON.stringify({ table: name, columns })}\n`);
      const list = columns.map((column) => `"${column}"`).join(', ');
      const copy = client.query(copyTo(`copy (select ${list} from "${name}") to stdout`));
      for await (const piece of copy) await write(piece as Buffer);
      rows[name] = copy.rowCount;
      await write(`${endOfRows}\n`);
    }
    await client.query('commit');
    gzip.end(`${JSON.stringify({ rows, sha256: hash.digest('base64url') })}\n`);
    await finished;
    return rows;
  } finally {
    await client.end();
  }
}
