import ICAL from 'ical.js';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { testApi } from '../../test/api.ts';
import { type BuiltPerson, buildPartnership, buildPerson, buildSchool } from '../../test/builders.ts';
import { buildMembership } from '../../test/memberships.ts';

let now = new Date('2026-11-23T09:00:00Z');
const api = await testApi({ now: () => now });
afterAll(api.close);
const { database, owner } = api;

type School = Awaited<ReturnType<typeof buildSchool>>;
let partnershipId: string;
let broker: BuiltPerson;
let ashlow: School;
let brook: School;
let head: BuiltPerson;
let deputy: BuiltPerson;
let other: BuiltPerson;

beforeEach(async () => {
  now = new Date('2026-11-23T09:00:00Z');
  partnershipId = (await buildPartnership(database, { name: 'Wolds, Vale; and Moor' })).id;
  broker = await buildPerson(database, partnershipId, 'broker');
  ashlow = await buildSchool(database, partnershipId, { name: '+Ashlow School' });
  brook = await buildSchool(database, partnershipId, { name: 'Brook School' });
  head = await buildPerson(database, partnershipId, 'headteacher', ashlow.id);
  deputy = await buildPerson(database, partnershipId, 'deputy', ashlow.id);
  other = await buildPerson(database, partnershipId, 'headteacher', brook.id);
  await buildMembership(database, ashlow);
});

const facts = {
  kind: 'reviewer',
  day: '2026-12-02',
  startsAt: '09:30',
  endsAt: '12:30',
  place: 'The Hall, Ashlow; GL1 1AA',
  places: 2,
};
const schedule = async (more: object = {}) =>
  (
    await api
      .as(broker)
      .post('/training/sessions')
      .send({ ...facts, ...more })
      .expect(201)
  ).body.id as string;
const book = (by: BuiltPerson, sessionId: string, person: BuiltPerson) =>
  api.as(by).post(`/training/sessions/${sessionId}/places`).send({ personId: person.personId });
const giveUp = (by: BuiltPerson, sessionId: string, person: BuiltPerson) =>
  api.as(by).delete(`/training/sessions/${sessionId}/places/${person.personId}`);
const attend = (sessionId: string, ...said: [BuiltPerson, boolean][]) =>
  api
    .as(broker)
    .put(`/training/sessions/${sessionId}/attendance`)
    .send({ people: said.map(([{ personId }, attended]) => ({ personId, attended })) });
const change = (sessionId: string, version: number, more: object) => {
  const { kind: _, ...rest } = facts;
  return api
    .as(broker)
    .put(`/training/sessions/${sessionId}`)
    .set('if-match', `"${version}"`)
    .send({ ...rest, ...more });
};
const callOff = (sessionId: string) =>
  api.as(broker).post(`/training/sessions/${sessionId}/call-off`).send({ reason: 'The trainer is ill' });
const get = async (by: BuiltPerson, path: string) => (await api.as(by).get(path).expect(200)).body;

async function mailsTo(person: BuiltPerson) {
  const { rows } = await owner.query(
    'select subject, text, calendar from mails where to_address = $1 order by xmin::text::bigint',
    [person.email],
  );
  return rows.map(({ subject, text, calendar }) => {
    const parsed = new ICAL.Component(ICAL.parse(calendar));
    const component = parsed.getFirstSubcomponent('vevent');
    if (!component) throw new Error('no event');
    const event = new ICAL.Event(component);
    const method = String(parsed.getFirstPropertyValue('method'));
    const from = event.startDate.toJSDate().toISOString();
    return { subject, text, method, uid: event.uid, sequence: event.sequence, from, where: event.location };
  });
}
async function standing({ personId }: BuiltPerson) {
  const { rows } = await owner.query(
    'select trained_on::text, can_lead from people where partnership_id = $1 and person_id = $2',
    [partnershipId, personId],
  );
  return [rows[0].trained_on, rows[0].can_lead];
}
const makeTrained = ({ personId }: BuiltPerson, on = '2026-10-01') =>
  owner.query('update people set trained_on = $3 where partnership_id = $1 and person_id = $2', [
    partnershipId,
    personId,
    on,
  ]);

