import type { Response } from 'supertest';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { testApi } from '../../test/api.ts';
import { type BuiltPerson, buildPartnership, buildPerson, buildSchool } from '../../test/builders.ts';

const api = await testApi();
const { database } = api;
afterAll(api.close);

let id: string;
let broker: BuiltPerson;
let as: ReturnType<typeof api.as>;
beforeEach(async () => {
  ({ id } = await buildPartnership(database));
  broker = await buildPerson(database, id, 'broker');
  as = api.as(broker);
});

const names = async (query: string) =>
  (await as.get(`/schools?${query}`).expect(200)).body.items.map((school: { name: string }) => school.name);

describe('the list of schools', () => {
  beforeEach(async () => {
    for (const name of ['Ashmeadow Primary School', "St Arild's C of E Primary School", 'Coln Brook Academy'])
      await buildSchool(database, id, { name });
  });

  test.each([
    ['ashmeadow', 'Ashmeadow Primary School'],
    ['ashmedow', 'Ashmeadow Primary School'],
    ['Ash meadow primary', 'Ashmeadow Primary School'],
    ['arilds', "St Arild's C of E Primary School"],
    ['academy coln', 'Coln Brook Academy'],
    ['brok', 'Coln Brook Academy'],
  ])('finds “%s”', async (typed, name) => {
    expect(await names(`q=${encodeURIComponent(typed)}`)).toContain(name);
  });

  test('finds nothing for nonsense, and takes quotes and percent signs as what they are', async () => {
    for (const typed of ['zzzzzz', '%', "'; drop table schools", '\\']) {
      expect(await names(`q=${encodeURIComponent(typed)}`), typed).toEqual([]);
    }
  });

  test.each([
    ['name', ['Ashmeadow Primary School', 'Coln Brook Academy', "St Arild's C of E Primary School"]],
    ['-name', ["St Arild's C of E Primary School", 'Coln Brook Academy', 'Ashmeadow Primary School']],
  ])('in order of %s goes on page by page without missing one', async (sort, order) => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body }: Response = await as
        .get(`/schools?sort=${sort}&limit=1${cursor && `&cursor=${cursor}`}`)
        .expect(200);
      expect(body.total).toBe(3);
      seen.push(body.items[0].name);
      cursor = body.next;
    }
    expect(seen).toEqual(order);
  });

  test('comes as a CSV file whose formulas are harmless', async () => {
    await buildSchool(database, id, { name: '=1+1 "School", Lower' });
    const { text, headers } = await as.get('/schools.csv').expect(200);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(text.split('\r\n')).toHaveLength(1 + 4 + 1);
    expect(text).toContain(`"'=1+1 ""School"", Lower"`);
  });

  test('shows a head their own school and no other', async () => {
    const school = await buildSchool(database, id, { name: 'Own School' });
    const head = await buildPerson(database, id, 'headteacher', school.id);
    const { body } = await api.as(head).get('/schools').expect(200);
    expect(body).toMatchObject({ total: 1, items: [{ name: 'Own School' }] });
  });
});

/** A change of so many schools, with the id to undo it by when there was any. */
const says =
  (changed: number) =>
  ({ body }: { body: unknown }) =>
    expect(body).toEqual({ changed, changeId: changed > 0 ? expect.any(String) : null });

describe('the map of schools', () => {
  type Point = { id: string; name: string; at: number[] | null };
  const points = async (query = '', who = as) => (await who.get(`/schools/map${query}`).expect(200)).body;

  test('has each school’s place, phase, clusters and membership, by the filters of the list', async () => {
    const here = await buildSchool(database, id, { name: 'Here', easting: 400_000, northing: 220_000 });
    await buildSchool(database, id, { name: 'Nowhere', phases: ['special'], easting: null, northing: null });
    await buildSchool(database, id, { name: 'Left out', counted: false });
    await as
      .post('/schools/members')
      .send({ schoolIds: [here.id], member: true, on: '2026-09-01' })
      .expect(200);
    for (const name of ['North', 'Vale'])
      await as.post('/clusters').send({ name, kind: 'primary-partnership' }).expect(201);
    const { body: list } = await as.get('/clusters').expect(200);
    await as.post(`/clusters/${list.items[1].id}/schools`).send({ schoolIds: [here.id], inCluster: true });
    const { clusters, schools } = await points();
    expect(clusters.map(({ name }: { name: string }) => name)).toEqual(['North', 'Vale']);
    expect(schools).toEqual([
      {
        id: here.id,
        name: 'Here',
        at: [400_000, 220_000],
        phase: 'primary',
        clusters: [1],
        member: true,
        dated: false,
      },
      {
        id: expect.any(String),
        name: 'Nowhere',
        at: null,
        phase: 'special',
        clusters: [],
        member: false,
        dated: false,
      },
    ]);
    expect((await points('?member=no')).schools.map(({ name }: Point) => name)).toEqual(['Nowhere']);
    expect((await points(`?cluster=${list.items[1].id}`)).schools.map(({ name }: Point) => name)).toEqual([
      'Here',
    ]);
  });

  test('shows a board member the schools and not the draft season; a head their own school alone', async () => {
    const school = await buildSchool(database, id);
    await buildSchool(database, id);
    const board = api.as(await buildPerson(database, id, 'board-member'));
    expect((await points('', board)).schools.map(({ dated }: { dated: unknown }) => dated)).toEqual([
      null,
      null,
    ]);
    const head = api.as(await buildPerson(database, id, 'headteacher', school.id));
    expect((await points('', head)).schools.map((one: Point) => one.id)).toEqual([school.id]);
  });
});

