import type pg from 'pg';

async function tablesOfPartnerships(owner: pg.Client) {
  const { rows } = await owner.query<{ table: string; ids: string[] }>(`
    select c.relname as table, array_agg(a.attname::text) filter (where a.atttypid = 'uuid'::regtype and a.attname <> 'partnership_id') as ids
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    group by c.relname having bool_or(a.attname = 'partnership_id') order by c.relname`);
  return rows.map(({ table, ids }) => ({ table, ids: ids ?? [] }));
}

/** What a column, a parameter or a field holds the id of: "school" for `school_id`, `schoolId`, `schools` and the id of `schools`. */
export const thingOf = (name: string) =>
  name
    .replace(/_?[Ii]ds?$/, '')
    .replace(/^people$/, 'person')
    .replace(/s$/, '')
    .toLowerCase();

/** Every id that stands in any row of a partnership, read past the walls, by what it is the id of. */
export async function readIds(owner: pg.Client, partnershipId: string): Promise<Map<string, string[]>> {
  const found = new Map<string, Set<string>>([['partnership', new Set([partnershipId])]]);
  for (const { table, ids } of await tablesOfPartnerships(owner))
    for (const column of ids) {
      const { rows } = await owner.query<{ id: string }>(
        `select distinct ${column} as id from ${table} where partnership_id = $1 and ${column} is not null`,
        [partnershipId],
      );
      if (rows.length === 0) continue;
      const thing = thingOf(column === 'id' ? table.replace(/^.*_/, '') : column);
      found.set(thing, new Set([...(found.get(thing) ?? []), ...rows.map(({ id }) => id)]));
    }
  return new Map([...found].map(([thing, ids]) => [thing, [...ids]]));
}

/** All that a partnership holds, table by table, as hashes: two that are alike hold the same. */
export async function fingerprint(owner: pg.Client, partnershipId: string): Promise<Record<string, string>> {
  const prints: Record<string, string> = {};
  for (const { table } of await tablesOfPartnerships(owner)) {
    const { rows } = await owner.query<{ print: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(r::text, '|' order by r::text)), '') as print from ${table} r where partnership_id = $1`,
      [partnershipId],
    );
    prints[table] = rows[0]?.print ?? '';
  }
  return prints;
}
