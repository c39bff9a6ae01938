import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { testApi } from '../../test/api.ts';
import { type BuiltPerson, buildPartnership, buildPerson, buildSchool } from '../../test/builders.ts';

const api = await testApi();
const { database } = api;
afterAll(api.close);

const weights = { pupils: 1, fsmPercent: 1, sixthForm: 1, selective: 1, rurality: 1 };
const settings = { weights, barKm: 5, clusters: 2 };

let id: string;
let broker: BuiltPerson;
let as: ReturnType<typeof api.as>;
let schools: { id: string; name: string }[];

/** Four secondary schools: two grammar schools at one place, two comprehensives at another. */
beforeEach(async () => {
  ({ id } = await buildPartnership(database));
  broker = await buildPerson(database, id, 'broker');
  as = api.as(broker);
  schools = [];
  for (const [name, admissionsPolicy, easting] of [
    ['Grammar A', 'Selective', 390_000],
    ['Grammar B', 'Selective', 391_000],
    ['Modern C', 'Non-selective', 420_000],
    ['Modern D', 'Non-selective', 421_000],
  ] as const) {
    const facts = {
      admissionsPolicy,
      pupils: 900,
      fsmPercent: 20,
      sixthForm: true,
      urbanRural: 'Rural village',
    };
    schools.push(await buildSchool(database, id, { name, phases: ['secondary'], easting, facts }));
  }
});

const propose = async (change: object = {}) =>
  (
    await as
      .post('/similarity/proposal')
      .send({ ...settings, ...change })
      .expect(200)
  ).body;
const idOf = (name: string) => schools.find((school) => school.name === name)?.id ?? '';
const namesOf = (ids: string[]) =>
  ids.map((one) => schools.find((school) => school.id === one)?.name).toSorted();
const apply = (body: object, who = as) => who.post('/similarity/clusters').send(body);
const clusters = async () =>
  (await as.get('/clusters').expect(200)).body.items.map((one: { name: string; schools: number }) => [
    one.name,
    one.schools,
  ]);

describe('the schools most like one', () => {
  test('come most alike first, with every input and what it adds', async () => {
    const { body } = await as.get(`/schools/${idOf('Grammar A')}/similar`).expect(200);
    expect(body.subject.inputs).toEqual({
      pupils: 900,
      fsmPercent: 20,
      sixthForm: true,
      selective: true,
      rurality: 'rural-village',
    });
    expect(body.neighbours.map(({ school }: { school: { name: string } }) => school.name)).toEqual([
      'Grammar B',
      'Modern C',
      'Modern D',
    ]);
    expect(body.neighbours[1]).toMatchObject({ difference: 5 / 16, km: 30 });
    expect(body.neighbours[1].parts[3]).toEqual({
      input: 'selective',
      difference: 1,
      adds: 5 / 16,
      isKnown: true,
    });
  });

  test('are none for a primary school, which is not compared', async () => {
    const primary = await buildSchool(database, id);
    const { body } = await as.get(`/schools/${primary.id}/similar`).expect(200);
    expect(body).toMatchObject({ subject: null, neighbours: [], compared: 4 });
  });

  test('are not shown to a head, who may read no school but their own', async () => {
    const head = await buildPerson(database, id, 'headteacher', idOf('Grammar A'));
    await api
      .as(head)
      .get(`/schools/${idOf('Grammar A')}/similar`)
      .expect(404);
  });
});

