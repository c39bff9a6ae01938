import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { testApi } from '../../test/api.ts';
import { type BuiltPerson, buildPartnership, buildPerson, buildSchool } from '../../test/builders.ts';
import { checkFiles, importFiles, workOff } from '../../test/work.ts';

const api = await testApi();
const { database } = api;
afterAll(api.close);

let broker: BuiltPerson;
beforeEach(async () => {
  const { id } = await buildPartnership(database);
  broker = await buildPerson(database, id, 'broker');
});

const links = (...rows: string[]) =>
  `${['URN,Linked UID,Group Name,Group Type,Closed Date,Group Status,Joined date,HasSharedHT', ...rows].join('\r\n')}\r\n`;
const inTrust = (urn: number, uid = 7, joined = '01-09-2019') =>
  `${urn},${uid},Trust ${uid},Multi-academy trust,,Open,${joined},`;

const as = () => api.as(broker);
const pageOf = async (id: string) => (await as().get(`/schools/${id}`).expect(200)).body;
const listed = async (query: string) =>
  (await as().get(`/schools?${query}`).expect(200)).body.items.map(({ urn }: { urn: number }) => urn);

async function buildThree() {
  const urns = [100_001, 100_002, 100_003];
  const schools = [];
  for (const urn of urns) schools.push(await buildSchool(database, broker.partnershipId, { urn }));
  return schools as unknown as [{ id: string }, { id: string }, { id: string }];
}

describe('a file of groups', () => {
  test('is shown before it is applied, and takes only groups of our schools', async () => {
    const [ash] = await buildThree();
    const checked = await checkFiles(api, broker, 'groups', {
      'l.csv': links(inTrust(100_001), inTrust(100_002), inTrust(999_999, 8), '100003,x,F,Federation,,,,'),
      'g.csv': 'Group UID,Group Name,Group Type,Open date\r\n7,Trust 7,Multi-academy trust,01/04/2015\r\n',
    });
    expect(checked).toMatchObject({ state: 'ready', counts: { added: 3, refused: 1, unchanged: 0 } });
    expect((await pageOf(ash.id)).groups).toEqual([]);
    const { body: sent } = await as().post(`/imports/${checked.id}/apply`).expect(202);
    await workOff(database, broker.partnershipId, sent.job.id);
    expect((await pageOf(ash.id)).groups).toEqual([
      {
        uid: 7,
        name: 'Trust 7',
        kind: 'multi-academy-trust',
        joinedOn: '2019-09-01',
        leftOn: null,
        hasSharedHead: false,
        schools: 2,
      },
    ]);
    expect((await as().get('/groups').expect(200)).body.items).toEqual([
      { uid: 7, name: 'Trust 7', kind: 'multi-academy-trust', schools: 2 },
    ]);
    expect(await listed('group=7')).toEqual([100_001, 100_002]);
    expect(await listed('group=8')).toEqual([]);
    await as().get('/schools?group=x').expect(400);
  });

  test('of another table is turned away with what it lacks', async () => {
    const checked = await checkFiles(api, broker, 'groups', { 'a.csv': 'Name,Age\r\nAda,36\r\n' });
    expect(checked).toMatchObject({ state: 'failed' });
    expect(checked.faults[0]?.fault).toContain('not a file of school groups');
  });

  test('twice changes nothing; a school that joins another trust leaves the first', async () => {
    const [ash] = await buildThree();
    await importFiles(api, broker, 'groups', { 'l.csv': links(inTrust(100_001)) });
    const again = await importFiles(api, broker, 'groups', { 'l.csv': links(inTrust(100_001)) });
    expect(again.counts).toMatchObject({ added: 0, changed: 0 });
    await importFiles(api, broker, 'groups', { 'l.csv': links(inTrust(100_001, 9, '01-04-2024')) });
    expect(
      (await pageOf(ash.id)).groups.map((one: { uid: number; leftOn: string }) => [one.uid, one.leftOn]),
    ).toEqual([
      [9, null],
      [7, '2024-04-01'],
    ]);
    expect(await listed('group=7')).toEqual([]);
    const { body } = await as().get(`/schools/${ash.id}/events`).expect(200);
    expect(body.items.map(({ kind }: { kind: string }) => kind)).toEqual(
      expect.arrayContaining(['group-joined', 'group-left']),
    );
  });

  test('is undone whole, and a later one that touched it must be undone first', async () => {
    const [ash] = await buildThree();
    const first = await importFiles(api, broker, 'groups', { 'l.csv': links(inTrust(100_001)) });
    const second = await importFiles(api, broker, 'groups', {
      'l.csv': links(inTrust(100_001, 9, '01-04-2024')),
    });
    const preview = async (id: string) => (await as().get(`/imports/${id}/undo`).expect(200)).body;
    expect(await preview(first.id)).toMatchObject({ refusal: 'overtaken-since' });
    const shown = await preview(second.id);
    expect(shown.items).toMatchObject([
      { verdict: 'put-back', kind: 'group', name: 'Trust 7', fields: [{ field: 'leftOn', before: null }] },
      { verdict: 'taken-away', kind: 'group', name: 'Trust 9' },
    ]);
    const { body } = await as().post(`/imports/${second.id}/undo`).send({ seen: shown.seen }).expect(202);
    await workOff(database, broker.partnershipId, body.job.id);
    expect((await pageOf(ash.id)).groups).toMatchObject([{ uid: 7, leftOn: null }]);
  });

  test('stays with the partnership that brought it', async () => {
    await buildThree();
    await importFiles(api, broker, 'groups', { 'l.csv': links(inTrust(100_001)) });
    const { id } = await buildPartnership(database);
    const stranger = await buildPerson(database, id, 'broker');
    expect((await api.as(stranger).get('/groups').expect(200)).body.items).toEqual([]);
  });
});

