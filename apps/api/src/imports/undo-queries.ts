import type { Db } from '@lateral/db/client';
import { importRows, imports } from '@lateral/db/schema';
import type { ImportKind } from '@lateral/domain/imports/states';
import { type Row, type Step, undoableImports, type Written } from '@lateral/domain/imports/undo';
import { asc, eq, type SQL, sql } from 'drizzle-orm';

/** From here on, every row that is written is kept as it was before and after, until `work` ends. */
export async function keepRows(db: Db, importId: string, work: () => Promise<void>) {
  await db.execute(sql`select set_config('app.import_id', ${importId}, true)`);
  await work();
  await db.execute(sql`select set_config('app.import_id', '', true)`);
  await dropOldRows(db);
}

/** What was kept of imports that were applied too long ago to be undone. */
const dropOldRows = (db: Db) =>
  db.execute(
    sql`delete from import_rows where import_id not in (select import_id from import_rows group by import_id order by max(position) desc limit ${undoableImports})`,
  );

/** Everything that an import wrote, in turn. */
export async function listWritten(db: Db, importId: string): Promise<Written[]> {
  return db
    .select({
      table: importRows.tableName,
      key: importRows.key,
      before: importRows.before,
      after: importRows.after,
    })
    .from(importRows)
    .where(eq(importRows.importId, importId))
    .orderBy(asc(importRows.position));
}

/** The next import that was applied after this one and wrote some of the same rows; null when none did. */
export async function findOvertaker(db: Db, importId: string) {
  const { rows } = await db.execute<{ id: string; kind: ImportKind; applied_at: string }>(
    sql`select i.id, i.kind, i.applied_at from import_rows own
      join import_rows other on (other.partnership_id, other.table_name, other.key) = (own.partnership_id, own.table_name, own.key) and other.position > own.position
      join imports i on i.id = other.import_id
      where own.import_id = ${importId} and i.id <> ${importId} and i.state in ('applied', 'undoing')
      order by other.position limit 1`,
  );
  return rows[0] ?? null;
}

const name = (text: string) => sql.identifier(text);

/** The columns of the keys of tables, beside the partnership, in their order. */
export async function listKeys(db: Db, tables: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await db.execute<{ table: string; columns: string[] }>(
    sql`select c.relname as table, array_agg(a.attname::text order by p.at) as columns
      from pg_class c join pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
      cross join lateral unnest(k.conkey) with ordinality as p (num, at)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = p.num
      where c.relnamespace = 'public'::regnamespace and a.attname <> 'partnership_id' and c.relname = any(${sql.param([...tables])}::text[]) group by 1`,
  );
  return new Map(rows.map(({ table, columns }) => [table, columns]));
}

const sameKey = (key: readonly string[]) =>
  sql.join(
    ['partnership_id', ...key].map((column) => sql`t.${name(column)} = k.${name(column)}`),
    sql` and `,
  );
const rowsOf = (table: string, rows: readonly Row[]) =>
  sql`jsonb_populate_recordset(null::${name(table)}, ${JSON.stringify(rows)}::jsonb) k`;

/** How rows are now that have the keys of these; held until the transaction ends. */
export async function listNow(db: Db, table: string, key: readonly string[], rows: readonly Row[]) {
  const found = await db.execute<{ row: Row }>(
    sql`select to_jsonb(t) as row from ${name(table)} t join ${rowsOf(table, rows)} on ${sameKey(key)} for no key update of t`,
  );
  return found.rows.map(({ row }) => row);
}

export type Hanging = { table: string; owner: string; key: string };

/**
 * Rows of any table that refer to these schools or people, as the database itself knows; what has happened and what
 * somebody was told do not count.
 */
export async function listHanging(db: Db, of: 'schools' | 'people', ids: readonly string[]) {
  if (ids.length === 0) return [];
  const { rows: references } = await db.execute<{ table: string; column: string }>(
    sql`select c.relname as table, a.attname as column from pg_constraint k join pg_class c on c.oid = k.conrelid
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey)
      where k.contype = 'f' and k.confrelid = ${of}::regclass and a.attname <> 'partnership_id'
      and c.relname not in ('events', 'schools', 'notifications', 'digests') and has_table_privilege(c.oid, 'select')`,
  );
  const keys = await listKeys(
    db,
    references.map(({ table }) => table),
  );
  const found: Hanging[] = [];
  for (const { table, column } of references) {
    const key = sql.join(
      (keys.get(table) ?? []).map((part) => sql`t.${name(part)}`),
      sql`, `,
    );
    const { rows } = await db.execute<{ owner: string; key: string }>(
      sql`select t.${name(column)} as owner, concat_ws(' ', ${key}) as key from ${name(table)} t where t.${name(column)} = any(${sql.param([...ids])}::uuid[])`,
    );
    for (const row of rows) found.push({ table, ...row });
  }
  return found;
}

/** Takes one step for many rows of one table. @returns how many rows it was taken for */
export async function takeStep(db: Db, key: readonly string[], steps: readonly [Step, ...Step[]]) {
  const [step] = steps;
  const plain = await listPlainColumns(db, step.table);
  const rows = rowsOf(
    step.table,
    steps.map(({ row }) => row),
  );
  const taken = await db.execute<{ one: number }>(
    sql`${writingOf(step, key, plain, rows)} returning 1 as one`,
  );
  return taken.rows.length;
}

function writingOf(step: Step, key: readonly string[], plain: readonly string[], rows: SQL): SQL {
  const table = name(step.table);
  if (step.do === 'add-again') {
    const columns = sql.join(plain.map(name), sql`, `);
    return sql`insert into ${table} (${columns}) select ${columns} from ${rows}`;
  }
  if (step.do === 'put-back') {
    // What the database makes of other columns follows them by itself.
    const columns = step.columns.filter((column) => plain.includes(column));
    const set = columns.map((column) => sql`${name(column)} = k.${name(column)}`);
    return sql`update ${table} t set ${sql.join(set, sql`, `)} from ${rows} where ${sameKey(key)}`;
  }
  // What has happened to a school names it: its row stays, out of every list.
  if (step.table === 'schools')
    return sql`update schools t set absorbed_by = t.id, counted = false, settlement = 'not-counted' from ${rows} where ${sameKey(key)}`;
  return sql`delete from ${table} t using ${rows} where ${sameKey(key)}`;
}

/** The columns of a table that can be written: not those that the database makes itself. */
async function listPlainColumns(db: Db, table: string) {
  const { rows } = await db.execute<{ column: string }>(
    sql`select attname as column from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''`,
  );
  return rows.map(({ column }) => column);
}

export const recordUndone = (db: Db, importId: string, at: Date) =>
  db.update(imports).set({ state: 'undone', undoneAt: at }).where(eq(imports.id, importId));
