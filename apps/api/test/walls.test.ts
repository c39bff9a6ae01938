import type { Db } from '@lateral/db/client';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildPartnership, buildPerson, buildSchool } from './builders.ts';
import { testDatabase } from './database.ts';

const { database, owner, urls, close } = await testDatabase();
afterAll(close);

/** Tables that belong to no single partnership, and who may touch them at all. Reviewed by hand. */
const globalTables = [
  'attempts',
  'confirm_codes',
  'oidc_identities',
  'oidc_visits',
  'passkey_challenges',
  'passkeys',
  'persons',
  'refresh_tokens',
  'sign_in_links',
];
/** Written by the sign-in desk, read by the app for its own partnership. */
const sessionsTable = 'sessions';
/** Written by the app, read by the sign-in desk alone. */
const outbox = 'mails';
/** Functions that run as their owner: each is a door in the wall, and reviewed as one. */
const doors = ['person_id_for', 'wake_worker'];

let mine: string;
let theirs: string;

beforeAll(async () => {
  for (const set of [(id: string) => (mine = id), (id: string) => (theirs = id)]) {
    const { id } = await buildPartnership(database);
    set(id);
    await fill(id);
  }
});

/** Puts at least one row into every table, as the app itself would. */
async function fill(id: string) {
  const school = await buildSchool(database, id);
  const head = await buildPerson(database, id, 'headteacher', school.id, { trainedOn: '2026-01-01' });
  const admin = await buildPerson(database, id, 'school-administrator', school.id);
  await database.withKeeper((db) =>
    db.execute(`insert into checkpoints values ('${id}', 1, 'h', now(), 'k', 's')`),
  );
  await database.withPartnership(id, async (db) => {
    const run = (text: string) => db.execute(text);
    await run(`insert into memberships values ('${id}', '${school.id}', '2026-09-01')`);
    await run(`insert into establishment_links values ('${id}', 1, 2, 'Successor', 'Two')`);
    await run(`insert into clusters values ('${id}', '${school.id}', 'North', 'primary-partnership')`);
    await run(`insert into cluster_schools values ('${id}', '${school.id}', '${school.id}')`);
    await run(`insert into events (partnership_id, at, kind, detail) values ('${id}', now(), 'x', '{}')`);
    await run(`insert into jobs (partnership_id, kind, input) values ('${id}', 'plan-season', '{}')`);
    await run(`insert into imports (partnership_id, id, kind) values ('${id}', '${school.id}', 'people')`);
    await run(`insert into import_files values ('${id}', '${school.id}', 'a.csv', 1)`);
    await run(`insert into import_chunks values ('${id}', '${school.id}', 'a.csv', 0, 'x')`);
    await run(`insert into import_readings values ('${id}', '${school.id}', 0, '{}')`);
    await run(`insert into import_changes values ('${id}', '${school.id}', 0, 'added', '{}')`);
    await run(
      `insert into import_rows (partnership_id, import_id, table_name, key, after) values ('${id}', '${school.id}', 'people', 'x', '{}')`,
    );
    await run(`insert into groups values ('${id}', 7, 'Trust', 'trust', true)`);
    await run(`insert into group_members values ('${id}', 7, 1, null, null, false)`);
    await run(`insert into terms values ('${id}', 2026, 'T1', '2026-09-01', '2026-10-01')`);
    await run(`insert into calendar_years values ('${id}', 2026, 1)`);
    await run(
      `insert into school_details (partnership_id, school_id, version, changed_at, changed_by) values ('${id}', '${school.id}', 1, now(), '${head.personId}')`,
    );
    await run(`insert into closed_days values ('${id}', '2026-12-25', 'Christmas')`);
    await run(`insert into school_days values ('${id}', '${school.id}', '2026-11-11', 'inset')`);
    await run(`insert into leader_days values ('${id}', '${head.personId}', '2026-11-11')`);
    await run(
      `insert into saved_views (partnership_id, owner_id, screen, name, filters) values ('${id}', '${head.personId}', 'schools', 'V', '{}')`,
    );
    await run(
      `insert into reminder_batches values ('${id}', '${school.id}', 'join', null, 'x', '${head.personId}', now(), now())`,
    );
    await run(
      `insert into reminders values ('${id}', '${school.id}', '${head.personId}', '${school.id}', '${school.id}')`,
    );
    await run(
      `insert into school_changes values ('${id}', '${school.id}', 'clusters', '${head.personId}', now(), null, '[]')`,
    );
    await run(
      `insert into seasons (partnership_id, id, year, window_start, window_end) values ('${id}', '${school.id}', 2026, '2026-09-01', '2027-07-01')`,
    );
    await run(
      `insert into reviews values ('${id}', '${school.id}', '${school.id}', '2026-11-12', '${head.personId}')`,
    );
    await run(
      `insert into review_seats values ('${id}', '${school.id}', '${school.id}', '${head.personId}', '2026-11-12')`,
    );
    await run(
      `insert into similarity_settings values ('${id}', 1, '{"pupils":1}', 5, 3, now(), '${head.personId}')`,
    );
    await run(
      `insert into api_tokens (partnership_id, owner_id, name, token_hash, scopes, created_at, expires_at) values ('${id}', '${head.personId}', 'T', 'h', '{schools.read}', now(), now() + interval '1 day')`,
    );
    await run(`insert into erasures values ('${id}', '${admin.personId}', 'asked', null, now())`);
    await run(`insert into unplaced_schools values ('${id}', '${school.id}', '${school.id}', '{}')`);
    await run(
      `insert into draft_steps values ('${id}', '${school.id}', 1, '${head.personId}', now(), 'placed', '${school.id}', '{}')`,
    );
    await run(
      `insert into offers values ('${id}', '${school.id}', '${school.id}', '{}', '{}', '{}', now(), '${head.personId}', 1)`,
    );
    await run(
      `insert into offered_leaders values ('${id}', '${school.id}', '${school.id}', '${head.personId}', 'head', 3, '{}')`,
    );
    await run(
      `insert into barred_reviewers values ('${id}', '${school.id}', '${school.id}', '${school.id}', null, '${admin.personId}')`,
    );
    await run(
      `insert into ledger_entries (partnership_id, school_id, year, capacity, kind, half_days, at) values ('${id}', '${school.id}', 2026, 'head', 'owed', 3, now())`,
    );
    await run(
      `insert into training_sessions values ('${id}', '${school.id}', 'reviewer', '2026-10-01', 'morning', '09:00', '12:00', 'Hall', 20)`,
    );
    await run(
      `insert into training_places values ('${id}', '${school.id}', '${head.personId}', now(), '${head.personId}')`,
    );
    await run(
      `insert into bookings values ('${id}', '${school.id}', '${school.id}', '2026-11-12', '${head.personId}', 'booked', null, now())`,
    );
    await run(
      `insert into booked_seats values ('${id}', '${school.id}', '${school.id}', '${head.personId}', '2026-11-12', 'asked')`,
    );
    await run(
      `insert into seat_asks (partnership_id, season_id, school_id, person_id, leaver_id, day, state, asked_by, asked_at, expires_at) values ('${id}', '${school.id}', '${school.id}', '${admin.personId}', '${head.personId}', '2026-11-12', 'open', '${head.personId}', now(), now())`,
    );
    await run(
      `insert into invitations values ('${id}', '${school.id}', '${school.id}', '${head.personId}', 0, 'request', 'lead', '2026-11-12', 'booked', now())`,
    );
    await run(
      `insert into agreements (partnership_id, id, number, title, clauses, changed_at) values ('${id}', '${school.id}', 1, 'A', '[]', now())`,
    );
    await run(
      `insert into signings (partnership_id, school_id, agreement_id, opened_by, opened_at) values ('${id}', '${school.id}', '${school.id}', '${head.personId}', now())`,
    );
    await run(`insert into signed_copies select partnership_id, id, 'x', now() from signings`);
    await run(
      `insert into renewals values ('${id}', '${school.id}', '2027-08-31', '${school.id}', '2026-09-01', 'M1', '${head.personId}', 'H', now(), 'code')`,
    );
    await run(
      `insert into notices (partnership_id, school_id, ends_on, given_by, given_at) values ('${id}', '${school.id}', '2027-01-31', '${head.personId}', now())`,
    );
    await run(`insert into due_reminders values ('${id}', '${school.id}', 'renew', '2027-08-31', 30, now())`);
    await run(
      `insert into delegations (partnership_id, school_id, principal_id, delegate_id, created_at, until_day) values ('${id}', '${school.id}', '${head.personId}', '${admin.personId}', now(), '2027-07-31')`,
    );
    await run(
      `insert into recoveries (partnership_id, person_id, new_email, reason, asked_by, asked_at, stop_hash) values ('${id}', '${admin.personId}', 'new@school.example', 'lost', '${head.personId}', now(), 'x')`,
    );
    await run(
      `insert into notifications (partnership_id, person_id, topic, kind, detail, at) values ('${id}', '${head.personId}', 'you', 'trained', '{}', now())`,
    );
    await run(`insert into digests values ('${id}', '${head.personId}', '2026-11-11', '${school.id}')`);
    await run(
      `insert into calendar_feeds values ('${id}', '${head.personId}', '${school.id}', 'h', true, now())`,
    );
    await run(`insert into feed_entries values ('${id}', '${head.personId}', 'away', '{}', 0, now())`);
    await run(`insert into notification_choices values ('${id}', '${head.personId}', 'you', 'off')`);
    await run(
      `insert into given_answers values ('${id}', '${head.personId}', 'POST /x', 'key', 'hash', 200, '', now())`,
    );
  });
}

