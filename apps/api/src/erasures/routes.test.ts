import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as schema from '@lateral/db/schema';
import { afterAll, expect, test } from 'vitest';
import { testApi } from '../../test/api.ts';
import { type BuiltPerson, buildPartnership, buildPerson, buildSchool } from '../../test/builders.ts';
import { recordEvents } from '../events.ts';
import { erasePerson, replayErasures } from '../flows/erase-person.ts';
import { verifyChains } from '../flows/verify-chains.ts';
import { chainEvents } from '../history/chain-events.ts';
import { holdChain } from '../history/chain-queries.ts';
import { appendErased, readErased } from './erased-file.ts';
import { partnershipParts, signInParts } from './parts.ts';

const now = new Date('2026-11-23T09:00:00Z');
const api = await testApi();
afterAll(api.close);
const { database, owner } = api;
const proved = { confirmedAt: new Date('2026-11-23T08:58:00Z') };
const secret = 'a test secret of at least thirty-two characters';

/** A head who has left traces everywhere, a broker, and a deputy of the same school who is to be left alone. */
async function buildHome() {
  const { id: partnershipId } = await buildPartnership(database);
  const school = await buildSchool(database, partnershipId);
  const broker = await buildPerson(database, partnershipId, 'broker', null, proved);
  const head = await buildPerson(database, partnershipId, 'headteacher', school.id, proved);
  const deputy = await buildPerson(database, partnershipId, 'deputy', school.id, proved);
  await leaveTraces(head, deputy, school.id);
  return { partnershipId, school, broker, head, deputy };
}
type Home = Awaited<ReturnType<typeof buildHome>>;

async function leaveTraces(head: BuiltPerson, deputy: BuiltPerson, schoolId: string) {
  const { partnershipId, personId } = head;
  const nameOf = (person: BuiltPerson) => `${person.firstName} ${person.lastName}`;
  await database.withPartnership(partnershipId, async (db) => {
    await db.insert(schema.leaderDays).values({ partnershipId, personId, day: '2026-12-01' });
    await db.insert(schema.savedViews).values({
      partnershipId,
      ownerId: personId,
      screen: 'schools',
      name: 'Mine',
      filters: {},
    });
    const events = [head, deputy].map((person) => ({
      kind: 'role-added',
      schoolId,
      detail: { role: person.role, name: nameOf(person) },
    }));
    await recordEvents(db, { partnershipId, personId: null }, events, now);
    const away = { kind: 'away-days-set', detail: { personId, days: 1 } };
    await recordEvents(db, head, [away, { kind: 'school-days-set', schoolId, detail: { days: 2 } }], now);
    const [brought] = await db
      .insert(schema.imports)
      .values({ partnershipId, kind: 'people', state: 'applied' })
      .returning();
    for (const person of [head, deputy])
      await db.insert(schema.importRows).values({
        partnershipId,
        importId: brought?.id ?? '',
        tableName: 'people',
        key: person.personId,
        after: { person_id: person.personId, last_name: person.lastName, email: person.email },
      });
    for (const person of [head, deputy])
      await db.insert(schema.mails).values({
        partnershipId,
        toAddress: person.email,
        subject: 'A reminder',
        text: `Dear ${nameOf(person)}`,
        createdAt: now,
      });
  });
  await owner.query(`insert into passkeys values ($1, $2, 'x', 0, '{}', 'Phone of the head', now())`, [
    `credential of ${personId}`,
    personId,
  ]);
}

const whoseOf = ({ partnershipId, head }: Home) => ({ partnershipId, personId: head.personId });
const askFor = ({ broker, head }: Home) => api.as(broker).post(`/people/${head.personId}/erasure`);
async function erase(home: Home) {
  await askFor(home).expect(202);
  return erasePerson(database, whoseOf(home), now);
}

/** Every table in which any of these words still stands. */
async function tablesWith(words: readonly string[]) {
  const { rows } = await owner.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  );
  const found: string[] = [];
  for (const { name } of rows) {
    const { rowCount } = await owner.query(
      `select from ${name} t where exists (select from unnest($1::text[]) w where position(w in lower(t::text)) > 0) limit 1`,
      [words.map((word) => word.toLowerCase())],
    );
    if (rowCount) found.push(name);
  }
  return found;
}
const wordsOf = ({ lastName, email }: BuiltPerson) => [lastName, email];