describe('membership', () => {
  const mark = (schoolIds: string[], member: boolean, on = '2026-09-01') =>
    as.post('/schools/members').send({ schoolIds, member, on });

  test('is marked for many at once, and again changes nothing', async () => {
    const schools = [await buildSchool(database, id), await buildSchool(database, id)];
    const ids = schools.map((school) => school.id);
    await mark(ids, true).expect(200).expect(says(2));
    await mark(ids, true).expect(200).expect(says(0));
    expect((await as.get('/schools?member=yes')).body.total).toBe(2);
    await mark(ids.slice(1), false, '2026-10-31').expect(200).expect(says(1));
    expect((await as.get('/schools?member=yes')).body.total).toBe(1);
  });

  test('marked twice at the same moment begins once', async () => {
    const school = await buildSchool(database, id);
    const answers = await Promise.all([mark([school.id], true), mark([school.id], true)]);
    expect(answers.map(({ body }) => body.changed).sort()).toEqual([0, 1]);
  });

  test('is all or none: one school of another partnership, and nobody joins', async () => {
    const other = await buildPartnership(database);
    const theirs = await buildSchool(database, other.id);
    const mine = await buildSchool(database, id);
    await mark([mine.id, theirs.id], true).expect(404);
    expect((await as.get('/schools?member=yes')).body.total).toBe(0);
  });

  test('is not for a school that does not count', async () => {
    const school = await buildSchool(database, id, { counted: false });
    const { body } = await mark([school.id], true).expect(400);
    expect(body.errors[0]).toMatchObject({ pointer: '/body/schoolIds' });
  });
});

