import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { testApi } from '../../test/api.ts';
import { type BuiltPerson, buildPartnership, buildPerson, buildSchool } from '../../test/builders.ts';
import { applyFiles, checkFiles, importFiles, workOff } from '../../test/work.ts';

const api = await testApi();
const { database, owner } = api;
afterAll(api.close);

let broker: BuiltPerson;
beforeEach(async () => {
  const { id } = await buildPartnership(database);
  broker = await buildPerson(database, id, 'broker');
});

const header =
  'URN,LA (code),EstablishmentName,TypeOfEstablishment (code),EstablishmentStatus (code),PhaseOfEducation (code),OpenDate,CloseDate,Town';
const linkHeader = 'URN,LinkURN,LinkName,LinkType,LinkEstablishedDate';
const register = (...rows: string[]) => `${[header, ...rows].join('\r\n')}\r\n`;
const links = (...rows: string[]) => `${[linkHeader, ...rows].join('\r\n')}\r\n`;
const ash = '100001,916,Ash Primary,1,1,2,,,Ashford';
const bay = '100002,916,Bay Primary,2,1,2,,,Bayford';

const listSchools = async (query = '') => (await api.as(broker).get(`/schools?${query}`).expect(200)).body;
const changes = async (id: string, kind?: string) =>
  (
    await api
      .as(broker)
      .get(`/imports/${id}/changes?limit=200${kind ? `&kind=${kind}` : ''}`)
      .expect(200)
  ).body.items;