const { rows: tables } = await owner.query<{ name: string }>(
  `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`,
);
const scoped = tables
  .map(({ name }) => name)
  .filter((name) => !globalTables.includes(name) && name !== outbox);
const keyOf = (table: string) => (table === 'partnerships' ? 'id' : 'partnership_id');

/** A connection of the app, in the scope of `setting` (none when null), that always rolls back. */
async function inScope<T>(setting: string | null, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: urls.app });
  await client.connect();
  try {
    await client.query('begin');
    if (setting !== null) await client.query(`select set_config('app.partnership_id', $1, true)`, [setting]);
    return await work(client);
  } finally {
    await client.query('rollback').catch(() => {});
    await client.end();
  }
}

const count = (client: pg.Client, table: string, where = 'true') =>
  client
    .query(`select count(*)::int as n from ${table} where ${where}`)
    .then(({ rows }) => rows[0].n as number);

/** What a partnership's scope lets through of one table: rows seen, and rows of the other changed. */
async function leaks(table: string): Promise<string[]> {
  const found: string[] = [];
  const key = keyOf(table);
  const stranger = crypto.randomUUID();
  const note = (what: string, n: number) => n > 0 && found.push(`${table}: ${what} ${n}`);
  note('seen without a setting', await inScope(null, (c) => count(c, table)));
  note('seen with an empty setting', await inScope('', (c) => count(c, table)));
  note('seen with a wrong setting', await inScope(stranger, (c) => count(c, table)));
  note('of others seen', await inScope(mine, (c) => count(c, table, `${key} <> '${mine}'`)));
  note(
    'copied out',
    await inScope(mine, (c) =>
      c.query(`select * from ${table}`).then(({ rows }) => rows.filter((row) => row[key] !== mine).length),
    ),
  );
  for (const change of [
    `update ${table} set ${key} = ${key} where ${key} = '${theirs}'`,
    `delete from ${table} where ${key} = '${theirs}'`,
  ]) {
    const changed = await inScope(mine, (c) =>
      c.query(change).then(
        ({ rowCount }) => rowCount ?? 0,
        () => 0,
      ),
    );
    note(`changed by ${change.split(' ')[0]}`, changed);
  }
  const moved = await inScope(mine, (c) =>
    c.query(`update ${table} set ${key} = '${theirs}'`).then(
      ({ rowCount }) => rowCount ?? 0,
      () => 0,
    ),
  );
  note('moved to another partnership', moved);
  return found;
}