describe('scheduling', () => {
  test('the broker schedules a session, and schools see it, the next first and the past behind a filter', async () => {
    const later = await schedule({ day: '2027-01-12', startsAt: '13:00', endsAt: '16:00' });
    const next = await schedule();
    now = new Date('2026-12-03T09:00:00Z');
    const coming = await get(head, '/training/sessions');
    expect(coming.items).toMatchObject([{ id: later, half: 'afternoon', booked: 0, people: [], version: 1 }]);
    expect(coming.total).toBe(1);
    const past = await get(head, '/training/sessions?when=past');
    expect(past.items.map(({ id }: { id: string }) => id)).toEqual([next]);
  });

  test.each(['coming', 'past'])('sessions that are %s come page after page, each once', async (when) => {
    const days = ['2026-12-01', '2026-12-02', '2026-12-02', '2026-12-08', '2026-12-09'];
    for (const day of days) await schedule({ day });
    if (when === 'past') now = new Date('2027-01-04T09:00:00Z');
    const found: string[] = [];
    let cursor = '';
    do {
      const body = await get(
        broker,
        `/training/sessions?when=${when}&limit=2${cursor && `&cursor=${cursor}`}`,
      );
      found.push(...body.items.map(({ day }: { day: string }) => day));
      cursor = body.next ?? '';
    } while (cursor);
    expect(found).toEqual(when === 'past' ? days.toReversed() : days);
  });

  test.each([
    ['a day that is past', { day: '2026-11-22' }, '/body/day'],
    ['a time of today that is past', { day: '2026-11-23', startsAt: '08:30' }, '/body/startsAt'],
    ['an end before its beginning', { endsAt: '09:30' }, '/body/endsAt'],
    ['a time that is none', { startsAt: '24:00' }, '/body/startsAt'],
    ['no place', { place: ' ' }, '/body/place'],
    ['no places', { places: 0 }, '/body/places'],
    ['another kind', { kind: 'first aid' }, '/body/kind'],
  ])('a session with %s is refused', async (_, more, pointer) => {
    const { body } = await api
      .as(broker)
      .post('/training/sessions')
      .send({ ...facts, ...more })
      .expect(400);
    expect(body.errors[0].pointer).toBe(pointer);
  });

  test('a school schedules none', async () => {
    await api.as(head).post('/training/sessions').send(facts).expect(403);
  });
});

