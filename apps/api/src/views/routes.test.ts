import * as schema from '@lateral/db/schema';
import { mostViews } from '@lateral/domain/views/views';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { testApi } from '../../test/api.ts';
import { type BuiltPerson, buildPartnership, buildPerson, buildSchool } from '../../test/builders.ts';
import { buildMembership } from '../../test/memberships.ts';

const api = await testApi();
afterAll(api.close);
const { database } = api;

let partnershipId: string;
let broker: BuiltPerson;
let board: BuiltPerson;
beforeEach(async () => {
  partnershipId = (await buildPartnership(database)).id;
  broker = await buildPerson(database, partnershipId, 'broker');
  board = await buildPerson(database, partnershipId, 'board-member');
});

type Given = { screen: string; name: string; filters: Record<string, string>; isShared: boolean };
const notJoined: Given = {
  screen: 'schools',
  name: 'Not joined yet',
  filters: { member: 'no' },
  isShared: false,
};
const add = (person: BuiltPerson, change: Partial<Given> = {}) =>
  api
    .as(person)
    .post('/views')
    .send({ ...notJoined, ...change });
const namesOf = async (person: BuiltPerson): Promise<string[]> =>
  (await api.as(person).get('/views').expect(200)).body.items.map(({ name }: { name: string }) => name);

test('the broker keeps a view, with how many schools are in it', async () => {
  await buildSchool(database, partnershipId);
  const { body } = await add(broker).expect(201);
  expect(body).toMatchObject({ name: 'Not joined yet', filters: { member: 'no' }, isMine: true, count: 1 });
  expect((await api.as(broker).get('/views')).body.items).toEqual([body]);
});

test('a view of members counts as the list of members does', async () => {
  const joined = await buildSchool(database, partnershipId);
  await buildSchool(database, partnershipId);
  await buildMembership(database, joined);
  const members = { screen: 'members', filters: { standing: 'member' } };
  expect((await add(broker, members).expect(201)).body).toMatchObject({ screen: 'members', count: 1 });
  const unsigned = { ...members, name: 'Unsigned', filters: { standing: 'not-asked,asked,opened' } };
  expect((await add(board, unsigned).expect(201)).body.count).toBe(1);
  const nonsense = { ...members, name: 'Nonsense', filters: { standing: 'lunch' } };
  expect((await add(broker, nonsense).expect(201)).body.count).toBe(null);
});

describe('a private view', () => {
  test('is not there for anybody else, by list, change or removal', async () => {
    const { body: view } = await add(broker).expect(201);
    expect(await namesOf(board)).toEqual([]);
    await api.as(board).patch(`/views/${view.id}`).send({ name: 'Mine' }).expect(404);
    await api.as(board).delete(`/views/${view.id}`).expect(404);
    expect(await namesOf(broker)).toEqual(['Not joined yet']);
  });
});

describe('a shared view', () => {
  test('is seen by the team and changed by its owner alone', async () => {
    const { body: view } = await add(broker, { isShared: true }).expect(201);
    const { body } = await api.as(board).get('/views').expect(200);
    expect(body.items).toMatchObject([{ id: view.id, isMine: false, owner: `Ada ${broker.lastName}` }]);
    await api.as(board).patch(`/views/${view.id}`).send({ name: 'Mine' }).expect(403);
    await api.as(board).delete(`/views/${view.id}`).expect(403);
    await api.as(broker).patch(`/views/${view.id}`).send({ isShared: false }).expect(200);
    expect(await namesOf(board)).toEqual([]);
  });

  test('of a list that somebody may not open is not offered to them', async () => {
    await add(broker, { screen: 'people', filters: { trained: 'no' }, isShared: true }).expect(201);
    expect(await namesOf(board)).toEqual([]);
    await add(board, { screen: 'people' }).expect(403);
  });

  test('is not there for another partnership, nor for a school', async () => {
    const { body: view } = await add(broker, { isShared: true }).expect(201);
    const stranger = await buildPerson(database, (await buildPartnership(database)).id, 'broker');
    expect(await namesOf(stranger)).toEqual([]);
    await api.as(stranger).patch(`/views/${view.id}`).send({ name: 'X' }).expect(404);
    const school = await buildSchool(database, partnershipId);
    const head = await buildPerson(database, partnershipId, 'headteacher', school.id);
    await api.as(head).get('/views').expect(404);
  });
});

test('a view that names a cluster which is gone still opens, and is empty', async () => {
  await buildSchool(database, partnershipId);
  const gone = crypto.randomUUID();
  const { body } = await add(broker, { filters: { cluster: gone } }).expect(201);
  expect(body.count).toBe(0);
  await api.as(broker).get(`/schools?cluster=${gone}`).expect(200);
});

test('a view with a filter that is no longer known is kept, and not counted', async () => {
  const { body } = await add(broker, { filters: { phase: 'tertiary' } }).expect(201);
  expect(body.count).toBeNull();
});

test.each([
  ['a name of spaces', { name: '  ' }],
  ['a name that is too long', { name: 'x'.repeat(61) }],
  ['a list that keeps no views', { screen: 'imports' }],
  ['a filter that is not a word', { filters: { 'a b': 'c' } }],
  ['too many filters', { filters: Object.fromEntries([...'abcdefghijklm'].map((key) => [key, '1'])) }],
] as const)('%s is refused', async (_, change) => {
  await add(broker, change as never).expect(400);
});

test('a change that changes nothing is refused', async () => {
  const { body: view } = await add(broker).expect(201);
  await api.as(broker).patch(`/views/${view.id}`).send({}).expect(400);
});

test('a name is taken once by each person, whatever its capitals, and may stay the same', async () => {
  const { body: view } = await add(broker).expect(201);
  expect((await add(broker, { name: 'NOT joined yet' }).expect(409)).body.code).toBe('name-taken');
  await add(board).expect(201);
  const { body: other } = await add(broker, { name: 'Other' }).expect(201);
  await api.as(broker).patch(`/views/${other.id}`).send({ name: 'not joined yet' }).expect(409);
  await api.as(broker).patch(`/views/${view.id}`).send({ name: 'Not Joined Yet' }).expect(200);
});

test('nobody keeps more than fifty', async () => {
  await database.withPartnership(partnershipId, (db) =>
    db.insert(schema.savedViews).values(
      Array.from({ length: mostViews - 1 }, (_, i) => ({
        partnershipId,
        ownerId: broker.personId,
        screen: 'schools' as const,
        name: `View ${i}`,
        filters: {},
      })),
    ),
  );
  const answers = await Promise.all(['One', 'Two'].map((name) => add(broker, { name })));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
});

test('of two that take the same name at once one is refused', async () => {
  const answers = await Promise.all([add(broker), add(broker), add(broker)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
});

test('a view that is renamed while it is taken away is either renamed and then gone, or gone', async () => {
  const { body: view } = await add(broker).expect(201);
  const [renamed, removed] = await Promise.all([
    api.as(broker).patch(`/views/${view.id}`).send({ name: 'Other' }),
    api.as(broker).delete(`/views/${view.id}`),
  ]);
  expect([200, 404]).toContain(renamed?.status);
  expect(removed?.status).toBe(204);
  expect(await namesOf(broker)).toEqual([]);
});
