import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { testApi } from '../../test/api.ts';
import { type BuiltPerson, buildPartnership, buildPerson, buildSchool } from '../../test/builders.ts';

let now = new Date('2026-11-23T09:00:00Z');
const api = await testApi({ now: () => now });
afterAll(api.close);
const { database, owner } = api;

let partnershipId: string;
let broker: BuiltPerson;
let ash: string;
let birch: string;
beforeEach(async () => {
  now = new Date('2026-11-23T09:00:00Z');
  partnershipId = (await buildPartnership(database)).id;
  broker = await buildPerson(database, partnershipId, 'broker');
  ash = (await buildSchool(database, partnershipId, { name: 'Ash School' })).id;
  birch = (await buildSchool(database, partnershipId, { name: 'Birch School' })).id;
});

const as = () => api.as(broker);
const mark = async (schoolIds: string[], member: boolean, on: string) =>
  (await as().post('/schools/members').send({ schoolIds, member, on }).expect(200)).body;
const undo = (changeId: string) => as().post(`/schools/changes/${changeId}/undo`);
const memberships = async () =>
  (
    await owner.query<{ school_id: string; span: string }>(
      `select school_id, from_day || '..' || coalesce(to_day::text, '') as span from memberships where partnership_id = $1 order by 2`,
      [partnershipId],
    )
  ).rows
    .map(({ school_id, span }) => `${school_id === ash ? 'ash' : 'birch'} ${span}`)
    .sort();
const addCluster = async (name: string): Promise<string> =>
  (await as().post('/clusters').send({ name, kind: 'primary-partnership' }).expect(201)).body.id;
const assign = async (clusterId: string, schoolIds: string[], inCluster = true) =>
  (await as().post(`/clusters/${clusterId}/schools`).send({ schoolIds, inCluster }).expect(200)).body;
const clustersOf = async (schoolId: string): Promise<string[]> =>
  (await as().get(`/schools/${schoolId}`).expect(200)).body.clusters.map(
    ({ name }: { name: string }) => name,
  );

describe('marking members can be undone', () => {
  test('for those that changed, and not for those that were members before', async () => {
    await mark([ash], true, '2026-09-01');
    const { changed, changeId } = await mark([ash, birch], true, '2026-11-01');
    expect(changed).toBe(1);
    expect((await undo(changeId).expect(200)).body).toEqual({ undone: 1 });
    expect(await memberships()).toEqual(['ash 2026-09-01..']);
    await undo(changeId).expect(200);
    const { body } = await as().get(`/schools/${birch}/events`).expect(200);
    expect(body.items.map(({ kind }: { kind: string }) => kind)).toEqual([
      'change-undone',
      'membership-began',
    ]);
  });

  test('and so can its end, back to the day on which it began', async () => {
    await mark([ash, birch], true, '2026-09-01');
    const { changeId } = await mark([ash, birch], false, '2026-08-01');
    expect(await memberships()).toEqual([]);
    await undo(changeId).expect(200);
    expect(await memberships()).toEqual(['ash 2026-09-01..', 'birch 2026-09-01..']);
  });

  test('without opening again what ended long before', async () => {
    await mark([ash], true, '2024-09-01');
    await mark([ash], false, '2025-07-31');
    const { changeId } = await mark([ash], true, '2026-09-01');
    await undo(changeId).expect(200);
    expect(await memberships()).toEqual(['ash 2024-09-01..2025-07-30']);
  });

  test('and a school has one membership at a time: another begins after the last day of the one before', async () => {
    await mark([birch], true, '2026-09-01');
    await mark([birch], false, '2026-10-01');
    const again = (on: string) =>
      as()
        .post('/schools/members')
        .send({ schoolIds: [ash, birch], member: true, on });
    const { body } = await again('2026-09-15').expect(400);
    expect(body.errors).toEqual([
      { pointer: '/body/on', detail: expect.stringMatching(/must be later: .* until 2026-09-30/) },
    ]);
    expect(await memberships()).toEqual(['birch 2026-09-01..2026-09-30']);
    await again('2026-10-01').expect(200);
    expect(await memberships()).toEqual([
      'ash 2026-10-01..',
      'birch 2026-09-01..2026-09-30',
      'birch 2026-10-01..',
    ]);
    await expect(
      database.withPartnership(partnershipId, (db) =>
        db.execute(`insert into memberships values ('${partnershipId}', '${birch}', '2026-11-01')`),
      ),
    ).rejects.toMatchObject({ cause: { message: 'a school has one membership at a time' } });
  });

  test('and one that ends sooner by itself is not ended later', async () => {
    await mark([ash, birch], true, '2026-09-01');
    await mark([ash], false, '2027-03-01');
    expect(await mark([ash, birch], false, '2027-04-01')).toMatchObject({ changed: 1 });
    expect(await memberships()).toEqual(['ash 2026-09-01..2027-02-28', 'birch 2026-09-01..2027-03-31']);
  });

  test('but for all schools or none: not once one of them has changed since', async () => {
    const { changeId } = await mark([ash, birch], true, '2026-09-01');
    await mark([birch], false, '2026-10-01');
    expect((await undo(changeId).expect(409)).body.code).toBe('changed-since');
    expect(await memberships()).toEqual(['ash 2026-09-01..', 'birch 2026-09-01..2026-09-30']);
  });

  test('but not later than a minute, nor by somebody else, nor from another partnership', async () => {
    const { changeId } = await mark([ash], true, '2026-09-01');
    const other = await buildPerson(database, partnershipId, 'broker');
    await api.as(other).post(`/schools/changes/${changeId}/undo`).expect(404);
    const stranger = await buildPerson(database, (await buildPartnership(database)).id, 'broker');
    await api.as(stranger).post(`/schools/changes/${changeId}/undo`).expect(404);
    await api.anonymous().post(`/api/schools/changes/${changeId}/undo`).expect(401);
    now = new Date('2026-11-23T09:01:01Z');
    expect((await undo(changeId).expect(409)).body.code).toBe('too-late');
    expect(await memberships()).toEqual(['ash 2026-09-01..']);
  });

  test('once, however often it is pressed, and never against another change at the same time', async () => {
    const { changeId } = await mark([ash, birch], true, '2026-09-01');
    const [first, second, ended] = await Promise.all([
      undo(changeId),
      undo(changeId),
      as()
        .post('/schools/members')
        .send({ schoolIds: [ash], member: false, on: '2026-10-01' }),
    ]);
    expect(ended?.status).toBe(200);
    const isUndone = first?.status === 200;
    expect(second?.status).toBe(first?.status);
    expect(await memberships()).toEqual(isUndone ? [] : ['ash 2026-09-01..2026-09-30', 'birch 2026-09-01..']);
    const { rows } = await owner.query(
      `select count(*)::int as n from events where kind = 'change-undone' and partnership_id = $1`,
      [partnershipId],
    );
    expect(rows[0].n).toBe(isUndone ? 2 : 0);
  });

  test('and a change that changed nothing has nothing to undo', async () => {
    await mark([ash], true, '2026-09-01');
    expect(await mark([ash], true, '2026-10-01')).toEqual({ changed: 0, changeId: null });
  });
});

