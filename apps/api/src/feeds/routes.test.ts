import ICAL from 'ical.js';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { secret, testApi } from '../../test/api.ts';
import { type BuiltPerson, buildPartnership, buildPerson, buildSchool } from '../../test/builders.ts';
import { buildApp } from '../app.ts';
import { logSettings } from '../server.ts';

let now = new Date('2026-11-23T09:00:00Z');
const api = await testApi({ now: () => now });
afterAll(api.close);
const { database, owner } = api;

let partnershipId: string;
let school: Awaited<ReturnType<typeof buildSchool>>;
let head: BuiltPerson;
let broker: BuiltPerson;
beforeEach(async () => {
  now = new Date('2026-11-23T09:00:00Z');
  partnershipId = (await buildPartnership(database, { name: 'Wolds, Vale; and Moor' })).id;
  school = await buildSchool(database, partnershipId, { name: 'St Brigid’s School, Ashlow' });
  head = await buildPerson(database, partnershipId, 'headteacher', school.id);
  broker = await buildPerson(database, partnershipId, 'broker');
});

async function addressOf(person: BuiltPerson): Promise<string> {
  const { body } = await api.as(person).get('/feed').expect(200);
  return body.feed.address.replace('http://localhost:3000', '');
}
const make = async (person: BuiltPerson) => {
  await api.as(person).post('/feed').expect(201);
  return addressOf(person);
};
const get = (address: string) => api.anonymous().get(address);

async function read(address: string) {
  const { text } = await get(address).expect(200);
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      title: event.summary,
      from: event.startDate.toString(),
      to: event.endDate.toString(),
      where: event.location,
      sequence: event.sequence,
      status: String(component.getFirstPropertyValue('status')),
      modified: String(component.getFirstPropertyValue('last-modified')),
      busy: String(component.getFirstPropertyValue('transp')),
    };
  });
}
type Read = Awaited<ReturnType<typeof read>>[number];
const brief = (events: Read[]) =>
  events.map(({ title, from, sequence, status }) => [title, from, sequence, status]);

const seasonId = () => school.id;
async function plan(state: string, day: string, reviewers: BuiltPerson[], lead = reviewers[0] ?? broker) {
  await owner.query(
    `insert into seasons (partnership_id, id, year, window_start, window_end) values ($1, $2, 2026, '2026-09-01', '2027-07-01') on conflict do nothing`,
    [partnershipId, seasonId()],
  );
  const [review, seats] = state === 'draft' ? ['reviews', 'review_seats'] : ['bookings', 'booked_seats'];
  await owner.query(
    `insert into ${review} (partnership_id, season_id, school_id, day, lead_id ${state === 'draft' ? '' : ', state, published_at'})
     values ($1, $2, $3, $4, $5 ${state === 'draft' ? '' : `, 'booked', now()`})`,
    [partnershipId, seasonId(), school.id, day, lead.personId],
  );
  for (const { personId } of reviewers)
    await owner.query(
      `insert into ${seats} (partnership_id, season_id, school_id, person_id, day ${state === 'draft' ? '' : ', state'})
       values ($1, $2, $3, $4, $5 ${state === 'draft' ? '' : `, 'asked'`})`,
      [partnershipId, seasonId(), school.id, personId, day],
    );
}
const away = (...days: string[]) =>
  api.as(broker).put(`/people/${head.personId}/away-days`).send({ days }).expect(200);

