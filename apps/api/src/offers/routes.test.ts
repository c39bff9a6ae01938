import type { Offer } from '@lateral/contract/offers';
import * as schema from '@lateral/db/schema';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { testApi } from '../../test/api.ts';
import {
  type BuiltPerson,
  buildPartnership,
  buildPerson,
  buildSchool,
  buildSession,
} from '../../test/builders.ts';
import { buildMembership } from '../../test/memberships.ts';

const now = new Date('2026-09-10T09:00:00Z');
const api = await testApi({ now: () => now });
const { database, owner } = api;
afterAll(api.close);

const until = '2026-10-02';
const window = { year: 2026, windowStart: '2026-09-21', windowEnd: '2026-12-18' };
const terms = [{ name: 'Autumn', start: '2026-09-01', end: '2026-12-18' }];

let id: string;
let broker: BuiltPerson;
let school: Awaited<ReturnType<typeof buildSchool>>;
let head: BuiltPerson;
let deputy: BuiltPerson;
let other: Awaited<ReturnType<typeof buildSchool>>;
let otherHead: BuiltPerson;
let seasonId: string;

const member = async (partnershipId: string, name: string) => {
  const built = await buildSchool(database, partnershipId, { name });
  await buildMembership(database, built);
  return built;
};

beforeEach(async () => {
  id = (await buildPartnership(database)).id;
  broker = await buildPerson(database, id, 'broker');
  school = await member(id, 'Ashlow School');
  head = await buildPerson(database, id, 'headteacher', school.id);
  deputy = await buildPerson(database, id, 'deputy', school.id);
  other = await member(id, 'Birchwell School');
  otherHead = await buildPerson(database, id, 'headteacher', other.id);
  await api
    .as(broker)
    .put('/calendars/2026')
    .set('if-match', '"0"')
    .send({ terms, closures: [{ day: '2026-10-26', name: 'Half-term' }] })
    .expect(200);
  seasonId = (await api.as(broker).post('/seasons').send(window).expect(201)).body.id;
});

const ask = (day = until) => api.as(broker).put(`/seasons/${seasonId}/offer-round`).send({ until: day });
const offerOf = (one = school) => `/seasons/${seasonId}/offers/${one.id}`;
const read = async (person = head, one = school): Promise<Offer> =>
  (await api.as(person).get(offerOf(one)).expect(200)).body;
const empty = {
  blocked: [],
  preferred: [],
  avoided: [],
  focus: [],
  barred: { schoolIds: [], personIds: [] },
};
const going = (person: BuiltPerson, halfDays = 3, more: object = {}) => ({
  personId: person.personId,
  halfDays,
  expertise: [],
  away: [],
  ...more,
});
const whole = (more: object = {}) => ({ ...empty, leaders: [going(head), going(deputy)], ...more });
const send = (body: object, version = 0, person = head, one = school) =>
  api.as(person).put(offerOf(one)).set('if-match', `"${version}"`).send(body);
/** The head lends their role. */
const lendTo = ({ personId }: BuiltPerson) =>
  database.withPartnership(id, (db) =>
    db.insert(schema.delegations).values({
      ...{ partnershipId: id, principalId: head.personId, delegateId: personId, schoolId: school.id },
      ...{ until: '2027-07-31', createdAt: now },
    }),
  );
const eventsOf = async (kind: string) =>
  (
    await owner.query(
      'select school_id, detail, on_behalf_of from events where partnership_id = $1 and kind = $2',
      [id, kind],
    )
  ).rows;
const told = async (person: BuiltPerson) =>
  (await api.as(person).get('/notifications').expect(200)).body.items.map(
    ({ kind, detail }: { kind: string; detail: object }) => ({ kind, ...detail }),
  );

