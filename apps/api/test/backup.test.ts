import { createHash, randomUUID } from 'node:crypto';
import { Readable, Writable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import { backUp } from '@lateral/db/backup';
import { connect } from '@lateral/db/client';
import { restore } from '@lateral/db/restore';
import { roleUrls } from '@lateral/db/roles';
import pg from 'pg';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { buildApp } from '../src/app.ts';
import { settleRestored } from '../src/backups/settle-restored.ts';
import { verifyChains } from '../src/flows/verify-chains.ts';
import { chainEvents, signChains } from '../src/history/chain-events.ts';
import { prepareQueue } from '../src/installation.ts';
import { secret, testApi } from './api.ts';
import { buildPartnership, buildPerson, buildSchool } from './builders.ts';
import { testSecret } from './one-database.ts';
import { importFiles } from './work.ts';

const now = new Date('2026-11-23T09:00:00Z');
const api = await testApi();
afterAll(api.close);
const { database, owner } = api;
const admin = new pg.Client({ connectionString: inject('serverUrl') });
await admin.connect();
const made: string[] = [];
afterAll(async () => {
  for (const name of made) await admin.query(`drop database ${name} with (force)`);
  await admin.end();
});

/** An empty database on the same server. */
async function emptyPlace() {
  const name = `lateral_restore_${randomUUID().replaceAll('-', '')}`;
  await admin.query(`create database ${name}`);
  made.push(name);
  return Object.assign(new URL(inject('serverUrl')), { pathname: `/${name}` }).href;
}

async function save(): Promise<Buffer> {
  const pieces: Buffer[] = [];
  const to = new Writable({
    write(piece: Buffer, _encoding, done) {
      pieces.push(piece);
      done();
    },
  });
  await backUp(api.urls.keeper, to, now);
  return Buffer.concat(pieces);
}
const restoreTo = (url: string, backup: Buffer) => restore(url, testSecret, Readable.from([backup]));

/** Every row of every table as text, in order: what a restore must bring back to the letter. */
async function dump(url: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows: tables } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  );
  const all: Record<string, string[]> = {};
  for (const { name } of tables) {
    const { rows } = await client.query<{ row: string }>(`select t::text as row from "${name}" t order by 1`);
    all[name] = rows.map(({ row }) => row);
  }
  await client.end();
  return all;
}

const awkward = 'Tab\tnewline\nbackslash\\ quote" ’ é \u2028 \\. N \\N';
let broker: Awaited<ReturnType<typeof buildPerson>>;

beforeAll(async () => {
  const { id } = await buildPartnership(database, { name: awkward });
  broker = await buildPerson(database, id, 'broker', null, { email: 'rosa@vale.example' });
  const school = await buildSchool(database, id, { name: awkward });
  await buildPerson(database, id, 'headteacher', school.id);
  const csv =
    'URN,LA (code),EstablishmentName,TypeOfEstablishment (code),EstablishmentStatus (code)\n100001,916,Ash ’s,1,1\n';
  await importFiles(api, broker, 'register', { 'a.csv': csv });
  await api.as(broker).post('/clusters').send({ name: 'North', kind: 'primary-partnership' }).expect(201);
  await api.anonymous().post('/api/sign-in/links').send({ email: broker.email }).expect(202);
  await chainEvents(database);
  await signChains(database, api.app.auditKey, now);
});

test('a backup restored into an empty place is, row for row, what was backed up', async () => {
  const before = await dump(api.ownerUrl);
  const url = await emptyPlace();
  const { rows, madeAt } = await restoreTo(url, await save());
  expect(madeAt).toBe(now.toISOString());
  expect(await dump(url)).toEqual(before);
  expect(rows).toEqual(Object.fromEntries(Object.entries(before).map(([name, all]) => [name, all.length])));
  expect(Object.values(rows).reduce((sum, n) => sum + n, 0)).toBeGreaterThan(30);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows: bare } = await client.query(
    `select relname from pg_class c where relnamespace = 'public'::regnamespace and relkind = 'r' and (not relforcerowsecurity or exists (select 1 from pg_trigger t where t.tgrelid = c.oid and t.tgenabled = 'D'))`,
  );
  expect(bare).toEqual([]);
  await client.end();
});