describe('a calendar', () => {
  test('has the review of one’s school and those that one is on, once they are published', async () => {
    const other = await buildSchool(database, partnershipId);
    const lead = await buildPerson(database, partnershipId, 'headteacher', other.id);
    const reviewer = await buildPerson(database, partnershipId, 'deputy', other.id);
    const stranger = await buildPerson(database, partnershipId, 'senior-leader', other.id);
    await plan('published', '2027-01-11', [lead, reviewer]);
    const titles = async (person: BuiltPerson) => (await read(await make(person))).map(({ title }) => title);
    expect(await titles(head)).toEqual(['Review of St Brigid’s School, Ashlow']);
    expect(await titles(lead)).toEqual(['You lead the review of St Brigid’s School, Ashlow']);
    expect(await titles(reviewer)).toEqual(['You review St Brigid’s School, Ashlow']);
    expect(await titles(stranger)).toEqual([]);
    expect(await titles(broker)).toEqual([]);
    const [event] = await read(await addressOf(head));
    expect(event).toMatchObject({
      from: '2027-01-11',
      to: '2027-01-12',
      where: 'St Brigid’s School, Ashlow, Stonebridge',
      sequence: 0,
      status: 'CONFIRMED',
      busy: 'OPAQUE',
    });
  });

  test('has nothing of a draft', async () => {
    await plan('draft', '2027-01-11', [head]);
    expect(await read(await make(head))).toEqual([]);
  });

  test('has one’s days away, one’s school’s INSET days and one’s training, and the terms for those who like', async () => {
    await away('2027-02-01');
    await owner.query(`insert into school_days values ($1, $2, '2027-02-02', 'inset')`, [
      partnershipId,
      school.id,
    ]);
    await owner.query(`insert into terms values ($1, 2026, 'Spring 1', '2027-01-04', '2027-02-12')`, [
      partnershipId,
    ]);
    await owner.query(`insert into closed_days values ($1, '2027-05-03', 'May Day')`, [partnershipId]);
    await api
      .as(broker)
      .post('/people/training')
      .send({ personIds: [head.personId], trainedOn: '2026-11-20' });
    const address = await make(head);
    const own = [
      'Reviewer training',
      'Away: you are not asked to review',
      'INSET day: St Brigid’s School, Ashlow',
    ];
    const terms = ['Spring 1: first day of term', 'Spring 1: last day of term', 'Schools closed: May Day'];
    const [training, ...others] = own;
    const [firstDay, ...rest] = terms;
    expect((await read(address)).map(({ title }) => title)).toEqual([training, firstDay, ...others, ...rest]);
    await api.as(head).patch('/feed').send({ withTerms: false }).expect(200);
    const kept = (await read(address)).filter(({ status }) => status === 'CONFIRMED');
    expect(kept.map(({ title }) => title)).toEqual(own);
  });

  test('moves a day that moved, once, and cancels one that fell away, under the same name', async () => {
    await plan('published', '2027-01-11', []);
    const address = await make(head);
    const [planned] = await read(address);
    now = new Date('2026-12-01T09:00:00Z');
    await owner.query(`update bookings set day = '2027-01-18' where season_id = $1`, [seasonId()]);
    expect(brief(await read(address))).toEqual([
      ['Review of St Brigid’s School, Ashlow', '2027-01-18', 1, 'CONFIRMED'],
    ]);
    now = new Date('2026-12-02T09:00:00Z');
    const [moved] = await read(address);
    expect(moved).toMatchObject({ uid: planned?.uid, sequence: 1, modified: '2026-12-01T09:00:00Z' });
    await owner.query(`update bookings set state = 'called-off' where season_id = $1`, [seasonId()]);
    const [cancelled] = await read(address);
    expect(cancelled).toMatchObject({
      uid: planned?.uid,
      sequence: 2,
      status: 'CANCELLED',
      from: '2027-01-18',
    });
    expect((await read(address))[0]?.sequence).toBe(2);
    now = new Date('2027-02-15T09:00:00Z');
    expect(await read(address)).toEqual([]);
  });

  test('keeps its days when its address is renewed: nothing stands twice', async () => {
    await away('2027-02-01', '2027-02-02');
    const before = await read(await make(head));
    expect(await read(await make(head))).toEqual(before);
  });

  test('read by six programs at once is the same for all, and counts a change once', async () => {
    const address = await make(head);
    await read(address);
    await away('2027-02-01');
    const texts = await Promise.all(Array.from({ length: 6 }, async () => (await get(address)).text));
    expect(new Set(texts).size).toBe(1);
    expect((await read(address)).map(({ sequence }) => sequence)).toEqual([0]);
  });

  test('is what RFC 5545 asks for: folded by bytes, ended by CRLF, commas and semicolons escaped', async () => {
    await owner.query(`update schools set name = $2 where id = $1`, [
      school.id,
      `École “Saint-Exupéry”; for boys, girls \\ others ${'é'.repeat(80)}`,
    ]);
    await plan('published', '2027-01-11', []);
    const { text, headers } = await get(await make(head)).expect(200);
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
    const lines = text.split('\r\n');
    expect(text).not.toMatch(/[^\r]\n/);
    expect(lines.at(-1)).toBe('');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(lines).toContain('X-WR-CALNAME:Lateral: Wolds\\, Vale\\; and Moor');
    expect((await read(await addressOf(head)))[0]?.title).toBe(
      `Review of École “Saint-Exupéry”; for boys, girls \\ others ${'é'.repeat(80)}`,
    );
  });

  test('that has not changed is not sent again', async () => {
    await away('2027-02-01');
    const address = await make(head);
    const { headers } = await get(address).expect(200);
    now = new Date('2026-11-23T10:00:00Z');
    const again = await get(address)
      .set('if-none-match', headers.etag ?? '')
      .expect(304);
    expect(again.text).toBe('');
    await away('2027-02-02');
    await get(address)
      .set('if-none-match', headers.etag ?? '')
      .expect(200);
  });
});