test('erased, a person is in no table any more; who they were is gone, and what they were part of stands', async () => {
  const home = await buildHome();
  const { head, deputy, partnershipId } = home;
  await chainEvents(database);
  expect(await tablesWith(wordsOf(head))).toEqual(['events', 'import_rows', 'mails', 'people', 'persons']);
  expect(await erase(home)).toMatchObject({ personId: head.personId, isNew: true });
  expect(await tablesWith(wordsOf(head))).toEqual([]);
  expect(await tablesWith(wordsOf(deputy))).toEqual(['events', 'import_rows', 'mails', 'people', 'persons']);
  const { rows } = await owner.query(
    `select first_name, last_name, (select count(*)::int from roles r where r.person_id = p.person_id and to_day = '2026-11-22') as ended from people p where person_id = $1`,
    [head.personId],
  );
  expect(rows).toEqual([{ first_name: 'Erased', last_name: 'person', ended: 1 }]);
  const { rows: told } = await owner.query(
    `select kind, detail, salt is null as bare from events where partnership_id = $1 and seq is not null order by id`,
    [partnershipId],
  );
  expect(told.map(({ kind, bare }) => [kind, bare])).toEqual([
    ['role-added', true],
    ['role-added', false],
    ['away-days-set', true],
    ['school-days-set', false],
    ['erasure-asked', false],
  ]);
});

test('the chain of what happened still holds', async () => {
  const home = await buildHome();
  await erase(home);
  await chainEvents(database);
  const verdicts = await verifyChains(database, secret, now);
  expect(verdicts.filter(({ faults }) => faults > 0)).toEqual([]);
  expect(verdicts.reduce((sum, { entries }) => sum + entries, 0)).toBeGreaterThan(5);
});

test('they can no longer come in by any way', async () => {
  const home = await buildHome();
  await api.as(home.head).get('/me').expect(200);
  await erase(home);
  await api.as(home.head).get('/me').expect(401);
  const { rows } = await owner.query(
    `select (select count(*)::int from passkeys where person_id = $1) as keys, (select count(*)::int from sessions where person_id = $1) as sessions`,
    [home.head.personId],
  );
  expect(rows).toEqual([{ keys: 0, sessions: 0 }]);
  const again = await buildPerson(database, home.partnershipId, 'headteacher', home.school.id, {
    email: home.head.email,
  });
  expect(again.personId).not.toBe(home.head.personId);
});

test('whoever another partnership knows too keeps their place there, and their way in', async () => {
  const home = await buildHome();
  const there = await buildPartnership(database);
  const elsewhere = await buildPerson(database, there.id, 'broker', null, {
    email: home.head.email,
    ...proved,
  });
  expect(elsewhere.personId).toBe(home.head.personId);
  await erase(home);
  await api.as(elsewhere).get('/me').expect(200);
  await api.as(home.head).get('/me').expect(401);
  const { rows } = await owner.query(`select email from persons where id = $1`, [elsewhere.personId]);
  expect(rows).toEqual([{ email: home.head.email }]);
});

test('asked twice, and done twice, it is one erasure', async () => {
  const home = await buildHome();
  const answers = await Promise.all([askFor(home), askFor(home)]);
  expect(answers.map(({ status }) => status)).toEqual([202, 202]);
  const done = await Promise.all([1, 2, 3].map(() => erasePerson(database, whoseOf(home), now)));
  expect(done.filter((one) => one?.isNew)).toHaveLength(1);
  const { rows } = await owner.query(
    `select kind, count(*)::int as n from events where partnership_id = $1 and kind in ('erasure-asked', 'person-erased') group by 1 order by 1`,
    [home.partnershipId],
  );
  expect(rows).toEqual([
    { kind: 'erasure-asked', n: 1 },
    { kind: 'person-erased', n: 1 },
  ]);
});

test('an erasure waits for the worker that is chaining, and is done then', async () => {
  const home = await buildHome();
  await askFor(home);
  let tell = () => {};
  const isHeld = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const chaining = database.withKeeper(async (db) => {
    expect(await holdChain(db, home.partnershipId)).toBe(true);
    tell();
    await new Promise((resolve) => setTimeout(resolve, 300));
  });
  await isHeld;
  const erased = await erasePerson(database, whoseOf(home), now);
  await chaining;
  expect(erased?.isNew).toBe(true);
});

test('nobody is erased whom nobody asked to', async () => {
  const home = await buildHome();
  expect(await erasePerson(database, whoseOf(home), now)).toBeNull();
  expect(await tablesWith(wordsOf(home.head))).toContain('people');
});

test('a broker does not erase themselves, and the partnership keeps one', async () => {
  const home = await buildHome();
  const { body } = await api.as(home.broker).post(`/people/${home.broker.personId}/erasure`).expect(409);
  expect(body.code).toBe('erase-yourself');
  const { body: preview } = await api
    .as(home.broker)
    .get(`/people/${home.broker.personId}/erasure`)
    .expect(200);
  expect(preview.refusal).toBe('erase-yourself');
});