describe('every table of a partnership', () => {
  test('there are as many as were reviewed, and each holds rows of both partnerships', async () => {
    expect(scoped).toHaveLength(64);
    for (const table of scoped) {
      const { rows } = await owner.query(`select count(distinct ${keyOf(table)})::int as n from ${table}`);
      expect([table, rows[0].n]).toEqual([table, 2]);
    }
  });

  test.each(scoped)('%s shows and changes its own partnership alone', async (table) => {
    expect(await inScope(mine, (c) => count(c, table))).toBeGreaterThan(0);
    expect(await leaks(table)).toEqual([]);
  });

  test('taking one policy away, or loosening it, is noticed', async () => {
    const { rows } = await owner.query(
      `select pg_get_expr(polqual, polrelid) as rule from pg_policy where polrelid = 'clusters'::regclass`,
    );
    await owner.query('drop policy own_partnership on clusters');
    expect(await inScope(mine, (c) => count(c, 'clusters'))).toBe(0);
    await owner.query('create policy own_partnership on clusters to lateral_app using (true)');
    expect(await leaks('clusters')).not.toEqual([]);
    await owner.query('drop policy own_partnership on clusters');
    await owner.query(
      `create policy own_partnership on clusters to lateral_app using (${rows[0].rule}) with check (${rows[0].rule})`,
    );
    expect(await leaks('clusters')).toEqual([]);
  });
});