describe('a register', () => {
  test('is shown before anything is changed, and then applied', async () => {
    const checked = await checkFiles(api, broker, 'register', { 'a.csv': register(ash, bay) });
    expect(checked).toMatchObject({ state: 'ready', counts: { added: 2, refused: 0, unchanged: 0 } });
    expect((await listSchools()).total).toBe(0);
    const applied = await applyFiles(api, broker, checked.id);
    expect(applied).toMatchObject({ state: 'applied', job: { state: 'done' } });
    expect((await listSchools()).items.map((school: { name: string }) => school.name)).toEqual([
      'Ash Primary',
      'Bay Primary',
    ]);
  });

  test('brought twice changes nothing', async () => {
    await importFiles(api, broker, 'register', { 'a.csv': register(ash, bay) });
    const again = await importFiles(api, broker, 'register', { 'a.csv': register(ash, bay) });
    expect(again.counts).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    expect(await changes(again.id)).toEqual([]);
  });

  test('says field by field what changes', async () => {
    await importFiles(api, broker, 'register', { 'a.csv': register(ash) });
    const checked = await checkFiles(api, broker, 'register', {
      'b.csv': register(ash.replace('Ash Primary', 'Ash Academy')),
    });
    expect(await changes(checked.id, 'changed')).toMatchObject([
      { urn: 100001, fields: [{ field: 'name', before: 'Ash Primary', after: 'Ash Academy' }] },
    ]);
  });

  test('refuses rows by row, column and reason, and takes the others', async () => {
    const bad = [
      '100003,916,"=HYPERLINK(""x"")",1,1,2,,,Town',
      '100001,916,Ash again,1,1,2,,,Town',
      '100004,916,Short,1,1,2,,',
    ];
    const applied = await importFiles(api, broker, 'register', { 'a.csv': register(ash, ...bad, bay) });
    expect(applied.counts).toMatchObject({ added: 2, refused: 3 });
    const refused = await changes(applied.id, 'refused');
    expect(refused.map(({ file, row, column }: Record<string, unknown>) => [file, row, column])).toEqual([
      ['a.csv', 3, 'EstablishmentName'],
      ['a.csv', 4, 'URN'],
      ['a.csv', 5, null],
    ]);
    expect(refused[2].reason).toContain('This row has 8 cells, the header has 9.');
  });

  test('of other authorities is left out', async () => {
    const applied = await importFiles(api, broker, 'register', {
      'a.csv': register(ash, bay.replace(',916,', ',803,')),
    });
    expect(applied.counts).toMatchObject({ added: 1 });
  });

  test('follows a school to its academy, with its members, people and history', async () => {
    await importFiles(api, broker, 'register', { 'a.csv': register(ash, bay) });
    const [school] = (await listSchools()).items;
    await api
      .as(broker)
      .post('/schools/members')
      .send({ schoolIds: [school.id], member: true, on: '2026-09-01' })
      .expect(200);
    const head = await buildPerson(database, broker.partnershipId, 'headteacher', school.id);

    const closed = '100001,916,Ash Primary,1,2,2,,31-08-2026,Ashford';
    const academy = '150001,916,Ash Primary,34,1,2,01-09-2026,,Ashford';
    const applied = await importFiles(api, broker, 'register', {
      'b.csv': register(closed, academy, bay),
      'links.csv': links('100001,150001,Ash Primary,Successor,31-08-2026'),
    });
    expect(applied.counts).toMatchObject({ converted: 1, added: 1, unchanged: 1 });
    const after = (await listSchools()).items;
    expect(after).toHaveLength(2);
    expect(after[0]).toMatchObject({
      id: school.id,
      urn: 150001,
      memberSince: '2026-09-01',
      typeName: 'Academy converter',
    });
    const { body: page } = await api.as(head).get(`/schools/${school.id}`).expect(200);
    expect(
      page.records.map((record: { urn: number; isCurrent: boolean }) => [record.urn, record.isCurrent]),
    ).toEqual([
      [150001, true],
      [100001, false],
    ]);
    const { body: events } = await api.as(head).get(`/schools/${school.id}/events`).expect(200);
    expect(events.items.map(({ kind }: { kind: string }) => kind)).toEqual(
      expect.arrayContaining(['school-added', 'membership-began', 'school-converted']),
    );
  });

  test('that comes before its links is put right when they come: one school, nothing lost', async () => {
    await importFiles(api, broker, 'register', {
      'a.csv': register('100001,916,Ash Primary,1,1,2,,,Ashford'),
    });
    const [school] = (await listSchools()).items;
    await api
      .as(broker)
      .post('/schools/members')
      .send({ schoolIds: [school.id], member: true, on: '2026-09-01' })
      .expect(200);
    const both = [
      '100001,916,Ash Primary,1,2,2,,31-08-2026,Ashford',
      '150001,916,Ash Primary,34,1,2,01-09-2026,,Ashford',
    ];
    await importFiles(api, broker, 'register', { 'b.csv': register(...both) });
    const [taken] = (await listSchools()).items;
    expect(taken.id).not.toBe(school.id);
    const head = await buildPerson(database, broker.partnershipId, 'headteacher', taken.id);
    const as = api.as(broker);
    for (const [name, id] of [
      ['North', school.id],
      ['South', taken.id],
    ]) {
      const { body: cluster } = await as
        .post('/clusters')
        .send({ name, kind: 'primary-partnership' })
        .expect(201);
      await as
        .post(`/clusters/${cluster.id}/schools`)
        .send({ schoolIds: [id], inCluster: true })
        .expect(200);
    }
    const applied = await importFiles(api, broker, 'register', {
      'links.csv': links('150001,100001,Ash Primary,Predecessor,01-09-2026'),
    });
    expect(applied.counts).toMatchObject({ converted: 1 });
    const all = await listSchools('show=all');
    expect(all.items).toMatchObject([
      { id: school.id, urn: 150001, isOpen: true, memberSince: '2026-09-01', clusters: [{ name: 'North' }] },
    ]);
    expect(all.items[0].clusters).toHaveLength(1);
    await as.get(`/schools/${taken.id}`).expect(404);
    expect((await api.as(head).get(`/schools/${school.id}`).expect(200)).body.people).toHaveLength(1);
  });

  test('follows a chain of records whose links come late to one school', async () => {
    const a = (status: string, on = '') => `100001,916,Ash Primary,1,${status},2,,${on},Ashford`;
    const b = (status: string, on = '') => `150001,916,Ash Primary,34,${status},2,01-09-2024,${on},Ashford`;
    const c = '160001,916,Ash Academy,28,1,2,01-09-2025,,Ashford';
    await importFiles(api, broker, 'register', { 'a.csv': register(a('1')) });
    const [school] = (await listSchools()).items;
    await importFiles(api, broker, 'register', { 'b.csv': register(a('2', '31-08-2024'), b('1')) });
    const [between] = (await listSchools()).items;
    const applied = await importFiles(api, broker, 'register', {
      'c.csv': register(a('2', '31-08-2024'), b('2', '31-08-2025'), c),
      'links.csv': links('100001,150001,Ash,Successor,31-08-2024', '150001,160001,Ash,Successor,31-08-2025'),
    });
    expect(applied).toMatchObject({ state: 'applied', counts: { converted: 2 } });
    expect((await listSchools('show=all')).items).toMatchObject([
      { id: school.id, urn: 160001, name: 'Ash Academy' },
    ]);
    const { body } = await api.as(broker).get(`/schools/${school.id}`).expect(200);
    expect(body.records.map(({ urn }: { urn: number }) => urn)).toEqual([160001, 150001, 100001]);
    await api.as(broker).get(`/schools/${between.id}`).expect(404);
  });

  test('leaves a type that it does not know to the broker, whose word then stands', async () => {
    const blank = '100005,916,New Academy,,1,2,,,Town';
    const first = await importFiles(api, broker, 'register', { 'a.csv': register(blank) });
    expect(first.counts).toMatchObject({ unsettled: 1 });
    const [school] = (await listSchools('show=unsettled')).items;
    await api.as(broker).put(`/schools/${school.id}/settlement`).send({ counted: true }).expect(200);
    const second = await importFiles(api, broker, 'register', {
      'b.csv': register(blank.replace('New', 'Newer')),
    });
    expect(second.counts).toMatchObject({ unsettled: 0, changed: 1 });
    expect((await listSchools()).items).toMatchObject([{ name: 'Newer Academy', settlement: 'by-broker' }]);
  });

  test.each([
    ['a spreadsheet', Buffer.from('PK\u0003\u0004[Content_Types].xml', 'latin1'), 'Excel workbook'],
    ['half a file', Buffer.from(`${header}\r\n100001,916,"Ash Pri`), 'cut short'],
    ['another table', Buffer.from('Name,Age\r\nAda,36\r\n'), 'not a schools register'],
    ['nothing', Buffer.alloc(0), 'empty'],
  ])('that is %s is turned away whole with a sentence, and can be brought again', async (_, bytes, words) => {
    const checked = await checkFiles(api, broker, 'register', { 'a.csv': bytes });
    expect(checked.state).toBe('failed');
    expect(checked.faults[0]?.fault).toContain(words);
    const as = api.as(broker);
    await as
      .put(`/imports/${checked.id}/files/a.csv`)
      .set('content-type', 'application/octet-stream')
      .send(register(ash))
      .expect(200);
    const { body } = await as.post(`/imports/${checked.id}/check`).expect(202);
    await workOff(database, broker.partnershipId, body.job.id);
    expect((await as.get(`/imports/${checked.id}`)).body).toMatchObject({
      state: 'ready',
      counts: { added: 1 },
    });
  });

  test('overtaken by another import is checked again before it is applied', async () => {
    const first = await checkFiles(api, broker, 'register', { 'a.csv': register(ash) });
    await importFiles(api, broker, 'register', { 'b.csv': register(ash, bay) });
    const late = await applyFiles(api, broker, first.id);
    expect(late).toMatchObject({
      state: 'ready',
      job: { state: 'failed', problem: expect.stringContaining('check it again') },
    });
    expect((await listSchools()).total).toBe(2);
  });

  test('that would now change something else than it showed is not applied, even if the numbers agree', async () => {
    await importFiles(api, broker, 'register', { 'may.csv': register(ash) });
    const named = (name: string) => register(ash.replace('Ash Primary', name));
    const june = await checkFiles(api, broker, 'register', { 'june.csv': named('Ash in June') });
    await importFiles(api, broker, 'register', { 'july.csv': named('Ash in July') });
    expect(await applyFiles(api, broker, june.id)).toMatchObject({
      state: 'ready',
      job: { state: 'failed' },
    });
    expect((await listSchools()).items).toMatchObject([{ name: 'Ash in July' }]);
  });

  test('applied by two people at the same moment is applied once', async () => {
    const checked = await checkFiles(api, broker, 'register', { 'a.csv': register(ash) });
    const apply = () => api.as(broker).post(`/imports/${checked.id}/apply`);
    const answers = await Promise.all([apply(), apply()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409]);
  });

  test('that was discarded cannot be applied', async () => {
    const checked = await checkFiles(api, broker, 'register', { 'a.csv': register(ash) });
    await api.as(broker).post(`/imports/${checked.id}/discard`).expect(200);
    await api.as(broker).post(`/imports/${checked.id}/apply`).expect(409);
    const { rows } = await owner.query('select count(*)::int as n from import_chunks where import_id = $1', [
      checked.id,
    ]);
    expect(rows[0].n).toBe(0);
  });
});