describe('clusters', () => {
  const add = async (name: string, kind = 'primary-partnership') =>
    (await as.post('/clusters').send({ name, kind }).expect(201)).body;
  const put = (clusterId: string, schoolIds: string[], inCluster = true) =>
    as.post(`/clusters/${clusterId}/schools`).send({ schoolIds, inCluster });

  test('hold each school once of a kind, and an all-through school once of each', async () => {
    const school = await buildSchool(database, id, { phases: ['primary', 'secondary'] });
    const [north, south, similar] = [
      await add('North'),
      await add('South'),
      await add('Secondary A', 'similar-secondary'),
    ];
    await put(north.id, [school.id]).expect(200).expect(says(1));
    await put(similar.id, [school.id]).expect(200).expect(says(1));
    await put(south.id, [school.id]).expect(200).expect(says(1));
    await put(south.id, [school.id]).expect(200).expect(says(0));
    const { body } = await as.get('/clusters').expect(200);
    expect(body.items.map(({ name, schools }: { name: string; schools: number }) => [name, schools])).toEqual(
      [
        ['North', 0],
        ['South', 1],
        ['Secondary A', 1],
      ],
    );
    expect(body.unassigned).toBe(0);
    await put(south.id, [school.id], false).expect(200).expect(says(1));
  });

  test('have names of their own, whatever the capitals', async () => {
    const north = await add('North');
    const south = await add('South');
    expect(
      (await as.post('/clusters').send({ name: 'NORTH', kind: 'special-county' }).expect(409)).body.code,
    ).toBe('name-taken');
    expect(
      (await as.patch(`/clusters/${south.id}`).set('if-match', '"1"').send({ name: 'north' }).expect(409))
        .body.code,
    ).toBe('name-taken');
    await as.patch(`/clusters/${north.id}`).set('if-match', '"1"').send({ name: 'NORTH' }).expect(200);
  });

  test('of one name added at the same moment are one', async () => {
    const answers = await Promise.all(
      [1, 2].map(() => as.post('/clusters').send({ name: 'Vale', kind: 'primary-partnership' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });
});

test('changing which types count settles schools again, but for what the broker has said', async () => {
  const [plain, said] = [await buildSchool(database, id), await buildSchool(database, id)];
  await as.put(`/schools/${said.id}/settlement`).send({ counted: true }).expect(200);
  await as
    .patch('/partnership')
    .set('if-match', '"1"')
    .send({ stateFundedTypes: [34] })
    .expect(200);
  const { body } = await as.get('/schools?show=all').expect(200);
  const settled = new Map(
    body.items.map((school: { id: string; settlement: string }) => [school.id, school.settlement]),
  );
  expect([settled.get(plain.id), settled.get(said.id)]).toEqual(['not-counted', 'by-broker']);
});

test('a school that counts needs a phase: the broker gives it when the register does not', async () => {
  const school = await buildSchool(database, id, { counted: false, phases: [] });
  const { body } = await as.put(`/schools/${school.id}/settlement`).send({ counted: true }).expect(400);
  expect(body.errors[0].pointer).toBe('/body/phases');
  await as
    .put(`/schools/${school.id}/settlement`)
    .send({ counted: true, phases: ['special'] })
    .expect(200);
});

describe('a calendar', () => {
  const autumn = { name: 'Autumn', start: '2026-09-01', end: '2026-12-18' };

  test.each([
    ['that ends before it begins', [{ ...autumn, end: '2026-08-31' }], '/body/terms/0/end'],
    [
      'that overlaps another',
      [autumn, { name: 'Spring', start: '2026-12-01', end: '2027-02-01' }],
      '/body/terms/1/start',
    ],
    ['of another year', [{ ...autumn, start: '2024-09-01' }], '/body/terms/0/start'],
  ])('with a term %s is refused, and names the field', async (_, terms, pointer) => {
    const { body } = await as
      .put('/calendars/2026')
      .set('if-match', '"0"')
      .send({ terms, closures: [] })
      .expect(400);
    expect(body.errors[0].pointer).toBe(pointer);
    expect((await as.get('/calendars/2026')).body.terms).toEqual([]);
  });

  test('is set as a whole and shown by weeks', async () => {
    await as
      .put('/calendars/2026')
      .set('if-match', '"0"')
      .send({ terms: [autumn], closures: [{ day: '2026-12-25', name: 'Christmas' }] })
      .expect(200);
    const { body } = await as.get('/calendars/2026').expect(200);
    expect(body.weeks.filter((week: { isHoliday: boolean }) => !week.isHoliday)).toHaveLength(16);
    await as.put('/calendars/2026').set('if-match', '"0"').send({ terms: [], closures: [] }).expect(412);
    await as.put('/calendars/2026').set('if-match', '"1"').send({ terms: [], closures: [] }).expect(200);
    expect((await as.get('/calendars/2026')).body).toMatchObject({ terms: [], closures: [] });
  });
});

describe('the broker’s day', () => {
  test('begins with the register, and leads on step by step', async () => {
    const kinds = async () =>
      (await as.get('/today').expect(200)).body.tasks.map(({ kind }: { kind: string }) => kind);
    expect(await kinds()).toEqual(['import-register']);
    const school = await buildSchool(database, id);
    expect(await kinds()).toEqual(['mark-members', 'assign-clusters', 'import-people', 'set-terms']);
    await buildSchool(database, id, { counted: false });
    await buildPerson(database, id, 'headteacher', school.id);
    expect(await kinds()).toEqual([
      'settle-schools',
      'mark-members',
      'assign-clusters',
      'record-training',
      'set-terms',
    ]);
  });
});

test('training is recorded for many at once; a stranger among them and nobody is trained', async () => {
  const school = await buildSchool(database, id);
  const head = await buildPerson(database, id, 'headteacher', school.id);
  const elsewhere = await buildPartnership(database);
  const stranger = await buildPerson(database, elsewhere.id, 'broker');
  const record = (personIds: string[]) =>
    as.post('/people/training').send({ personIds, trainedOn: '2026-09-15', canLead: true });
  await record([head.personId, stranger.personId]).expect(404);
  expect((await as.get('/people?trained=yes')).body.total).toBe(0);
  await record([head.personId]).expect(200, { changed: 1 });
  expect((await as.get('/people?trained=yes')).body.items).toMatchObject([
    { personId: head.personId, canLead: true },
  ]);
});