describe('its address', () => {
  test('is made once under one key, however often the call is sent', async () => {
    const send = () => api.as(head).post('/feed').set('idempotency-key', 'a-key-of-mine').expect(201);
    await send();
    const address = await addressOf(head);
    await send();
    expect(await addressOf(head)).toBe(address);
  });

  test('renewed or withdrawn, the old one is unknown at once', async () => {
    const first = await make(head);
    const second = await make(head);
    await get(first).expect(404);
    await get(second).expect(200);
    await api.as(head).delete('/feed').expect(204);
    await get(second).expect(404);
    await api.as(head).delete('/feed').expect(404);
    await api.as(head).patch('/feed').send({ withTerms: true }).expect(404);
    expect((await api.as(head).get('/feed').expect(200)).body).toEqual({ feed: null });
  });

  test('is unknown for whoever holds no role any more', async () => {
    const address = await make(head);
    await owner.query(`update roles set to_day = '2026-11-22' where person_id = $1`, [head.personId]);
    await get(address).expect(404);
  });

  test.each([
    ['of another partnership', (key: string) => `${crypto.randomUUID()}.${key.split('.')[1]}`, 404],
    ['with another secret', (key: string) => `${key.split('.')[0]}.${'x'.repeat(43)}`, 404],
    ['cut short', (key: string) => key.slice(0, -5), 400],
    ['of no partnership', (key: string) => `${'-'.repeat(36)}.${key.split('.')[1]}`, 400],
  ])('%s opens nothing', async (_, forge, status) => {
    const [path, key = ''] = (await make(head)).split('?key=');
    await get(`${path}?key=${forge(key)}`).expect(status);
  });

  test('is one’s own: nobody sees another’s, and a table holds no secret', async () => {
    const key = (await make(head)).split('.').at(-1) ?? '';
    expect((await api.as(broker).get('/feed').expect(200)).body).toEqual({ feed: null });
    for (const table of ['calendar_feeds', 'feed_entries', 'given_answers', 'events']) {
      const { rows } = await owner.query(`select 1 from ${table} t where position($1 in t::text) > 0`, [key]);
      expect([table, rows]).toEqual([table, []]);
    }
  });

  test('is in no line of the log, however the read ends', async () => {
    const address = await make(head);
    const lines: string[] = [];
    const stream = { write: (line: string) => void lines.push(line) };
    const app = await buildApp({
      database,
      secret,
      now: () => now,
      logger: { ...logSettings, level: 'trace', stream },
    });
    for (const url of [address, `${address}x`, address.slice(0, -3)]) await app.inject({ url });
    await app.close();
    expect(lines.join('')).toContain('/api/feed/calendar.ics');
    expect(lines.join('')).not.toContain(address.split('key=')[1]?.slice(0, -3));
  });
});
