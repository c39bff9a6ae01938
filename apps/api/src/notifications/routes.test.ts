import type { Notification } from '@lateral/contract/notifications';
import { sentenceOf } from '@lateral/domain/notifications/words';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { testApi } from '../../test/api.ts';
import { type BuiltPerson, buildPartnership, buildPerson, buildSchool } from '../../test/builders.ts';
import { checkFiles, workOff } from '../../test/work.ts';
import { finishRecovery } from '../recoveries/finish-recovery.ts';

let now = new Date('2026-11-23T09:00:00Z');
const api = await testApi({ now: () => now });
afterAll(api.close);
const { database, owner } = api;
const confirmedAt = new Date('2026-11-23T08:58:00Z');

let partnershipId: string;
let broker: BuiltPerson;
let school: Awaited<ReturnType<typeof buildSchool>>;
let head: BuiltPerson;
beforeEach(async () => {
  now = new Date('2026-11-23T09:00:00Z');
  partnershipId = (await buildPartnership(database)).id;
  broker = await buildPerson(database, partnershipId, 'broker', null, { confirmedAt });
  school = await buildSchool(database, partnershipId, { name: 'Ashlow School' });
  head = await buildPerson(database, partnershipId, 'headteacher', school.id, { confirmedAt });
});

const listOf = async (person: BuiltPerson, query = ''): Promise<Notification[]> =>
  (await api.as(person).get(`/notifications${query}`).expect(200)).body.items;
const kindsOf = async (person: BuiltPerson) => (await listOf(person)).map(({ kind }) => kind);
const unreadOf = async (person: BuiltPerson) =>
  (await api.as(person).get('/notifications/unread').expect(200)).body.unread;
const read = (person: BuiltPerson, id: number | string) => api.as(person).post(`/notifications/${id}/read`);
const readUpTo = (person: BuiltPerson, upTo: number) =>
  api.as(person).post('/notifications/read').send({ upTo });
const choose = (person: BuiltPerson, topic: string, channel: string) =>
  api.as(person).put(`/notifications/choices/${topic}`).send({ channel });
const mark = (member: boolean, by = broker) =>
  api
    .as(by)
    .post('/schools/members')
    .send({ schoolIds: [school.id], member, on: '2026-11-01' })
    .expect(200);
const details = (by: BuiltPerson, version: number, phone: string) =>
  api
    .as(by)
    .put(`/schools/${school.id}/details`)
    .set('if-match', `"${version}"`)
    .send({ email: null, phone, website: null, askFor: null, arrival: null, access: null })
    .expect(200);