describe('a people file', () => {
  const people = (...rows: string[]) =>
    `URN,role,title,first name,last name,e-mail,from,to,trained on,can lead\r\n${rows.join('\r\n')}\r\n`;
  const ada = '100001,Headteacher,Mrs,Ada,Fern,ada.fern@ash.example,01-09-2020,,15-09-2026,yes';

  test('adds people to their schools, and twice changes nothing', async () => {
    await buildSchool(database, broker.partnershipId, { urn: 100001, name: 'Ash Primary' });
    const applied = await importFiles(api, broker, 'people', { 'p.csv': people(ada) });
    expect(applied.counts).toMatchObject({ added: 1, refused: 0 });
    const { body } = await api.as(broker).get('/people?role=leaders').expect(200);
    expect(body.items).toMatchObject([
      {
        name: 'Ada Fern',
        trainedOn: '2026-09-15',
        canLead: true,
        roles: [{ role: 'headteacher', schoolName: 'Ash Primary', from: '2020-09-01' }],
      },
    ]);
    expect((await importFiles(api, broker, 'people', { 'p.csv': people(ada) })).counts).toMatchObject({
      added: 0,
      unchanged: 1,
    });
  });

  test('refuses a school that we do not have, and the other rows go in', async () => {
    await buildSchool(database, broker.partnershipId, { urn: 100001 });
    const stranger = ada.replace('100001', '999999').replace('ada.fern', 'zed.fern').replace('Ada', 'Zed');
    const applied = await importFiles(api, broker, 'people', { 'p.csv': people(ada, stranger) });
    expect(applied.counts).toMatchObject({ added: 1, refused: 1 });
    expect((await changes(applied.id, 'refused'))[0]).toMatchObject({ row: 3, column: 'URN' });
  });

  test('with two rows of one person keeps what either says: a blank says nothing', async () => {
    await buildSchool(database, broker.partnershipId, { urn: 100001 });
    await buildSchool(database, broker.partnershipId, { urn: 100002 });
    const second = '100002,Headteacher,,Ada,Fern,ada.fern@ash.example,01-09-2020,,,';
    await importFiles(api, broker, 'people', { 'p.csv': people(ada, second) });
    const leader = async () => (await api.as(broker).get('/people?role=leaders').expect(200)).body.items[0];
    expect(await leader()).toMatchObject({ trainedOn: '2026-09-15', canLead: true, roles: [{}, {}] });
    const later = '100002,Deputy,,Ada,Fern,ada.fern@ash.example,01-09-2025,,,';
    await importFiles(api, broker, 'people', { 'q.csv': people(later) });
    expect(await leader()).toMatchObject({ trainedOn: '2026-09-15', canLead: true, roles: [{}, {}, {}] });
  });

  test('knows somebody who comes back, and keeps their earlier term', async () => {
    const school = await buildSchool(database, broker.partnershipId, { urn: 100001 });
    const term = (from: string, to: string) => `100001,Deputy,,Bea,Birch,bea@ash.example,${from},${to},,`;
    await importFiles(api, broker, 'people', { 'p.csv': people(term('01-09-2020', '31-08-2024')) });
    const again = await importFiles(api, broker, 'people', { 'q.csv': people(term('01-09-2025', '')) });
    expect(again.counts).toMatchObject({ added: 1, changed: 0, refused: 0 });
    const { body } = await api.as(broker).get(`/schools/${school.id}`).expect(200);
    const terms = body.people.map(({ from, to }: { from: string; to: string | null }) => [from, to]);
    expect(terms.sort()).toEqual([
      ['2020-09-01', '2024-08-31'],
      ['2025-09-01', null],
    ]);
    const early = await importFiles(api, broker, 'people', { 'r.csv': people(term('', '31-08-2020')) });
    expect(early.counts).toMatchObject({ refused: 1, changed: 0 });
  });

  test('with a term under each URN that a school has had, twice, changes nothing', async () => {
    await importFiles(api, broker, 'register', {
      'a.csv': register('100001,916,Ash Primary,1,1,2,,,Ashford'),
    });
    await importFiles(api, broker, 'register', {
      'b.csv': register(
        '100001,916,Ash Primary,1,2,2,,31-08-2023,Ashford',
        '150001,916,Ash Primary,34,1,2,01-09-2023,,Ashford',
      ),
      'links.csv': links('100001,150001,Ash Primary,Successor,31-08-2023'),
    });
    const file = people(
      '100001,Headteacher,,Ada,Fern,ada@ash.example,01-09-2018,31-08-2023,,',
      '150001,Headteacher,,Ada,Fern,ada@ash.example,01-09-2023,,,',
    );
    expect((await importFiles(api, broker, 'people', { 'p.csv': file })).counts).toMatchObject({ added: 2 });
    expect((await importFiles(api, broker, 'people', { 'p.csv': file })).counts).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: 2,
    });
  });

  test('ends a role by its date', async () => {
    await buildSchool(database, broker.partnershipId, { urn: 100001 });
    await importFiles(api, broker, 'people', { 'p.csv': people(ada) });
    await importFiles(api, broker, 'people', {
      'p.csv': people(ada.replace('01-09-2020,,', '01-09-2020,31-10-2026,')),
    });
    expect((await api.as(broker).get('/people?role=leaders').expect(200)).body.total).toBe(0);
  });
});

