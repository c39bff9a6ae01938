import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { testApi } from '../../test/api.ts';
import { type BuiltPerson, buildPartnership, buildPerson, buildSchool } from '../../test/builders.ts';
import { checkFiles, importFiles, workOff } from '../../test/work.ts';

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
const register = (...rows: string[]) => `${[header, ...rows].join('\r\n')}\r\n`;
const links = (...rows: string[]) =>
  `${['URN,LinkURN,LinkName,LinkType,LinkEstablishedDate', ...rows].join('\r\n')}\r\n`;
const ash = '100001,916,Ash Primary,1,1,2,,,Ashford';
const bay = '100002,916,Bay Primary,2,1,2,,,Bayford';
const people = (...rows: string[]) =>
  `URN,role,first name,last name,e-mail,from,to,trained on,can lead\r\n${rows.join('\r\n')}\r\n`;
const ada = '100001,Headteacher,Ada,Fern,ada@ash.example,01-09-2020,,15-09-2026,yes';

const as = () => api.as(broker);
const preview = async (id: string) => (await as().get(`/imports/${id}/undo?limit=200`).expect(200)).body;
const schools = async () => (await as().get('/schools?show=all').expect(200)).body.items;

async function undo(id: string, seen?: string) {
  const { body } = await as()
    .post(`/imports/${id}/undo`)
    .send({ seen: seen ?? (await preview(id)).seen })
    .expect(202);
  await workOff(database, broker.partnershipId, body.job.id);
  return (await as().get(`/imports/${id}`).expect(200)).body;
}

/** Everything of the partnership that an import may write, but for rows that are out of every list. */
async function everything() {
  const tables = [
    'establishments',
    'establishment_links',
    'people',
    'roles',
    'memberships',
    'cluster_schools',
  ];
  const told: Record<string, unknown> = {};
  for (const table of tables)
    told[table] = (
      await owner.query(
        `select to_jsonb(t) as row from ${table} t where partnership_id = $1 order by to_jsonb(t)::text`,
        [broker.partnershipId],
      )
    ).rows;
  told.schools = (
    await owner.query(
      `select to_jsonb(t) as row from schools t where partnership_id = $1 and absorbed_by is distinct from id order by id`,
      [broker.partnershipId],
    )
  ).rows;
  return told;
}