describe('who is told', () => {
  test('those who lead the school, in words of their own; not its governors, other schools or whoever did it', async () => {
    const deputy = await buildPerson(database, partnershipId, 'deputy', school.id);
    const governor = await buildPerson(database, partnershipId, 'governor', school.id);
    const former = await buildPerson(database, partnershipId, 'headteacher', school.id, { to: '2026-11-22' });
    const sibling = await buildSchool(database, partnershipId);
    const other = await buildPerson(database, partnershipId, 'headteacher', sibling.id);
    await mark(true);
    for (const told of [head, deputy]) expect(await kindsOf(told)).toEqual(['membership-began']);
    for (const person of [governor, other, broker]) expect(await kindsOf(person)).toEqual([]);
    const { rows } = await owner.query('select 1 from notifications where person_id = $1', [former.personId]);
    expect(rows).toEqual([]);
    const [told] = await listOf(head);
    if (!told) throw new Error('not told');
    expect(sentenceOf(told)).toBe('Ashlow School became a member on 1 November 2026');
    expect(told.school).toEqual({ id: school.id, name: 'Ashlow School' });
  });

  test('somebody with two roles in the school is told once', async () => {
    await owner.query(
      `insert into roles (partnership_id, person_id, school_id, role) values ($1, $2, $3, 'deputy')`,
      [partnershipId, head.personId, school.id],
    );
    await mark(true);
    expect(await kindsOf(head)).toEqual(['membership-began']);
  });

  test('a change that is refused tells nobody', async () => {
    await api
      .as(broker)
      .post('/schools/members')
      .send({ schoolIds: [school.id, crypto.randomUUID()], member: true, on: '2026-11-01' })
      .expect(404);
    expect(await kindsOf(head)).toEqual([]);
  });

  test('a role that is lent and taken back, and what was done in somebody’s name', async () => {
    const office = await buildPerson(database, partnershipId, 'school-administrator', school.id);
    const body = { schoolId: school.id, delegateId: office.personId, until: '2027-07-31' };
    const { body: lent } = await api.as(head).post('/delegations').send(body).expect(201);
    await details(office, 0, '01242 000000');
    expect(await kindsOf(head)).toEqual(['done-in-your-name']);
    await api.as(head).delete(`/delegations/${lent.id}`).expect(204);
    expect(await kindsOf(office)).toEqual(['role-taken-back', 'role-lent']);
  });

  test('of a new address: the person, and those who keep an eye on them, and of its end too', async () => {
    const governor = await buildPerson(database, partnershipId, 'governor', school.id);
    const chair = await buildPerson(database, partnershipId, 'chair-of-governors', school.id);
    const colleague = await buildPerson(database, partnershipId, 'broker', null, { confirmedAt });
    const sibling = await buildSchool(database, partnershipId);
    const other = await buildPerson(database, partnershipId, 'headteacher', sibling.id);
    const asked = { newEmail: `new-${governor.personId}@own.example`, reason: 'The mailbox is lost' };
    const { body: recovery } = await api
      .as(broker)
      .post(`/people/${governor.personId}/recoveries`)
      .send(asked)
      .expect(201);
    for (const told of [governor, chair, head, colleague])
      expect(await kindsOf(told)).toEqual(['recovery-asked']);
    for (const person of [broker, other]) expect(await kindsOf(person)).toEqual([]);
    await api.as(colleague).post(`/recoveries/${recovery.id}/agree`).expect(200);
    expect(await kindsOf(broker)).toEqual(['recovery-agreed']);
    const later = new Date('2026-11-24T10:00:00Z');
    await database.withKeeper((db) => finishRecovery(db, { partnershipId, recoveryId: recovery.id }, later));
    expect(await kindsOf(chair)).toEqual(['recovery-done', 'recovery-agreed', 'recovery-asked']);
    const { rows } = await owner.query(
      `select distinct detail::text from notifications where partnership_id = $1`,
      [partnershipId],
    );
    expect(rows).toEqual([{ detail: '{}' }]);
  });

  test('what is recorded about somebody', async () => {
    await api
      .as(broker)
      .post('/people/training')
      .send({ personIds: [head.personId], trainedOn: '2026-11-20' })
      .expect(200);
    await api
      .as(broker)
      .put(`/people/${head.personId}/away-days`)
      .send({ days: ['2027-01-11'] })
      .expect(200);
    await api
      .as(broker)
      .post('/people/addresses')
      .send({ personIds: [head.personId], confirmed: true })
      .expect(200);
    expect(await kindsOf(head)).toEqual(['address-confirmed', 'away-days-set', 'trained']);
  });

  test('whoever brought a file, when it is checked or cannot be read', async () => {
    const header = 'URN,role,title,first name,last name,e-mail,from,to\n';
    const row = `${school.urn},deputy,Ms,Ida,Hale,ida@ashlow.example,2026-09-01,\n`;
    const colleague = await buildPerson(database, partnershipId, 'broker');
    await checkFiles(api, broker, 'people', { 'people.csv': header + row });
    await checkFiles(api, broker, 'people', { 'people.csv': 'nothing,like,it\n' });
    const [failed, checked] = await listOf(broker);
    expect([failed?.kind, checked?.kind]).toEqual(['import-failed', 'import-checked']);
    const importId = String(checked?.detail.importId);
    const { body: sent } = await api.as(broker).post(`/imports/${importId}/apply`).expect(202);
    await workOff(database, partnershipId, sent.job.id);
    expect((await kindsOf(broker))[0]).toBe('import-applied');
    expect(await kindsOf(colleague)).toEqual([]);
  });

  test('everybody who works by the calendar, when it is set', async () => {
    const body = { terms: [{ name: 'Autumn', start: '2026-09-01', end: '2026-12-18' }], closures: [] };
    await api.as(broker).put('/calendars/2026').set('if-match', '"0"').send(body).expect(200);
    expect(await kindsOf(head)).toEqual(['calendar-set']);
    expect(await kindsOf(broker)).toEqual([]);
  });
});

