import { afterAll, expect, test } from 'vitest';
import { testApi } from './api.ts';
import { buildPartnership, buildPerson } from './builders.ts';

const api = await testApi();
afterAll(api.close);
const { id: partnershipId } = await buildPartnership(api.database);
const broker = await buildPerson(api.database, partnershipId, 'broker');
const other = await buildPerson(api.database, partnershipId, 'broker');

const countClusters = async () =>
  (await api.owner.query('select count(*)::int as n from clusters')).rows[0].n as number;
const add = (name: string, key: string, person = broker) =>
  api.as(person).post('/clusters').set('idempotency-key', key).send({ name, kind: 'primary-partnership' });

test('a change sent again under its key is made once, and answered the same', async () => {
  const first = await add('North', 'key-north').expect(201);
  const again = await add('North', 'key-north').expect(201);
  expect(again.text).toBe(first.text);
  expect(again.headers['idempotency-replayed']).toBe('true');
  expect(first.headers['idempotency-replayed']).toBeUndefined();
  expect(await countClusters()).toBe(1);
});

test('without a key the same change is judged afresh', async () => {
  await api.as(broker).post('/clusters').send({ name: 'East', kind: 'primary-partnership' }).expect(201);
  await api.as(broker).post('/clusters').send({ name: 'East', kind: 'primary-partnership' }).expect(409);
});

test('a key that was used for another body is refused', async () => {
  await add('South', 'key-south').expect(201);
  const { body } = await add('West', 'key-south').expect(422);
  expect(body.code).toBe('key-reused');
});

test("one person's key says nothing to another, nor at another address", async () => {
  await add('Vale', 'key-vale').expect(201);
  await add('Wolds', 'key-vale', other).expect(201);
  await api
    .as(broker)
    .post('/imports')
    .set('idempotency-key', 'key-vale')
    .send({ kind: 'people' })
    .expect(201);
});

test('a refused change leaves no answer behind: once the way is clear the same key makes it', async () => {
  await add('North', 'key-again').expect(409);
  await api.owner.query(`delete from clusters where name = 'North'`);
  await add('North', 'key-again').expect(201);
});

test.each(['short', 'has a space in it', 'ünïcödé-key', 'x'.repeat(101)])(
  '"%s" is not a key',
  async (key) => {
    const { body } = await api
      .as(broker)
      .post('/clusters')
      .set('idempotency-key', Buffer.from(key).toString('latin1'))
      .send({ name: 'Bad', kind: 'primary-partnership' })
      .expect(400);
    expect(body.errors[0].pointer).toBe('/headers/idempotency-key');
  },
);

test('twenty copies of one change at the same moment make it once; the others wait their turn or are told it is at work', async () => {
  const before = await countClusters();
  const answers = await Promise.all(Array.from({ length: 20 }, () => add('Forest', 'key-forest')));
  const statuses = answers.map(({ status, body }) => (status === 409 ? body.code : status));
  expect(statuses.filter((status) => status === 201).length).toBeGreaterThan(0);
  expect(statuses.every((status) => status === 201 || status === 'in-flight')).toBe(true);
  expect(await countClusters()).toBe(before + 1);
});

test('a change still at work under its key is answered 409, and once it has ended the same call gets its answer', async () => {
  const holder = await api.owner.query<{ held: boolean }>(
    `select pg_try_advisory_lock(hashtextextended($1, 0)) as held`,
    [JSON.stringify([partnershipId, broker.personId, 'POST /api/clusters', 'key-held'])],
  );
  expect(holder.rows[0]?.held).toBe(true);
  const { body } = await add('Held', 'key-held').expect(409);
  expect(body.code).toBe('in-flight');
  await api.owner.query('select pg_advisory_unlock_all()');
  await add('Held', 'key-held').expect(201);
});

test('a fault of ours is never kept as an answer', async () => {
  await api.owner.query(`alter table events rename to events_away`);
  await api
    .as(broker)
    .put('/calendars/2026')
    .set('if-match', '"0"')
    .set('idempotency-key', 'key-fault')
    .send({ terms: [], closures: [] })
    .expect(500);
  await api.owner.query(`alter table events_away rename to events`);
  await api
    .as(broker)
    .put('/calendars/2026')
    .set('if-match', '"0"')
    .set('idempotency-key', 'key-fault')
    .send({ terms: [], closures: [] })
    .expect(200);
});

test('somebody who has lost the right is not given the answer again', async () => {
  const leaver = await buildPerson(api.database, partnershipId, 'broker');
  await add('Leaving', 'key-leaving', leaver).expect(201);
  await api.owner.query(`update roles set to_day = '2026-01-01' where person_id = $1`, [leaver.personId]);
  await add('Leaving', 'key-leaving', leaver).expect(401);
});