test.each(globalTables)('the app cannot so much as read %s', async (table) => {
  await expect(inScope(mine, (c) => count(c, table))).rejects.toThrow('permission denied');
});

test('the app reads the sessions of its own partnership, and ends none', async () => {
  await expect(inScope(mine, (c) => c.query('update sessions set ended_at = now()'))).rejects.toThrow(
    'permission denied',
  );
  await expect(inScope(mine, (c) => c.query('delete from sessions'))).rejects.toThrow('permission denied');
});

test('the app posts mail for its own partnership and reads none', async () => {
  const post = (partnership: string) =>
    inScope(mine, (c) =>
      c.query(
        `insert into mails (partnership_id, to_address, subject, text, created_at) values ('${partnership}', 'a@b.example', 's', 't', now())`,
      ),
    );
  await expect(post(mine)).resolves.toBeDefined();
  await expect(post(theirs)).rejects.toThrow('row-level security');
  await expect(inScope(mine, (c) => count(c, 'mails'))).rejects.toThrow('permission denied');
});

test('the app says what happened, never where it stands in the chain', async () => {
  const tell = (columns: string, values: string) =>
    inScope(mine, (c) =>
      c.query(
        `insert into events (partnership_id, at, kind, detail${columns}) values ('${mine}', now(), 'x', '{}'${values})`,
      ),
    );
  await expect(tell('', '')).resolves.toBeDefined();
  await expect(tell(', seq, hash, detail_hash', `, 1, 'a', 'b'`)).rejects.toThrow('row-level security');
  await expect(tell(', salt', `, 'x'`)).rejects.toThrow('row-level security');
  await expect(
    inScope(mine, (c) => c.query(`insert into checkpoints values ('${mine}', 9, 'h', now(), 'k', 's')`)),
  ).rejects.toThrow('permission denied');
});

test('what happened can be added to, not changed or taken away', async () => {
  await expect(inScope(mine, (c) => c.query('update events set kind = kind'))).rejects.toThrow(
    'permission denied',
  );
  await expect(inScope(mine, (c) => c.query('delete from events'))).rejects.toThrow('permission denied');
});

test('nobody wakes a worker for another partnership', async () => {
  const wake = (partnershipId: string) =>
    inScope(mine, (c) => c.query(`select wake_worker('run-job', $1)`, [JSON.stringify({ partnershipId })]));
  await expect(wake(theirs)).rejects.toThrow('a job belongs to the partnership');
  await expect(wake(mine)).resolves.toBeDefined();
});

