import { tokenRate } from '@lateral/domain/tokens/tokens';
import request from 'supertest';
import { afterAll, expect, test } from 'vitest';
import { testApi } from '../../test/api.ts';
import { buildPartnership, buildPerson, buildSchool } from '../../test/builders.ts';

let now = new Date('2026-11-23T09:00:00Z');
const api = await testApi({ now: () => now });
afterAll(api.close);
const { database, owner } = api;
const confirmedAt = new Date('2026-11-23T08:58:00Z');

async function found() {
  const { id } = await buildPartnership(database);
  const school = await buildSchool(database, id);
  const broker = await buildPerson(database, id, 'broker', null, { confirmedAt });
  return { id, school, broker };
}
const home = await found();
const { broker } = home;
type Asked = { name?: string; scopes?: string[]; days?: number };
const ask = ({ name = 'Website', scopes = ['schools.read'], days = 30 }: Asked = {}, by = broker) =>
  api.as(by).post('/tokens').send({ name, scopes, days });
const make = async (asked: Asked = {}, by = broker): Promise<{ token: string; id: string }> => {
  const { body } = await ask({ name: `Token ${crypto.randomUUID()}`, ...asked }, by).expect(201);
  return { token: body.token, id: body.made.id };
};
const calls = (token: string, method: 'get' | 'post' | 'patch' | 'delete' = 'get', path = '/schools') =>
  request(api.app.server)[method](`/api${path}`).set('authorization', `Bearer ${token}`);

test('a token is shown once, does what it was made for, and is known by its hash alone', async () => {
  const { body } = await ask({ name: 'Data warehouse' }).expect(201);
  expect(body.made).toMatchObject({
    name: 'Data warehouse',
    scopes: ['schools.read'],
    expiresAt: '2026-12-23T09:00:00.000Z',
    usedAt: null,
  });
  const { body: schools } = await calls(body.token).expect(200);
  expect(schools.items.map(({ id }: { id: string }) => id)).toEqual([home.school.id]);
  const { body: listed } = await api.as(broker).get('/tokens').expect(200);
  expect(listed.items[0]).toMatchObject({ name: 'Data warehouse', usedAt: now.toISOString() });
  expect(JSON.stringify(listed)).not.toContain(body.token.slice(-43));
  const { rows } = await owner.query('select t::text as whole from api_tokens t');
  expect(rows).toHaveLength(1);
  expect(rows[0].whole).not.toContain(body.token.slice(-43));
});

test('it does nothing that it was not made for, and nothing that only a person does', async () => {
  const { token } = await make();
  const { body } = await calls(token, 'get', '/people').expect(403);
  expect(body).toMatchObject({ code: 'beyond-token' });
  expect(body.detail).toContain('people.read');
  for (const path of ['/me', '/search?q=oak', '/account', '/tokens', '/history'])
    expect([path, (await calls(token, 'get', path).expect(403)).body.code]).toEqual([path, 'beyond-token']);
  await calls(token, 'post', '/tokens').expect(403);
  await calls(token, 'get', `/schools/${crypto.randomUUID()}`).expect(404);
});

test('it never does more than its owner may today', async () => {
  const other = await buildPerson(database, home.id, 'broker', null, { confirmedAt });
  const { token } = await make({}, other);
  await calls(token).expect(200);
  await owner.query(`update roles set to_day = '2026-11-22' where person_id = $1`, [other.personId]);
  await calls(token).expect(401);
});

test('what a program changes is told under its name', async () => {
  const { token } = await make({ name: 'Nightly clusters', scopes: ['clusters.update', 'clusters.read'] });
  const body = { name: 'By a program', kind: 'primary-partnership' };
  await calls(token, 'post', '/clusters').set('idempotency-key', 'a-key-of-a-program').send(body).expect(201);
  await calls(token, 'post', '/clusters').set('idempotency-key', 'a-key-of-a-program').send(body).expect(201);
  const { rows } = await owner.query(
    `select person_id, detail from events where kind = 'cluster-added' and partnership_id = $1`,
    [home.id],
  );
  expect(rows).toEqual([
    { person_id: broker.personId, detail: expect.objectContaining({ token: 'Nightly clusters' }) },
  ]);
});

test('a token taken back, run out or invented opens nothing', async () => {
  const { token, id } = await make();
  await api.as(broker).delete(`/tokens/${id}`).expect(204);
  await api.as(broker).delete(`/tokens/${id}`).expect(204);
  await calls(token).expect(401);
  const { rows } = await owner.query(`select count(*)::int as n from events where kind = 'token-ended'`);
  expect(rows[0].n).toBe(1);
  const { token: short } = await make({ days: 1 });
  await calls(short).expect(200);
  now = new Date('2026-11-24T09:00:00Z');
  await calls(short).expect(401);
  now = new Date('2026-11-23T09:00:00Z');
  await calls(short.slice(0, -1) + (short.endsWith('A') ? 'B' : 'A')).expect(401);
  await calls('lateral_nothing').expect(401);
});

test('a token is of its partnership, and says nothing in another', async () => {
  const there = await found();
  const { token, id } = await make();
  const moved = token.replace(home.id.replaceAll('-', ''), there.id.replaceAll('-', ''));
  expect(moved).not.toBe(token);
  await calls(moved).expect(401);
  await api.as(there.broker).delete(`/tokens/${id}`).expect(404);
  expect((await api.as(there.broker).get('/tokens').expect(200)).body.items).toEqual([]);
  await calls(token).expect(200);
});

test('asked twice it is made once, and the second time says so', async () => {
  const there = await found();
  const answers = await Promise.all([ask({}, there.broker), ask({}, there.broker), ask({}, there.broker)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  expect((await ask({}, there.broker).expect(409)).body.code).toBe('name-taken');
  expect((await api.as(there.broker).get('/tokens').expect(200)).body.items).toHaveLength(1);
});

test.each([
  ['without a name', { name: ' ' }, '/body/name'],
  ['for nothing', { scopes: [] }, '/body/scopes'],
  ['for what no token may do', { scopes: ['people.recover'] }, '/body/scopes/0'],
  ['for more than a year', { days: 367 }, '/body/days'],
  ['for no day at all', { days: 0 }, '/body/days'],
] as const)('none is made %s', async (_, asked, pointer) => {
  const { body } = await ask(asked as Asked).expect(400);
  expect(body.errors[0].pointer).toBe(pointer);
});

test('every answer to a program says how often it may still call, and too often is told when to come back', async () => {
  const { token } = await make();
  const { headers } = await calls(token).expect(200);
  expect(headers['ratelimit-policy']).toBe(`"token";q=${tokenRate.calls};w=${tokenRate.seconds}`);
  expect(headers.ratelimit).toMatch(new RegExp(`^"token";r=${tokenRate.calls - 1};t=\\d+$`));
  let last = await calls(token, 'get', '/jobs/nothing');
  for (let i = 2; i <= tokenRate.calls; i++) last = await calls(token, 'get', '/people');
  expect(last.status).toBe(429);
  expect(last.body.code).toBe('too-many-calls');
  expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
  const { token: another } = await make();
  await calls(another).expect(200);
  expect((await api.as(broker).get('/schools').expect(200)).headers.ratelimit).toBeUndefined();
});