describe('booking', () => {
  test('a head books a place for a colleague, who gets it by mail with an invitation', async () => {
    const id = await schedule();
    const { body } = await book(head, id, deputy).expect(201);
    expect(body).toMatchObject({
      booked: 1,
      people: [{ personId: deputy.personId, schoolName: '+Ashlow School', attended: null }],
    });
    expect(await mailsTo(deputy)).toMatchObject([
      {
        subject: 'You have a place: Reviewer training on 2 December 2026',
        method: 'REQUEST',
        uid: `training-${id}.${deputy.personId}@lateral`,
        sequence: 1,
        from: '2026-12-02T09:30:00.000Z',
        where: facts.place,
      },
    ]);
    const told = await get(deputy, '/notifications');
    expect(told.items.map(({ kind }: { kind: string }) => kind)).toEqual(['training-booked']);
  });

  test('in summer the invitation says London’s time as well', async () => {
    const id = await schedule({ day: '2027-06-16' });
    await book(head, id, head).expect(201);
    expect((await mailsTo(head))[0]?.from).toBe('2027-06-16T08:30:00.000Z');
  });

  test('the last place is given once, whoever asks for it at the same moment', async () => {
    const others: BuiltPerson[] = [];
    for (let i = 0; i < 6; i++)
      others.push(await buildPerson(database, partnershipId, 'senior-leader', brook.id));
    for (let round = 0; round < 3; round++) {
      const id = await schedule({ places: 1 });
      const pair = [book(head, id, deputy), book(other, id, other)];
      const all = await Promise.all([...pair, ...others.map((person) => book(person, id, person))]);
      expect(all.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(409)]);
      expect(all.filter(({ body }) => body.code === 'full')).toHaveLength(7);
      expect((await get(broker, `/training/sessions/${id}`)).booked).toBe(1);
    }
  });

  test('the same person asked for twice at the same moment has one place', async () => {
    const id = await schedule();
    const both = await Promise.all([book(head, id, deputy), book(broker, id, deputy)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await mailsTo(deputy)).toHaveLength(1);
  });

  test.each([
    ['trained already', async () => void (await makeTrained(deputy)), {}, 'already-trained'],
    ['not trained yet, and is to lead', async () => {}, { kind: 'lead' }, 'not-trained-yet'],
    [
      'too late',
      async () => {
        now = new Date('2026-12-02T09:30:00Z');
      },
      {},
      'past',
    ],
  ])('somebody who is %s gets no place', async (_, arrange, more, code) => {
    const id = await schedule(more);
    await arrange();
    expect((await book(head, id, deputy).expect(409)).body.code).toBe(code);
  });

  test('a governor is not trained to review', async () => {
    const id = await schedule();
    const governor = await buildPerson(database, partnershipId, 'governor', ashlow.id);
    expect((await book(head, id, governor).expect(409)).body.code).toBe('not-a-reviewer');
    await api.as(governor).get('/training/sessions').expect(404);
  });

  test('a school books and sees its own people alone', async () => {
    const id = await schedule();
    await book(other, id, deputy).expect(404);
    await book(head, id, deputy).expect(201);
    expect(await get(other, `/training/sessions/${id}`)).toMatchObject({ booked: 1, people: [] });
    await giveUp(other, id, deputy).expect(404);
    const list = await get(other, '/training/people');
    expect(list.items.map(({ personId }: { personId: string }) => personId)).toEqual([other.personId]);
    const stranger = await buildPerson(database, (await buildPartnership(database)).id, 'broker');
    await api.as(stranger).get(`/training/sessions/${id}`).expect(404);
    await book(stranger, id, deputy).expect(404);
    await api.anonymous().get('/api/training/sessions').expect(401);
  });

  test('a place that is given up is free again, and taken out of the calendar', async () => {
    const id = await schedule({ places: 1 });
    await book(head, id, deputy).expect(201);
    await giveUp(deputy, id, deputy).expect(200);
    await book(other, id, other).expect(201);
    const [, last] = await mailsTo(deputy);
    expect(last).toMatchObject({ method: 'CANCEL', uid: `training-${id}.${deputy.personId}@lateral` });
    await giveUp(deputy, id, deputy).expect(404);
    now = new Date('2026-12-02T10:00:00Z');
    expect((await giveUp(other, id, other).expect(409)).body.code).toBe('past');
  });
});