test('a head who leads several schools is shown at each, with the others', async () => {
  const [ash, bay] = await buildThree();
  const people = ['100001', '100002'].map((urn) => `${urn},Headteacher,Ada,Fern,ada@ash.example,01-09-2020,`);
  await importFiles(api, broker, 'people', {
    'p.csv': `URN,role,first name,last name,e-mail,from,to\r\n${people.join('\r\n')}\r\n`,
  });
  const { sharedHeads } = await pageOf(ash.id);
  expect(sharedHeads).toEqual([{ name: 'Ada Fern', schools: [{ id: bay.id, name: 'School 100002' }] }]);
});

const shared = new URL('../../../../../shared/registers/', import.meta.url);
const isThere = existsSync(shared);
if (!isThere) console.info('The real registers are not beside this checkout (../shared/registers): skipped.');

test.skipIf(!isThere)(
  'the real group links of two years: every row read, every school placed once',
  async () => {
    const file = (name: string) => readFileSync(new URL(name, shared));
    const register = 'gias_916_2025-07-11_reconstructed.csv';
    await importFiles(api, broker, 'register', { [register]: file(register) });
    const first = await importFiles(api, broker, 'groups', {
      '2018.csv': file('gias_grouplinks_916_2018-05-01.csv'),
    });
    const second = await importFiles(api, broker, 'groups', {
      '2019.csv': file('gias_grouplinks_916_2019-06-01.csv'),
      'groups.csv': file('gias_groups_916_2026-07.csv'),
    });
    expect([first.counts?.refused, second.counts?.refused]).toEqual([0, 0]);
    expect(first.counts?.added).toBeGreaterThan(100);
    const { items } = (await as().get('/groups').expect(200)).body;
    expect(items.length).toBeGreaterThan(50);
    const trusts = items.find(({ name }: { name: string }) => /DIOCESE OF GLOUCESTER ACADEMIES/.test(name));
    expect(trusts).toMatchObject({ kind: 'multi-academy-trust' });
    expect(trusts.schools).toBeGreaterThan(3);
  },
);