describe('a round', () => {
  test('asks every member once, and tells heads, deputies and administrators', async () => {
    const admin = await buildPerson(database, id, 'school-administrator', school.id);
    const chair = await buildPerson(database, id, 'chair-of-governors', school.id);
    const outside = await buildSchool(database, id);
    const outsider = await buildPerson(database, id, 'headteacher', outside.id);
    expect((await ask().expect(200)).body).toMatchObject({ until, members: 2, sent: 0, hearers: 4 });
    const notice = { kind: 'days-asked', year: 2026, until };
    for (const person of [head, deputy, admin, otherHead]) expect(await told(person)).toContainEqual(notice);
    for (const person of [chair, outsider])
      expect((await told(person)).map(({ kind }: { kind: string }) => kind)).not.toContain('days-asked');

    const { body } = await ask('2026-10-09').expect(200);
    expect(body).toMatchObject({ until: '2026-10-09', openedAt: now.toISOString() });
    await ask('2026-10-09').expect(200);
    expect((await told(head)).filter(({ kind }: { kind: string }) => kind === 'days-asked')).toHaveLength(1);
    expect(await eventsOf('offer-round-opened')).toHaveLength(1);
    expect(await eventsOf('offer-round-moved')).toHaveLength(1);
  });

  test('opened twice at the same moment tells everybody once', async () => {
    const answers = await Promise.all([ask(), ask()]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect((await told(head)).filter(({ kind }: { kind: string }) => kind === 'days-asked')).toHaveLength(1);
  });

  test.each([
    ['that is past', '2026-09-09', 'is in the past'],
    ['after the season', '2026-12-19', 'is after the season'],
  ])('cannot end on a day %s', async (_, day, detail) => {
    expect((await ask(day).expect(400)).body.errors).toEqual([{ pointer: '/body/until', detail }]);
    expect(await eventsOf('offer-round-opened')).toEqual([]);
  });

  test('is nobody’s to know but the broker’s until it is opened', async () => {
    expect((await api.as(head).get('/offer-rounds').expect(200)).body.items).toEqual([]);
    await api.as(head).get(offerOf()).expect(404);
    await api.as(head).get(`/seasons/${seasonId}/offers`).expect(404);
    await send(whole()).expect(404);
    expect((await send(whole(), 0, broker).expect(409)).body.code).toBe('round-not-open');
    await ask().expect(200);
    const { body } = await api.as(head).get('/offer-rounds').expect(200);
    expect(body.items).toMatchObject([
      { id: seasonId, year: 2026, until, schools: [{ id: school.id, name: 'Ashlow School', sentAt: null }] },
    ]);
    expect((await api.as(broker).get('/offer-rounds').expect(200)).body.items).toMatchObject([
      { schools: [] },
    ]);
  });
});

describe('an offer', () => {
  beforeEach(async () => void (await ask().expect(200)));

  test('is prefilled with the head and the deputy for what the school owes, until it is sent', async () => {
    expect(await read()).toMatchObject({
      version: 0,
      isPrefilled: true,
      sent: null,
      mayMake: true,
      leaders: [
        { personId: head.personId, halfDays: 3, expertise: [] },
        { personId: deputy.personId, halfDays: 3, expertise: [] },
      ],
      candidates: [
        { personId: head.personId, role: 'headteacher' },
        { personId: deputy.personId, role: 'deputy' },
      ],
      terms,
      closures: [{ day: '2026-10-26' }],
    });
  });

  test('is sent whole: who goes, when nobody can come or go, and what the school asks for', async () => {
    await database.withPartnership(id, (db) =>
      db.insert(schema.schoolDays).values([
        { partnershipId: id, schoolId: school.id, day: '2026-11-02', kind: 'inset' },
        { partnershipId: id, schoolId: school.id, day: '2026-11-03', kind: 'blocked' },
      ]),
    );
    const body = whole({
      leaders: [
        going(head, 4, { expertise: ['writing', 'send'], away: [{ day: '2026-11-11', part: 'morning' }] }),
        going(deputy, 0, { away: [{ day: '2026-11-12', part: 'day' }] }),
      ],
      blocked: [
        { day: '2026-11-13', part: 'afternoon' },
        { day: '2026-11-13', part: 'morning' },
        { day: '2026-11-10', part: 'morning' },
        { day: '2026-11-02', part: 'day' },
      ],
      preferred: ['2026-11-17'],
      avoided: ['2026-11-19', '2026-11-18'],
      focus: ['attendance'],
      barred: { schoolIds: [other.id], personIds: [otherHead.personId] },
    });
    const { body: sent, headers } = await send(body).expect(200);
    expect(headers.etag).toBe('"1"');
    expect(sent).toMatchObject({
      version: 1,
      isPrefilled: false,
      sent: { at: now.toISOString(), by: `Ada ${head.lastName}` },
      leaders: [
        { personId: head.personId, halfDays: 4, expertise: ['send', 'writing'] },
        { personId: deputy.personId, halfDays: 0 },
      ],
      // Both halves are one day; the INSET day stays what it was, and what is not named any more is free.
      blocked: [
        { day: '2026-11-10', part: 'morning' },
        { day: '2026-11-13', part: 'day' },
      ],
      inset: [{ day: '2026-11-02', part: 'day' }],
      preferred: ['2026-11-17'],
      avoided: ['2026-11-18', '2026-11-19'],
      focus: ['attendance'],
      barred: {
        schools: [{ id: other.id, name: 'Birchwell School' }],
        people: [{ id: otherHead.personId, name: `Ada ${otherHead.lastName}` }],
      },
    });
    // Whoever gives no days keeps the days away that they had.
    expect(sent.candidates.map(({ away }: { away: object[] }) => away)).toEqual([
      [{ day: '2026-11-11', part: 'morning' }],
      [],
    ]);
    expect(await read(deputy)).toEqual(sent);
  });

  test('is told to the school’s history without whom it bars, and to the leaders named', async () => {
    await send(whole({ barred: { schoolIds: [], personIds: [otherHead.personId] } })).expect(200);
    expect(await eventsOf('days-offered')).toEqual([
      { school_id: school.id, detail: { year: 2026, halfDays: 6 }, on_behalf_of: null },
    ]);
    const notice = { kind: 'days-offered-for-you', year: 2026, halfDays: 3 };
    expect(await told(deputy)).toContainEqual(notice);
    expect(await told(head)).not.toContainEqual(notice);
    // Sent again as it was, it tells nobody anew; with other days it does.
    await send(whole(), 1).expect(200);
    await send(whole({ leaders: [going(head), going(deputy, 2)] }), 2).expect(200);
    const again = (await told(deputy)).filter(({ kind }: { kind: string }) => kind === notice.kind);
    expect(again.map(({ halfDays }: { halfDays: number }) => halfDays)).toEqual([2, 3]);
  });

  test.each([
    [
      'a day outside the season',
      () => ({ blocked: [{ day: '2026-09-18', part: 'day' }] }),
      '/body/blocked/0',
      'is outside the season',
    ],
    ['a closed day', () => ({ preferred: ['2026-10-26'] }), '/body/preferred/0', 'is not a school day'],
    [
      'a day that it would and would not like',
      () => ({ preferred: ['2026-11-17'], avoided: ['2026-11-17'] }),
      '/body/avoided/0',
      'is a day that you would like, too',
    ],
    [
      'four areas',
      () => ({ focus: ['send', 'writing', 'teaching', 'attendance'] }),
      '/body/focus',
      'can hold at most 3 areas',
    ],
    [
      'somebody of another school',
      () => ({ leaders: [going(otherHead)] }),
      '/body/leaders/0/personId',
      'is not a head, deputy or senior leader of this school',
    ],
    [
      'itself barred',
      () => ({ barred: { schoolIds: [school.id], personIds: [] } }),
      '/body/barred/schoolIds/0',
      'is this school itself',
    ],
    [
      'its deputy barred',
      () => ({ barred: { schoolIds: [], personIds: [deputy.personId] } }),
      '/body/barred/personIds/0',
      'leads in this school',
    ],
    [
      'a school barred that is not here',
      () => ({ barred: { schoolIds: [crypto.randomUUID()], personIds: [] } }),
      '/body/barred/schoolIds/0',
      'is not a school here',
    ],
    [
      'somebody barred who is not here',
      () => ({ barred: { schoolIds: [], personIds: [crypto.randomUUID()] } }),
      '/body/barred/personIds/0',
      'is nobody here',
    ],
  ])('is refused with %s', async (_, change, pointer, detail) => {
    expect((await send(whole(change())).expect(400)).body.errors).toEqual([{ pointer, detail }]);
    expect((await read()).version).toBe(0);
  });

  test('is refused with half a day, and with an area that is none', async () => {
    await send(whole({ leaders: [going(head, 1)] })).expect(400);
    await send(whole({ focus: ['lunch'] })).expect(400);
    await api.as(head).put(offerOf()).send(whole()).expect(428);
  });

  test('sent by two people of one school at once is one: the other is told that it has changed', async () => {
    const answers = await Promise.all([
      send(whole(), 0, head),
      send(whole({ leaders: [going(head, 2)] }), 0, deputy),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const kept = answers.find(({ status }) => status === 200)?.body;
    expect(await read()).toEqual(kept);
    expect(await eventsOf('days-offered')).toHaveLength(1);
  });

  test('of two schools that share a leader is taken from both at once', async () => {
    const third = await member(id, 'Cobbden School');
    await database.withPartnership(id, (db) =>
      db
        .insert(schema.roles)
        .values({ partnershipId: id, personId: head.personId, schoolId: third.id, role: 'headteacher' }),
    );
    const away = ['2026-11-10', '2026-11-11', '2026-11-12'].map((day) => ({ day, part: 'day' }));
    const answers = await Promise.all([
      send({ ...empty, leaders: [going(deputy), going(head, 3, { away })] }),
      send({ ...empty, leaders: [going(head, 2, { away: away.toReversed() })] }, 0, head, third),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  });

  test('of a school is nobody’s of another school: not to read, to send or to find in the list', async () => {
    await send(whole()).expect(200);
    await api.as(otherHead).get(offerOf()).expect(404);
    await send(whole(), 1, otherHead).expect(404);
    const { body } = await api.as(otherHead).get(`/seasons/${seasonId}/offers`).expect(200);
    expect([body.total, body.items.map(({ name }: { name: string }) => name)]).toEqual([
      1,
      ['Birchwell School'],
    ]);
    const elsewhere = await buildPerson(database, (await buildPartnership(database)).id, 'broker');
    await api.as(elsewhere).get(offerOf()).expect(404);
    await api.as(elsewhere).get(`/seasons/${seasonId}/offers`).expect(404);
    await api.as(elsewhere).put(`/seasons/${seasonId}/offer-round`).send({ until }).expect(404);
  });

  test('is a member’s alone', async () => {
    const outside = await buildSchool(database, id);
    const outsider = await buildPerson(database, id, 'headteacher', outside.id);
    await api.as(outsider).get(offerOf(outside)).expect(404);
    await send(whole(), 0, outsider, outside).expect(404);
  });

  test('is read by a senior leader and an administrator, and prepared by whom the head has lent their role to', async () => {
    const senior = await buildPerson(database, id, 'senior-leader', school.id);
    const admin = await buildPerson(database, id, 'school-administrator', school.id);
    expect((await read(senior)).mayMake).toBe(false);
    await send(whole(), 0, senior).expect(403);
    await send(whole(), 0, admin).expect(403);
    await lendTo(admin);
    expect((await read(admin)).mayMake).toBe(true);
    await send(whole(), 0, admin).expect(200);
    expect(await eventsOf('days-offered')).toMatchObject([{ on_behalf_of: head.personId }]);
    expect(await told(head)).toContainEqual({ kind: 'done-in-your-name', what: 'days-offered' });
  });

  test('of the next season begins with the one before, without its days', async () => {
    const body = whole({
      leaders: [going(deputy, 4, { expertise: ['send'] })],
      preferred: ['2026-11-17'],
      focus: ['writing'],
      barred: { schoolIds: [other.id], personIds: [] },
    });
    await send(body).expect(200);
    const next = { year: 2027, windowStart: '2027-09-20', windowEnd: '2027-12-17' };
    seasonId = (await api.as(broker).post('/seasons').send(next).expect(201)).body.id;
    await ask('2027-10-01').expect(200);
    expect(await read()).toMatchObject({
      version: 0,
      isPrefilled: true,
      leaders: [{ personId: deputy.personId, halfDays: 4, expertise: ['send'] }],
      preferred: [],
      focus: ['writing'],
      barred: { schools: [{ id: other.id }], people: [] },
    });
  });
});

describe('somebody who may not review a school', () => {
  beforeEach(async () => {
    await ask().expect(200);
    await send(whole({ barred: { schoolIds: [], personIds: [otherHead.personId] } })).expect(200);
  });

  test('never learns of it: not from their own data, lists, news or history', async () => {
    const sessionId = await buildSession(database, otherHead, now);
    const confirmed = api.as({ ...otherHead, sessionId });
    const answers = [
      await confirmed.get('/account/data').expect(200),
      await confirmed.get(`/seasons/${seasonId}/offers`).expect(200),
      await confirmed.get('/offer-rounds').expect(200),
      await confirmed.get('/notifications').expect(200),
      await confirmed.get(`/schools/${other.id}/events`).expect(200),
      await confirmed.get(offerOf(other)).expect(200),
    ];
    for (const { text } of answers) expect(text).not.toContain(school.id);
  });

  test('does not see it when they come to lead there, and cannot lift it', async () => {
    await database.withPartnership(id, (db) =>
      db.insert(schema.roles).values({
        partnershipId: id,
        personId: otherHead.personId,
        schoolId: school.id,
        role: 'school-administrator',
      }),
    );
    await lendTo(otherHead);
    expect((await read(otherHead)).barred.people).toEqual([]);
    await send(whole(), 1, otherHead).expect(200);
    expect((await read()).barred.people).toHaveLength(1);
  });
});

test('members and their leaders are found by name to be barred, and nobody of one’s own', async () => {
  await ask().expect(200);
  const found = async (q: string) =>
    (await api.as(head).get(`${offerOf()}/reviewers`).query({ q }).expect(200)).body;
  expect(await found('birch')).toEqual({ schools: [{ id: other.id, name: 'Birchwell School' }], people: [] });
  expect(await found(`ada ${otherHead.lastName}`)).toEqual({
    schools: [],
    people: [{ id: otherHead.personId, name: `Ada ${otherHead.lastName}`, schoolName: 'Birchwell School' }],
  });
  expect(await found(deputy.lastName)).toEqual({ schools: [], people: [] });
  expect(await found('%')).toEqual({ schools: [], people: [] });
  await api.as(head).get(`${offerOf()}/reviewers`).query({ q: '' }).expect(400);
  await api.as(otherHead).get(`${offerOf()}/reviewers`).query({ q: 'ada' }).expect(404);
});

describe('the list', () => {
  beforeEach(async () => {
    await member(id, 'Cobbden School');
    await ask().expect(200);
    await send(whole({ leaders: [going(head, 3), going(deputy, 4)] })).expect(200);
  });
  const list = async (query: object) =>
    (await api.as(broker).get(`/seasons/${seasonId}/offers`).query(query).expect(200)).body;
  const names = (body: { items: { name: string }[] }) => body.items.map(({ name }) => name);

  test('says who has sent, when, by whom and how much', async () => {
    const body = await list({});
    expect(body.items).toMatchObject([
      {
        name: 'Ashlow School',
        sent: { at: now.toISOString(), by: `Ada ${head.lastName}` },
        headHalfDays: 3,
        deputyHalfDays: 4,
        remindedAt: null,
      },
      { name: 'Birchwell School', sent: null, headHalfDays: 0, deputyHalfDays: 0 },
      { name: 'Cobbden School', sent: null },
    ]);
    expect((await api.as(broker).get(`/seasons/${seasonId}/offer-round`).expect(200)).body).toMatchObject({
      members: 3,
      sent: 1,
    });
  });

  test('is searched, filtered and read page by page', async () => {
    expect(names(await list({ state: 'sent' }))).toEqual(['Ashlow School']);
    expect(names(await list({ state: 'waiting' }))).toEqual(['Birchwell School', 'Cobbden School']);
    expect(names(await list({ q: 'cobden' }))).toEqual(['Cobbden School']);
    const first = await list({ limit: 2 });
    expect([names(first), first.total]).toEqual([['Ashlow School', 'Birchwell School'], 3]);
    expect(names(await list({ limit: 2, cursor: first.next }))).toEqual(['Cobbden School']);
  });

  test('is saved as a file for a spreadsheet', async () => {
    const { text } = await api.as(broker).get(`/seasons/${seasonId}/offers.csv`).expect(200);
    const lines = text.split('\r\n');
    expect(lines[0]).toContain('URN,School,Sent on,Sent by,Head days,Deputy days,Last reminded on');
    expect(lines[1]).toContain(`Ashlow School,2026-09-10,Ada ${head.lastName},1.5,2,`);
    expect(lines[2]).toMatch(/Birchwell School,,,,,$/);
  });
});