test('the preview says how much goes', async () => {
  const home = await buildHome();
  const { body } = await api.as(home.broker).get(`/people/${home.head.personId}/erasure`).expect(200);
  expect(body).toMatchObject({ erasure: null, refusal: null });
  expect(body.goes).toMatchObject({ awayDays: 1, savedViews: 1, history: 2, mail: 1, delegations: 0 });
});

test('a person of another partnership is not there to be erased or read', async () => {
  const home = await buildHome();
  const { broker } = await buildHome();
  for (const what of ['erasure', 'data'])
    await api.as(broker).get(`/people/${home.head.personId}/${what}`).expect(404);
  await api.as(broker).post(`/people/${home.head.personId}/erasure`).expect(404);
});

test('a person reads all that is kept about them, and no secret and nothing of another’s', async () => {
  const home = await buildHome();
  await owner.query(
    `insert into recoveries (partnership_id, person_id, new_email, reason, asked_by, asked_at, stop_hash) values ($1, $2, 'new@school.example', 'lost', $3, now(), 'the-stop-hash')`,
    [home.partnershipId, home.deputy.personId, home.head.personId],
  );
  await owner.query(
    `with s as (insert into seasons (partnership_id, year, window_start, window_end) values ($1, 2026, '2026-09-01', '2027-07-01') returning id),
     r as (insert into reviews select $1, s.id, $2, '2026-11-12', $3 from s returning season_id)
     insert into review_seats select $1, season_id, $2, $3, '2026-11-12' from r`,
    [home.partnershipId, home.school.id, home.head.personId],
  );
  const { body } = await api.as(home.head).get('/account/data').expect(200);
  // What a draft says of them is not told before it is published.
  expect([body.parts.reviews, body.parts.reviewsLed]).toEqual([[], []]);
  expect(body.format).toBe('lateral-person-1');
  expect(body.parts.person[0]).toMatchObject({ email: home.head.email, last_name: home.head.lastName });
  expect(body.parts.roles).toHaveLength(1);
  expect(body.parts.awayDays).toMatchObject([{ day: '2026-12-01' }]);
  expect(body.parts.mail).toMatchObject([{ subject: 'A reminder' }]);
  expect(body.parts.passkeys).toMatchObject([{ name: 'Phone of the head' }]);
  expect(body.parts.history).toHaveLength(3);
  expect(body.parts.recoveriesOfOthers).toHaveLength(1);
  const text = JSON.stringify(body);
  for (const secretWord of ['the-stop-hash', 'new@school.example', home.deputy.email, home.deputy.lastName])
    expect(text).not.toContain(secretWord);
  const { body: byBroker } = await api.as(home.broker).get(`/people/${home.head.personId}/data`).expect(200);
  expect(byBroker.parts.person).toEqual(body.parts.person);
});

test('in a database from before, whoever was erased is erased again', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'lateral-erased-'));
  const file = path.join(folder, 'erasures.jsonl');
  expect(await readErased(file)).toEqual([]);
  const home = await buildHome();
  const erased = { ...whoseOf(home), reason: 'asked' as const, at: '2026-11-22T09:00:00.000Z' };
  await appendErased(file, erased);
  await appendErased(file, { ...erased, personId: crypto.randomUUID() });
  await writeFile(file, '{"partnershipId":"cut', { flag: 'a' });
  const list = await readErased(file);
  expect(list).toHaveLength(2);
  expect(await replayErasures(database, list, now)).toBe(1);
  expect(await tablesWith(wordsOf(home.head))).toEqual([]);
  expect(await replayErasures(database, list, now)).toBe(0);
  await rm(folder, { recursive: true });
});

/** Columns of ids that are no person's. Reviewed by hand: a new table's columns are in the parts of a person, or here. */
const notPersons = [
  'id',
  'partnership_id',
  'agreement_id',
  'school_id',
  'signing_id',
  'cluster_id',
  'import_id',
  'season_id',
  'job_id',
  'batch_id',
  'mail_id',
  'session_id',
  'claim',
  'absorbed_by',
  'host_id',
  'other_school_id',
];
/** A person's columns that are read and blanked by a rule of their own. */
const apart = ['events.person_id', 'events.on_behalf_of', 'sessions.person_id'];

test('every column of the database that names a person is in one of their parts', async () => {
  const { rows } = await owner.query<{ name: string }>(
    `select table_name || '.' || column_name as name from information_schema.columns
     where table_schema = 'public' and data_type = 'uuid' and column_name <> all ($1) order by 1`,
    [notPersons],
  );
  const known = [...partnershipParts, ...signInParts].flatMap(({ table, by }) =>
    by.map((column) => `${table}.${column}`),
  );
  expect(rows.map(({ name }) => name).filter((name) => !apart.includes(name))).toEqual(known.sort());
});