describe('putting schools in a cluster can be undone', () => {
  test('back to the cluster that each was in, or to none', async () => {
    const [north, south] = [await addCluster('North'), await addCluster('South')];
    await assign(north, [ash]);
    const { changeId } = await assign(south, [ash, birch]);
    expect([await clustersOf(ash), await clustersOf(birch)]).toEqual([['South'], ['South']]);
    await undo(changeId).expect(200);
    expect([await clustersOf(ash), await clustersOf(birch)]).toEqual([['North'], []]);
  });

  test('and so can taking them out', async () => {
    const north = await addCluster('North');
    await assign(north, [ash]);
    const { changed, changeId } = await assign(north, [ash, birch], false);
    expect(changed).toBe(1);
    await undo(changeId).expect(200);
    expect(await clustersOf(ash)).toEqual(['North']);
  });

  test('but not into a cluster that has been taken away since', async () => {
    const [north, south] = [await addCluster('North'), await addCluster('South')];
    await assign(north, [ash]);
    const { changeId } = await assign(south, [ash]);
    await owner.query('delete from clusters where id = $1', [north]);
    expect((await undo(changeId).expect(409)).body.code).toBe('changed-since');
    expect(await clustersOf(ash)).toEqual(['South']);
  });
});

describe('before a change', () => {
  test('of membership, the broker sees what it would change, and nothing is changed', async () => {
    const private_ = await buildSchool(database, partnershipId, { name: 'Cob School', counted: false });
    await mark([ash], true, '2026-09-01');
    const ask = (schoolIds: string[], member: boolean) =>
      as().post('/schools/members/preview').send({ schoolIds, member });
    expect((await ask([ash, birch], true).expect(200)).body).toEqual({
      changing: 1,
      staying: 1,
      names: ['Birch School'],
      refused: [],
      leaving: [],
    });
    expect((await ask([birch, private_.id], true).expect(200)).body.refused).toEqual(['Cob School']);
    expect((await ask([ash, birch], false).expect(200)).body).toMatchObject({
      changing: 1,
      names: ['Ash School'],
    });
    await ask([ash, crypto.randomUUID()], true).expect(404);
    expect(await memberships()).toEqual(['ash 2026-09-01..']);
  });

  test('of clusters, they see which ones schools would leave', async () => {
    const [north, south] = [await addCluster('North'), await addCluster('South')];
    await assign(north, [ash]);
    const { body } = await as()
      .post(`/clusters/${south}/schools/preview`)
      .send({ schoolIds: [ash, birch], inCluster: true })
      .expect(200);
    expect(body).toEqual({
      changing: 2,
      staying: 0,
      names: ['Ash School', 'Birch School'],
      refused: [],
      leaving: [{ name: 'North', schools: 1 }],
    });
    expect(await clustersOf(ash)).toEqual(['North']);
    const gone = `/clusters/${crypto.randomUUID()}/schools/preview`;
    await as()
      .post(gone)
      .send({ schoolIds: [ash], inCluster: true })
      .expect(404);
  });
});