describe('changing and calling off', () => {
  test('whoever has booked is told of another time, under the same name and a higher number', async () => {
    const id = await schedule();
    await book(head, id, deputy).expect(201);
    await change(id, 1, { day: '2026-12-09', startsAt: '13:00', endsAt: '16:00' }).expect(200);
    const [, moved] = await mailsTo(deputy);
    expect(moved).toMatchObject({ method: 'REQUEST', sequence: 2, from: '2026-12-09T13:00:00.000Z' });
    expect((await get(broker, `/training/sessions/${id}`)).half).toBe('afternoon');
  });

  test('more places are no news to anybody; fewer than are booked are refused', async () => {
    const id = await schedule();
    await book(head, id, deputy).expect(201);
    await book(head, id, head).expect(201);
    await change(id, 1, { places: 30 }).expect(200);
    expect(await mailsTo(deputy)).toHaveLength(1);
    const { body } = await change(id, 2, { places: 1 }).expect(400);
    expect(body.errors[0]).toMatchObject({
      pointer: '/body/places',
      detail: 'is fewer than the 2 that are booked',
    });
  });

  test('two brokers who change one session do not overwrite each other', async () => {
    const id = await schedule();
    const both = await Promise.all([change(id, 1, { places: 5 }), change(id, 1, { places: 9 })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    await api.as(broker).put(`/training/sessions/${id}`).send({}).expect(428);
  });

  test('a session that is called off tells everybody and takes no more places', async () => {
    const id = await schedule();
    await book(head, id, deputy).expect(201);
    await book(other, id, other).expect(201);
    await callOff(id).expect(200);
    for (const person of [deputy, other]) {
      const [, last] = await mailsTo(person);
      expect(last).toMatchObject({ method: 'CANCEL', sequence: 2 });
      expect(last?.text).toContain('Why: The trainer is ill');
    }
    expect((await callOff(id).expect(409)).body.code).toBe('called-off');
    expect((await book(head, id, head).expect(409)).body.code).toBe('called-off');
    expect((await change(id, 2, { places: 9 }).expect(409)).body.code).toBe('called-off');
  });
});

describe('attendance', () => {
  test('whoever came is trained from that day, and whoever did not is not', async () => {
    const id = await schedule();
    await book(head, id, deputy).expect(201);
    await book(head, id, head).expect(201);
    expect((await attend(id, [deputy, true]).expect(409)).body.code).toBe('too-early');
    now = new Date('2026-12-02T13:00:00Z');
    await attend(id, [deputy, true], [head, false]).expect(200);
    expect([await standing(deputy), await standing(head)]).toEqual([
      ['2026-12-02', false],
      [null, false],
    ]);
    await attend(id, [deputy, false], [head, true]).expect(200);
    expect([await standing(deputy), await standing(head)]).toEqual([
      [null, false],
      ['2026-12-02', false],
    ]);
  });

  test('a session for leads lets those lead who came', async () => {
    await makeTrained(deputy);
    const id = await schedule({ kind: 'lead' });
    await book(head, id, deputy).expect(201);
    now = new Date('2026-12-02T13:00:00Z');
    await attend(id, [deputy, true]).expect(200);
    expect(await standing(deputy)).toEqual(['2026-10-01', true]);
    await attend(id, [deputy, false]).expect(200);
    expect(await standing(deputy)).toEqual(['2026-10-01', false]);
  });

  test('it is said of those who had booked, all or none', async () => {
    const id = await schedule();
    await book(head, id, deputy).expect(201);
    now = new Date('2026-12-02T13:00:00Z');
    const { body } = await attend(id, [deputy, true], [head, true]).expect(400);
    expect(body.errors[0].pointer).toBe('/body/people/1/personId');
    expect(await standing(deputy)).toEqual([null, false]);
    await api.as(head).put(`/training/sessions/${id}/attendance`).send({ people: [] }).expect(403);
  });

  test('the list of a session goes into a spreadsheet, with formulas made harmless', async () => {
    const id = await schedule();
    await book(head, id, deputy).expect(201);
    const { text } = await api.as(broker).get(`/training/sessions/${id}/export`).expect(200);
    expect(text.split('\r\n')[1]).toBe(`Ada ${deputy.lastName},'+Ashlow School,${deputy.email},`);
    await api.as(head).get(`/training/sessions/${id}/export`).expect(403);
  });
});

describe('who still needs training', () => {
  test('the broker sees the reviewers of members: trained, booked or neither', async () => {
    const id = await schedule();
    await makeTrained(head);
    await book(head, id, deputy).expect(201);
    await buildPerson(database, partnershipId, 'senior-leader', ashlow.id);
    const body = await get(broker, '/training/people');
    expect(body.counts).toEqual({ trained: 1, booked: 1, neither: 1 });
    expect(body.total).toBe(3);
    const booked = await get(broker, '/training/people?standing=booked');
    expect(booked).toMatchObject({
      total: 1,
      items: [{ personId: deputy.personId, role: 'deputy', booked: [{ sessionId: id, day: '2026-12-02' }] }],
    });
    expect((await get(broker, '/training/people?q=brook')).total).toBe(0);
    const first = await get(broker, '/training/people?limit=2');
    const second = await get(broker, `/training/people?limit=2&cursor=${first.next}`);
    expect([first.items.length, second.items.length, second.next]).toEqual([2, 1, null]);
  });

  test('a place in a session that is called off is none', async () => {
    const id = await schedule();
    await book(head, id, deputy).expect(201);
    await callOff(id).expect(200);
    expect((await get(head, '/training/people')).counts).toEqual({ trained: 0, booked: 0, neither: 2 });
  });
});

test('a session stands in the calendars of those who have a place, and in the broker’s', async () => {
  const id = await schedule();
  await book(head, id, deputy).expect(201);
  const titles = async (person: BuiltPerson) => {
    await api.as(person).post('/feed').expect(201);
    const { body } = await api.as(person).get('/feed').expect(200);
    const { text } = await api.anonymous().get(body.feed.address.replace('http://localhost:3000', ''));
    return new ICAL.Component(ICAL.parse(text))
      .getAllSubcomponents('vevent')
      .map((event) => String(event.getFirstPropertyValue('summary')));
  };
  expect(await titles(deputy)).toEqual(['Reviewer training, 9:30am to 12:30pm']);
  expect(await titles(broker)).toEqual(['Reviewer training, 9:30am to 12:30pm']);
  expect(await titles(head)).toEqual([]);
});