describe('how schools are compared', () => {
  test('begins as Lateral suggests, and is kept with the name of who set it', async () => {
    expect((await as.get('/similarity')).body).toMatchObject({
      version: 0,
      barKm: 5,
      clusters: 1,
      setBy: null,
    });
    await as
      .put('/similarity')
      .send({ ...settings, version: 0 })
      .expect(200);
    const { body } = await as.get('/similarity').expect(200);
    expect(body).toMatchObject({ ...settings, version: 1, setBy: `Ada ${broker.lastName}` });
    await as
      .put('/similarity')
      .send({ ...settings, version: 0 })
      .expect(200);
    expect((await as.get('/similarity')).body.version).toBe(1);
  });

  test('is not overwritten by somebody who has not seen the last change', async () => {
    await as
      .put('/similarity')
      .send({ ...settings, version: 0 })
      .expect(200);
    const { body } = await as
      .put('/similarity')
      .send({ ...settings, barKm: 3, version: 0 })
      .expect(409);
    expect(body.code).toBe('settings-changed');
  });

  test('needs something that counts', async () => {
    const none = { pupils: 0, fsmPercent: 0, sixthForm: 0, selective: 0, rurality: 0 };
    const { body } = await as
      .put('/similarity')
      .send({ ...settings, weights: none, version: 0 })
      .expect(409);
    expect(body.code).toBe('no-weight');
    expect((await as.get('/similarity')).body.version).toBe(0);
  });

  test('changed by two at the same moment is changed by one', async () => {
    const answers = await Promise.all(
      [1, 2].map((barKm) => as.put('/similarity').send({ ...settings, barKm, version: 0 })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('a proposal', () => {
  test('keeps neighbours apart, though they are the most alike', async () => {
    const { clusters, crowd } = await propose();
    for (const { schoolIds, broken } of clusters) {
      expect(namesOf(schoolIds)).toEqual([expect.stringMatching('Grammar'), expect.stringMatching('Modern')]);
      expect(broken).toEqual([]);
    }
    expect(crowd).toHaveLength(2);
  });

  test('without a bar puts like with like', async () => {
    const { clusters } = await propose({ barKm: 0 });
    expect(clusters.map((one: { schoolIds: string[] }) => namesOf(one.schoolIds)).toSorted()).toEqual([
      ['Grammar A', 'Grammar B'],
      ['Modern C', 'Modern D'],
    ]);
    expect(clusters[0]).toMatchObject({ difference: 0, nearest: { km: 1 } });
  });

  test('stores nothing', async () => {
    await propose();
    expect(await clusters()).toEqual([]);
    expect((await as.get('/similarity')).body.version).toBe(0);
  });

  test.each([
    [{ clusters: 5 }, 'more-clusters-than-schools'],
    [{ weights: { pupils: 0, fsmPercent: 0, sixthForm: 0, selective: 0, rurality: 0 } }, 'no-weight'],
  ])('with %o is refused: %s', async (change, code) => {
    const { body } = await as
      .post('/similarity/proposal')
      .send({ ...settings, ...change })
      .expect(409);
    expect(body.code).toBe(code);
  });

  test('of one school alone is refused', async () => {
    const other = await buildPartnership(database);
    const lone = api.as(await buildPerson(database, other.id, 'broker'));
    await buildSchool(database, other.id, { phases: ['secondary'] });
    const { body } = await lone
      .post('/similarity/proposal')
      .send({ ...settings, clusters: 1 })
      .expect(409);
    expect(body.code).toBe('too-few-schools');
  });
});

describe('applying clusters', () => {
  const asApplied = async (change: object = {}) => {
    const { basis, clusters } = await propose(change);
    const bare = clusters.map(({ name, schoolIds }: { name: string; schoolIds: string[] }) => ({
      name,
      schoolIds,
    }));
    return { basis, settings: { ...settings, ...change }, clusters: bare };
  };

  test('moves every school at once, keeps the settings, and tells each school’s history', async () => {
    await apply(await asApplied()).expect(200, { moved: 4, added: 2, removed: 0 });
    expect(await clusters()).toEqual([
      ['Secondary A', 2],
      ['Secondary B', 2],
    ]);
    expect((await as.get('/similarity')).body).toMatchObject({ ...settings, version: 1 });
    const { body } = await as.get(`/schools/${idOf('Modern C')}/events`).expect(200);
    expect(body.items[0]).toMatchObject({ kind: 'cluster-joined', detail: { cluster: expect.any(String) } });
  });

  test('sent twice does it once', async () => {
    const body = await asApplied();
    await apply(body).expect(200);
    await apply(body).expect(200, { moved: 0, added: 0, removed: 0 });
    expect((await as.get(`/schools/${idOf('Modern C')}/events`)).body.total).toBe(1);
  });

  test('sent twice at the same moment does it once', async () => {
    const body = await asApplied();
    const answers = await Promise.all([apply(body), apply(body)]);
    expect(answers.map((one) => [one.status, one.body.moved]).sort()).toEqual([
      [200, 0],
      [200, 4],
    ]);
  });

  test('again with other clusters moves only those that change, and takes away what is left empty', async () => {
    await apply(await asApplied()).expect(200);
    const { body } = await apply(await asApplied({ barKm: 0 })).expect(200);
    expect(body).toEqual({ moved: 2, added: 0, removed: 0 });
    await apply(await asApplied({ clusters: 1 })).expect(200, { moved: 2, added: 0, removed: 1 });
    expect(await clusters()).toEqual([[expect.stringMatching('Secondary'), 4]]);
  });

  test('takes out a school that has closed', async () => {
    await apply(await asApplied()).expect(200);
    await api.owner.query('update schools set is_open = false where id = $1', [idOf('Modern D')]);
    await apply(await asApplied({ clusters: 1 })).expect(200);
    const { body } = await as.get(`/schools/${idOf('Modern D')}`).expect(200);
    expect(body.clusters).toEqual([]);
  });

  test.each([
    [
      'a school closed',
      () => api.owner.query('update schools set is_open = false where id = $1', [idOf('Modern D')]),
    ],
    [
      'a number of pupils changed',
      () =>
        api.owner.query(
          `update establishments set facts = jsonb_set(facts, '{pupils}', '950') where school_id = $1`,
          [idOf('Modern D')],
        ),
    ],
    [
      'somebody else moved a school',
      async () => {
        const { body } = await as
          .post('/clusters')
          .send({ name: 'By hand', kind: 'similar-secondary' })
          .expect(201);
        await as
          .post(`/clusters/${body.id}/schools`)
          .send({ schoolIds: [idOf('Modern D')], inCluster: true })
          .expect(200);
      },
    ],
  ])('is refused when %s since the preview, and nothing moves', async (_, change) => {
    const body = await asApplied();
    await change();
    const before = await clusters();
    expect((await apply(body).expect(409)).body.code).toBe('schools-changed');
    expect(await clusters()).toEqual(before);
  });

  test.each([
    ['a school is left out', (list: { schoolIds: string[] }[]) => list.slice(0, 1)],
    [
      'a school is in two',
      (list: { schoolIds: string[] }[]) =>
        list.map((one) => ({ ...one, schoolIds: list.flatMap(({ schoolIds }) => schoolIds) })),
    ],
  ])('is refused when %s', async (_, change) => {
    const body = await asApplied();
    const { body: problem } = await apply({ ...body, clusters: change(body.clusters) }).expect(400);
    expect(problem.errors[0].pointer).toBe('/body/clusters');
    expect(await clusters()).toEqual([]);
  });

  test('under the name of another kind of cluster is refused whole', async () => {
    await as.post('/clusters').send({ name: 'Vale', kind: 'primary-partnership' }).expect(201);
    const body = await asApplied();
    const [first, second] = body.clusters;
    expect(
      (await apply({ ...body, clusters: [first, { ...second, name: 'vale' }] }).expect(409)).body.code,
    ).toBe('name-taken');
    expect(await clusters()).toEqual([['Vale', 0]]);
    expect((await as.get('/similarity')).body.version).toBe(0);
  });

  test('with another partnership’s school is refused', async () => {
    const other = await buildPartnership(database);
    const theirs = await buildSchool(database, other.id, { phases: ['secondary'] });
    const body = await asApplied();
    const [first, second] = body.clusters;
    const forged = { ...second, schoolIds: [...second.schoolIds, theirs.id] };
    await apply({ ...body, clusters: [first, forged] }).expect(400);
  });
});