const shared = new URL('../../../../../shared/registers/', import.meta.url);
const isThere = existsSync(shared);
if (!isThere) console.info('The real registers are not beside this checkout (../shared/registers): skipped.');

describe.skipIf(!isThere)('the three registers of Gloucestershire', () => {
  const file = (name: string) => readFileSync(new URL(name, shared));

  test('in order, with their links: 34 schools followed, 300 state schools at the end', async () => {
    const steps = [
      ['gias_916_2022-04-07_reconstructed.csv', 'gias_links_916_2023-04-21.csv'],
      ['gias_916_2024-06-17_reconstructed.csv', 'gias_links_916_2025-04-22.csv'],
      ['gias_916_2025-07-11_reconstructed.csv', 'gias_links_916_2025-09.csv'],
    ] as const;
    let converted = 0;
    for (const [register_, links_] of steps) {
      const applied = await importFiles(api, broker, 'register', {
        [register_]: file(register_),
        [links_]: file(links_),
      });
      converted += applied.counts?.converted ?? 0;
    }
    expect(converted).toBe(34);
    const { rows } = await owner.query(
      `select settlement, count(*)::int as n from schools where partnership_id = $1 and is_open and absorbed_by is null group by 1 order by 1`,
      [broker.partnershipId],
    );
    expect(Object.fromEntries(rows.map(({ settlement, n }) => [settlement, n]))).toEqual({
      'by-type': 264,
      'by-group': 35,
      'not-counted': 27,
      unsettled: 14,
    });
    const [great] = (await listSchools('show=unsettled&q=great+oldbury')).items;
    await api.as(broker).put(`/schools/${great.id}/settlement`).send({ counted: true }).expect(200);
    expect((await listSchools()).total).toBe(300);
    const carried = await owner.query(
      `select count(*)::int as n from (select school_id from establishments where partnership_id = $1 group by 1 having count(*) > 1) s`,
      [broker.partnershipId],
    );
    expect(carried.rows[0].n).toBe(33);

    const again = await importFiles(api, broker, 'register', {
      [steps[2][0]]: file(steps[2][0]),
      [steps[2][1]]: file(steps[2][1]),
    });
    expect(again.counts).toMatchObject({ added: 0, changed: 0, closed: 0, converted: 0, unchanged: 602 });
  });
});