test('a thousand mixed calls, failing ones among them, never see another partnership', async () => {
  const look = async (db: Db) =>
    (await db.execute<{ id: string }>('select distinct partnership_id as id from schools')).rows.map(
      ({ id }) => id,
    );
  const ask = (i: number) => {
    const id = i % 2 ? mine : theirs;
    if (i % 97 === 0) return database.withPartnership('not-a-uuid', look);
    if (i % 89 === 0) return database.withPartnership(id, (db) => db.execute('select 1/0'));
    return database.withPartnership(id, look).then((seen) => expect(seen).toEqual([id]));
  };
  const answers: PromiseSettledResult<unknown>[] = [];
  // A hundred at once: more would wait for a connection for longer than they are let wait.
  for (let i = 0; i < 1000; i += 100)
    answers.push(...(await Promise.allSettled(Array.from({ length: 100 }, (_, j) => ask(i + j)))));
  expect(answers.filter(({ status }) => status === 'rejected')).toHaveLength(11 + 11);
});

test('a connection that breaks in the middle of a request fails that request and nothing else', async () => {
  const broken = database.withPartnership(mine, (db) =>
    db.execute('select pg_terminate_backend(pg_backend_pid())'),
  );
  await expect(broken).rejects.toThrow();
  const { rows } = await database.withPartnership(mine, (db) =>
    db.execute<{ one: number }>('select 1 as one'),
  );
  expect(rows).toEqual([{ one: 1 }]);
});

describe('the catalogue', () => {
  const list = (query: string) =>
    owner.query<{ name: string }>(query).then(({ rows }) => rows.map(({ name }) => name));

  test('forces row-level security on every table', async () => {
    const bare = `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r','p') and not (relrowsecurity and relforcerowsecurity)`;
    expect(await list(bare)).toEqual([]);
    await owner.query('create table planted (partnership_id uuid)');
    expect(await list(bare)).toEqual(['planted']);
    await owner.query('drop table planted');
  });

  test('lets the keeper, and nobody else, reach every table', async () => {
    const unkept = `select relname as name from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r','p') and not exists (select 1 from pg_policy where polrelid = c.oid and polname = 'keeper' and polroles = array[(select oid from pg_roles where rolname = 'lateral_keeper')])`;
    expect(await list(unkept)).toEqual([]);
  });

  test('has no view that runs as its owner', async () => {
    const views = `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v','m') and coalesce(reloptions::text, '') !~ 'security_invoker=(true|on)'`;
    expect(await list(views)).toEqual([]);
    await owner.query('create view planted as select * from schools');
    expect(await list(views)).toEqual(['planted']);
    await owner.query('drop view planted');
  });

  test('begins every unique key of a partnership with the partnership', async () => {
    const keys = `select c.relname as name from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
      join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
      where t.relnamespace = 'public'::regnamespace and i.indisunique and a.attname <> 'partnership_id'
      and t.relname <> all ($1)`;
    const found = () =>
      owner
        .query(keys, [[...globalTables, sessionsTable, outbox, 'partnerships']])
        .then(({ rows }) => rows.map(({ name }) => name));
    expect(await found()).toEqual([]);
    await owner.query('create unique index planted on people (email)');
    expect(await found()).toEqual(['planted']);
    await owner.query('drop index planted');
  });

  test('joins rows of a partnership only to rows of the same one', async () => {
    const keys = `select conname as name from pg_constraint k join pg_class t on t.oid = k.confrelid
      where k.contype = 'f' and t.relname <> all ($1) and not exists (
        select 1 from pg_attribute a where a.attrelid = k.conrelid and a.attnum = k.conkey[1] and a.attname = 'partnership_id')`;
    const { rows } = await owner.query(keys, [[...globalTables, sessionsTable, 'partnerships']]);
    expect(rows).toEqual([]);
  });

  test('opens only the reviewed doors', async () => {
    const found = await list(
      `select distinct proname as name from pg_proc where pronamespace = 'public'::regnamespace and prosecdef order by 1`,
    );
    expect(found).toEqual(doors);
  });

  test("gives the API's roles no way round: they own nothing and bypass nothing", async () => {
    const { rows } = await owner.query(
      `select rolname, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as mighty,
        (select count(*)::int from pg_class c where c.relowner = r.oid) as owns from pg_roles r where rolname like 'lateral_%' order by 1`,
    );
    expect(rows).toEqual([
      { rolname: 'lateral_app', mighty: false, owns: 0 },
      { rolname: 'lateral_authn', mighty: false, owns: 0 },
      { rolname: 'lateral_keeper', mighty: false, owns: 0 },
    ]);
  });
});