describe('an applied register', () => {
  test('is undone whole: what it made goes, what it changed is as it was, and it can be brought again', async () => {
    await importFiles(api, broker, 'register', { 'a.csv': register(ash) });
    const before = await everything();
    const file = register(ash.replace('Ash Primary', 'Ash Academy'), bay);
    const { id } = await importFiles(api, broker, 'register', { 'b.csv': file });
    const shown = await preview(id);
    expect(shown).toMatchObject({
      refusal: null,
      counts: { 'put-back': 1, 'taken-away': 1, 'left-alone': 0, 'in-the-way': 0 },
      items: [
        {
          verdict: 'put-back',
          kind: 'school',
          name: 'Ash Academy',
          fields: [{ field: 'name', now: 'Ash Academy', before: 'Ash Primary' }],
        },
        { verdict: 'taken-away', kind: 'school', name: 'Bay Primary' },
      ],
    });
    expect(await undo(id)).toMatchObject({ state: 'undone', job: { state: 'done' } });
    expect(await everything()).toEqual(before);
    expect((await schools()).map(({ name }: { name: string }) => name)).toEqual(['Ash Primary']);
    const { body } = await as().get('/history?limit=50').expect(200);
    expect(body.items.map(({ kind }: { kind: string }) => kind)).toEqual(
      expect.arrayContaining(['register-import-undone', 'school-put-back']),
    );
    const again = await importFiles(api, broker, 'register', { 'b.csv': file });
    expect(again.counts).toMatchObject({ added: 1, changed: 1 });
  });

  test('that followed schools to their successors and joined them is undone without a trace', async () => {
    const closed = '100001,916,Ash Primary,1,2,2,,31-08-2026,Ashford';
    const academy = '150001,916,Ash Primary,34,1,2,01-09-2026,,Ashford';
    await importFiles(api, broker, 'register', { 'a.csv': register(ash) });
    const [school] = await schools();
    await as()
      .post('/schools/members')
      .send({ schoolIds: [school.id], member: true, on: '2026-09-01' })
      .expect(200);
    await importFiles(api, broker, 'register', { 'b.csv': register(closed, academy) });
    const taken = (await schools()).find(({ urn }: { urn: number }) => urn === 150001);
    expect(taken.id).not.toBe(school.id);
    await buildPerson(database, broker.partnershipId, 'headteacher', taken.id);
    for (const [name, id] of [
      ['North', school.id],
      ['South', taken.id],
    ]) {
      const { body } = await as().post('/clusters').send({ name, kind: 'primary-partnership' }).expect(201);
      await as()
        .post(`/clusters/${body.id}/schools`)
        .send({ schoolIds: [id], inCluster: true })
        .expect(200);
    }
    const before = await everything();
    const { id } = await importFiles(api, broker, 'register', {
      'links.csv': links('150001,100001,Ash Primary,Predecessor,01-09-2026'),
    });
    expect(await everything()).not.toEqual(before);
    expect(await undo(id)).toMatchObject({ state: 'undone' });
    expect(await everything()).toEqual(before);
    await as().get(`/schools/${taken.id}`).expect(200);
  });

  test('leaves alone what has changed since and what others hang on, and names both', async () => {
    const blank = '100005,916,New Academy,,1,2,,,Town';
    await importFiles(api, broker, 'register', { 'a.csv': register(ash, blank) });
    const found = await schools();
    const newer = found.find(({ urn }: { urn: number }) => urn === 100005);
    const { id } = await importFiles(api, broker, 'register', {
      'b.csv': register(ash, bay, blank.replace('New', 'Newer').replace(',,1,', ',28,1,')),
    });
    const made = (await schools()).find(({ urn }: { urn: number }) => urn === 100002);
    await as()
      .post('/schools/members')
      .send({ schoolIds: [made.id], member: true, on: '2026-09-01' })
      .expect(200);
    await as().put(`/schools/${newer.id}/settlement`).send({ counted: false }).expect(200);
    expect(await preview(id)).toMatchObject({
      refusal: null,
      counts: { 'put-back': 1, 'left-alone': 1 },
      items: [
        { verdict: 'left-alone', name: 'Bay Primary', hanging: ['memberships'] },
        { verdict: 'put-back', name: 'Newer Academy', kept: expect.arrayContaining(['settlement']) },
      ],
    });
    await undo(id);
    expect(await schools()).toMatchObject([
      { name: 'Ash Primary' },
      { name: 'Bay Primary', memberSince: '2026-09-01' },
      { name: 'New Academy', settlement: 'not-counted-by-broker' },
    ]);
  });

  test('that a later import has overtaken waits until that one is undone', async () => {
    const named = (name: string) => register(ash.replace('Ash Primary', name));
    const june = await importFiles(api, broker, 'register', { 'a.csv': named('June') });
    const july = await importFiles(api, broker, 'register', { 'b.csv': named('July') });
    const shown = await preview(june.id);
    expect(shown).toMatchObject({ refusal: 'overtaken-since', overtakenBy: { id: july.id } });
    const { body } = await as().post(`/imports/${june.id}/undo`).send({ seen: shown.seen }).expect(409);
    expect(body.code).toBe('overtaken-since');
    await undo(july.id);
    expect(await undo(june.id)).toMatchObject({ state: 'undone' });
    expect(await schools()).toEqual([]);
  });

  test('does only what was seen, once, and changes nothing when it is stopped', async () => {
    const { id } = await importFiles(api, broker, 'register', { 'a.csv': register(ash) });
    const { seen } = await preview(id);
    const [school] = await schools();
    await buildPerson(database, broker.partnershipId, 'headteacher', school.id);
    expect((await as().post(`/imports/${id}/undo`).send({ seen }).expect(409)).body.code).toBe('overtaken');

    const send = async () =>
      (
        await as()
          .post(`/imports/${id}/undo`)
          .send({ seen: (await preview(id)).seen })
          .expect(202)
      ).body;
    await send();
    expect((await as().post(`/imports/${id}/cancel`).expect(200)).body).toMatchObject({ state: 'applied' });
    const { job } = await send();
    expect((await as().post(`/imports/${id}/undo`).send({ seen }).expect(202)).body.job.id).toBe(job.id);
    await owner.query(`update schools set name = 'Changed' where id = $1`, [school.id]);
    await workOff(database, broker.partnershipId, job.id);
    expect((await as().get(`/imports/${id}`)).body).toMatchObject({
      state: 'applied',
      job: { state: 'failed', problem: expect.stringContaining('look again') },
    });
    expect(await undo(id)).toMatchObject({ state: 'undone' });
    expect((await as().post(`/imports/${id}/undo`).send({ seen }).expect(202)).body.state).toBe('undone');
  });

  test('is kept for the last ten that were applied; one that was not applied has nothing to undo', async () => {
    const first = await importFiles(api, broker, 'register', { 'a.csv': register(bay) });
    for (let i = 0; i < 10; i++)
      await importFiles(api, broker, 'register', { 'a.csv': register(`${200_000 + i},916,A,1,1,2,,,X`) });
    expect(await preview(first.id)).toMatchObject({ refusal: 'too-long-ago' });
    const { rows } = await owner.query(
      'select count(distinct import_id)::int as n from import_rows where partnership_id = $1',
      [broker.partnershipId],
    );
    expect(rows[0].n).toBe(10);
    const checked = await checkFiles(api, broker, 'register', { 'a.csv': register(ash) });
    expect(await preview(checked.id)).toMatchObject({ refusal: 'not-applied' });
  });
});