describe('what somebody may read', () => {
  test('is their own: nobody finds or marks another’s', async () => {
    const deputy = await buildPerson(database, partnershipId, 'deputy', school.id);
    await mark(true);
    const [told] = await listOf(head);
    await read(deputy, told?.id ?? 0).expect(404);
    await read(broker, told?.id ?? 0).expect(404);
    expect(await unreadOf(head)).toBe(1);
  });

  test('goes with the role that gave it: of a school they have left they read no more', async () => {
    const elsewhere = await buildSchool(database, partnershipId);
    await mark(true);
    await owner.query(`update roles set to_day = '2026-11-22' where person_id = $1`, [head.personId]);
    await owner.query(
      `insert into roles (partnership_id, person_id, school_id, role) values ($1, $2, $3, 'headteacher')`,
      [partnershipId, head.personId, elsewhere.id],
    );
    expect(await listOf(head)).toEqual([]);
    expect(await unreadOf(head)).toBe(0);
    const { rows } = await owner.query('select id from notifications where person_id = $1', [head.personId]);
    await read(head, rows[0].id).expect(404);
  });
});

describe('marking as read', () => {
  test('one, twice over, keeps when it was first read', async () => {
    await mark(true);
    const [told] = await listOf(head);
    expect((await read(head, told?.id ?? 0).expect(200)).body).toEqual({ unread: 0 });
    now = new Date('2026-11-23T10:00:00Z');
    await read(head, told?.id ?? 0).expect(200);
    expect((await listOf(head))[0]?.readAt).toBe('2026-11-23T09:00:00.000Z');
    expect(await listOf(head, '?show=unread')).toEqual([]);
  });

  test('all up to what was seen, and not what came since', async () => {
    await mark(true);
    await details(broker, 0, '1');
    const [newest] = await listOf(head);
    await details(broker, 1, '2');
    expect((await readUpTo(head, newest?.id ?? 0).expect(200)).body).toEqual({ unread: 1 });
    await readUpTo(head, newest?.id ?? 0).expect(200);
    expect((await listOf(head)).map(({ readAt }) => readAt === null)).toEqual([true, false, false]);
  });

  test.each(['0', 'abc', '-1', '1e3', '9999999999999999'])('refuses %s for a number', async (id) => {
    const { status } = await read(head, id);
    expect([400, 404]).toContain(status);
  });
});

test('the list comes in pages, each told once, and says how many there are', async () => {
  for (let version = 0; version < 5; version++) await details(broker, version, `0${version}`);
  const first = (await api.as(head).get('/notifications?limit=2').expect(200)).body;
  const second = (await api.as(head).get(`/notifications?limit=2&cursor=${first.next}`).expect(200)).body;
  const third = (await api.as(head).get(`/notifications?limit=2&cursor=${second.next}`).expect(200)).body;
  const ids = [first, second, third].flatMap(({ items }) => items.map(({ id }: Notification) => id));
  expect(ids).toEqual([...new Set(ids)].sort((a, b) => b - a));
  expect([ids.length, first.total, third.next]).toEqual([5, 5, null]);
});

test('a badge counts no further than it can say', async () => {
  await owner.query(
    `insert into notifications (partnership_id, person_id, topic, kind, detail, at)
      select $1, $2, 'you', 'trained', '{}', now() from generate_series(1, 250)`,
    [partnershipId, head.personId],
  );
  expect(await unreadOf(head)).toBe(100);
});

describe('choices', () => {
  test('begin as usual, are offered by role, and are kept', async () => {
    const { body } = await api.as(head).get('/notifications/choices').expect(200);
    expect(body.items).toContainEqual({ topic: 'school', channel: 'digest' });
    expect(body.items.map(({ topic }: { topic: string }) => topic)).not.toContain('your-work');
    await choose(head, 'school', 'off').expect(200);
    await choose(head, 'school', 'off').expect(200);
    const { body: after } = await api.as(head).get('/notifications/choices').expect(200);
    expect(after.items).toContainEqual({ topic: 'school', channel: 'off' });
  });

  test('off means not told; another person still is', async () => {
    const deputy = await buildPerson(database, partnershipId, 'deputy', school.id);
    await choose(head, 'school', 'off').expect(200);
    await mark(true);
    expect(await kindsOf(head)).toEqual([]);
    expect(await kindsOf(deputy)).toEqual(['membership-began']);
    await choose(head, 'school', 'screen').expect(200);
    await mark(false);
    expect(await kindsOf(head)).toEqual(['membership-ended']);
  });

  test.each([
    ['security', 'off', 409, 'topic-locked'],
    ['reminders', 'digest', 409, 'mailed-already'],
    ['your-work', 'off', 404, 'not-found'],
    ['nonsense', 'off', 400, 'invalid'],
    ['school', 'loudly', 400, 'invalid'],
  ])('%s %s is refused with %i %s', async (topic, channel, status, code) => {
    expect((await choose(head, topic, channel).expect(status)).body.code).toBe(code);
  });
});