test('what was restored goes on: nobody is signed in, no mail goes twice, the history is whole, and people sign in', async () => {
  const url = await emptyPlace();
  await restoreTo(url, await save());
  await prepareQueue(url);
  const restored = connect(roleUrls(url, testSecret));
  const settled = await settleRestored(restored, { sendsMail: false }, now);
  expect(settled).toMatchObject({ workStopped: 0, mails: 1 });
  expect(settled.sessionsEnded).toBeGreaterThan(0);
  expect(await verifyChains(restored, secret, now)).toEqual([
    { partnership: awkward, entries: expect.any(Number), faults: 0 },
  ]);
  const app = await buildApp({ database: restored, secret, now: () => now });
  await app.ready();
  const old = request(app.server)
    .get('/api/me')
    .set('authorization', `Bearer ${api.token(broker)}`);
  await old.expect(401);
  const agent = request.agent(app.server);
  await agent.post('/api/sign-in/links').send({ email: broker.email }).expect(202);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows: mails } = await client.query('select text from mails');
  expect(mails).toHaveLength(1);
  const token = /link#(\S+)/.exec(mails[0].text)?.[1];
  const { body } = await agent.post('/api/sign-in/redeem').send({ token }).expect(200);
  const as = (method: 'get' | 'post', path: string) =>
    request(app.server)[method](`/api${path}`).set('authorization', `Bearer ${body.accessToken}`);
  expect((await as('get', '/schools').expect(200)).body.total).toBe(2);
  // Numbers go on after the restored ones.
  await as('post', '/clusters').send({ name: 'South', kind: 'primary-partnership' }).expect(201);
  await client.end();
  await app.close();
  await restored.close();
});

test('work that was under way when the backup was made is said to have stopped, and can be started again', async () => {
  const { body: started } = await api.as(broker).post('/imports').send({ kind: 'people' }).expect(201);
  await api
    .as(broker)
    .put(`/imports/${started.id}/files/p.csv`)
    .set('content-type', 'application/octet-stream')
    .send(Buffer.from('URN,role\n'))
    .expect(200);
  await api.as(broker).post(`/imports/${started.id}/check`).expect(202);
  const backup = await save();
  await owner.query(`delete from jobs where id in (select job_id from imports where id = $1)`, [started.id]);
  const url = await emptyPlace();
  await restoreTo(url, backup);
  await prepareQueue(url);
  const restored = connect(roleUrls(url, testSecret));
  expect(await settleRestored(restored, { sendsMail: true }, now)).toMatchObject({
    workStopped: 1,
    mails: 1,
  });
  await restored.close();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query('select state from imports where id = $1', [started.id]);
  expect(rows).toEqual([{ state: 'uploading' }]);
  const { rows: queued } = await client.query(`select task_identifier from graphile_worker.jobs`);
  expect(queued).toEqual([{ task_identifier: 'send-mail' }]);
  await client.end();
});

describe('nothing at all is restored', () => {
  const refused = async (backup: Buffer, words: RegExp, url?: string) => {
    const place = url ?? (await emptyPlace());
    await expect(restoreTo(place, backup)).rejects.toThrow(words);
    const client = new pg.Client({ connectionString: place });
    await client.connect();
    const { rows } = await client.query(`select to_regclass('public.partnerships') is not null as there`);
    const n = rows[0].there
      ? (await client.query('select count(*)::int as n from partnerships')).rows[0].n
      : 0;
    await client.end();
    return n as number;
  };

  test('from a file that was cut short, wherever', async () => {
    const backup = await save();
    for (const share of [0.2, 0.6, 0.95, 0.9999])
      expect(
        await refused(backup.subarray(0, Math.floor(backup.length * share)), /damaged|not a backup/),
      ).toBe(0);
  });

  test('from a file in which one letter was changed', async () => {
    const text = gunzipSync(await save()).toString();
    expect(await refused(gzipSync(text.replace('rosa@vale', 'rosa@vole')), /damaged/)).toBe(0);
  });

  test('from a file in which a row is missing, though the rest fits', async () => {
    const lines = gunzipSync(await save())
      .toString()
      .split('\n');
    const at = lines.findIndex((line) => line.includes('North'));
    expect(await refused(gzipSync(lines.toSpliced(at, 1).join('\n')), /damaged/)).toBe(0);
  });

  test('from something else, or from a newer Lateral', async () => {
    expect(await refused(Buffer.from('hello'), /not a backup/)).toBe(0);
    const text = gunzipSync(await save()).toString();
    expect(
      await refused(gzipSync(text.replace('20261123213636_first', '29991231000000_later')), /newer Lateral/),
    ).toBe(0);
  });

  test('where there is data already', async () => {
    expect(await refused(await save(), /There is data here already/, api.ownerUrl)).toBe(1);
  });
});

test('a backup of an older Lateral is restored as it was, and brought up to date', async () => {
  const [first = '', ...rest] = gunzipSync(await save())
    .toString()
    .trimEnd()
    .split('\n');
  const head = JSON.parse(first) as { migrations: string[] };
  const end = JSON.parse(rest.pop() ?? '{}') as object;
  // The last migration brought walls and no columns: what is in the tables is the same.
  const migrations = head.migrations.slice(0, -1);
  const text = [JSON.stringify({ ...head, migrations }), ...rest, ''].join('\n');
  const sha256 = createHash('sha256').update(text).digest('base64url');
  const url = await emptyPlace();
  await restoreTo(url, gzipSync(`${text}${JSON.stringify({ ...end, sha256 })}\n`));
  expect(await dump(url)).toEqual(await dump(api.ownerUrl));
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query('select name from drizzle.__drizzle_migrations order by name');
  expect(rows.map(({ name }) => name)).toEqual(head.migrations);
  await client.end();
});