describe('an applied people file', () => {
  test('is undone: new people go, terms and names are as they were', async () => {
    await buildSchool(database, broker.partnershipId, { urn: 100001 });
    await importFiles(api, broker, 'people', { 'p.csv': people(ada) });
    const before = await everything();
    const { id } = await importFiles(api, broker, 'people', {
      'q.csv': people(
        ada.replace('01-09-2020,,', '01-09-2020,31-10-2026,').replace('Ada', 'Adah'),
        '100001,Deputy,Ben,Oak,ben@ash.example,01-09-2024,,,',
      ),
    });
    expect(await preview(id)).toMatchObject({
      items: [
        {
          verdict: 'put-back',
          kind: 'person',
          name: 'Adah Fern',
          fields: expect.arrayContaining([
            { field: 'firstName', now: 'Adah', before: 'Ada' },
            { field: 'to', now: '2026-10-31', before: null },
          ]),
        },
        { verdict: 'taken-away', kind: 'person', name: 'Ben Oak' },
      ],
    });
    expect(await undo(id)).toMatchObject({ state: 'undone' });
    expect(await everything()).toEqual(before);
  });

  test('takes away somebody who has merely been told something since, by mail too, and tells who undid it', async () => {
    await buildSchool(database, broker.partnershipId, { urn: 100001 });
    const { id } = await importFiles(api, broker, 'people', { 'p.csv': people(ada) });
    const { rows } = await owner.query<{ id: string }>(
      `select person_id as id from people where email = 'ada@ash.example' and partnership_id = $1`,
      [broker.partnershipId],
    );
    await owner.query(`insert into digests values ($1, $2, '2026-11-20', $3)`, [
      broker.partnershipId,
      rows[0]?.id,
      crypto.randomUUID(),
    ]);
    await owner.query(
      `insert into notifications (partnership_id, person_id, topic, kind, detail, at, digested_on) values ($1, $2, 'calendar', 'calendar-set', '{}', now(), '2026-11-20')`,
      [broker.partnershipId, rows[0]?.id],
    );
    expect(await preview(id)).toMatchObject({ counts: { 'taken-away': 1, 'left-alone': 0 } });
    expect(await undo(id)).toMatchObject({ state: 'undone' });
    const { body } = await as().get('/notifications').expect(200);
    expect(body.items.map(({ kind }: { kind: string }) => kind)).toEqual([
      'import-undone',
      'import-applied',
      'import-checked',
    ]);
  });

  test('keeps what was recorded of a person since', async () => {
    await buildSchool(database, broker.partnershipId, { urn: 100001 });
    const { id } = await importFiles(api, broker, 'people', { 'p.csv': people(ada) });
    await owner.query(`update people set trained_on = '2026-11-01' where email = 'ada@ash.example'`);
    expect(await preview(id)).toMatchObject({
      items: [{ verdict: 'left-alone', name: 'Ada Fern', kept: ['trainedOn'] }],
    });
    await undo(id);
    expect((await as().get('/people?role=leaders').expect(200)).body.items).toMatchObject([
      { trainedOn: '2026-11-01' },
    ]);
  });
});

test('every table that an import writes keeps its rows', async () => {
  const { rows } = await owner.query(
    `select tgrelid::regclass::text as name from pg_trigger where tgname = 'keep_import_row' order by 1`,
  );
  expect(rows.map(({ name }) => name)).toEqual(
    'cluster_schools delegations establishment_links establishments group_members groups memberships people roles school_days school_details schools'.split(
      ' ',
    ),
  );
});
