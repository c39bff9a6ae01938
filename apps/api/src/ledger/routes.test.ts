import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { testApi } from '../../test/api.ts';
import { type BuiltPerson, buildPartnership, buildPerson, buildSchool } from '../../test/builders.ts';
import { buildMembership } from '../../test/memberships.ts';
import { keepLedger } from './keep-ledger.ts';

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
  partnershipId = (await buildPartnership(database)).id;
  broker = await buildPerson(database, partnershipId, 'broker');
  ashlow = await buildSchool(database, partnershipId, { name: 'Ashlow School' });
  brook = await buildSchool(database, partnershipId, { name: '=Brook School' });
  head = await buildPerson(database, partnershipId, 'headteacher', ashlow.id);
  deputy = await buildPerson(database, partnershipId, 'deputy', ashlow.id);
  other = await buildPerson(database, partnershipId, 'headteacher', brook.id);
  await buildMembership(database, ashlow);
  await buildMembership(database, brook);
});

const start = () =>
  api
    .as(broker)
    .post('/seasons')
    .send({ year: 2026, windowStart: '2026-09-21', windowEnd: '2027-07-09' })
    .expect(201)
    .then(({ body }) => body.id as string);

/** A published review of a school, with its reviewers and what they have answered. */
async function publish(seasonId: string, host: School, day: string, seats: [BuiltPerson, string][]) {
  const key = [partnershipId, seasonId, host.id];
  await owner.query(
    `insert into bookings (partnership_id, season_id, school_id, day, lead_id, state, published_at) values ($1, $2, $3, $4, $5, 'booked', now())`,
    [...key, day, seats[0]?.[0].personId],
  );
  for (const [person, state] of seats)
    await owner.query(
      `insert into booked_seats (partnership_id, season_id, school_id, person_id, day, state, answered_at, reason)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        ...key,
        person.personId,
        day,
        state,
        state === 'asked' ? null : now,
        state === 'declined' ? 'Ill' : null,
      ],
    );
}
const alsoHeads = (person: BuiltPerson, school: School) =>
  owner.query(
    `insert into roles (partnership_id, person_id, school_id, role) values ($1, $2, $3, 'headteacher')`,
    [partnershipId, person.personId, school.id],
  );

async function entries() {
  const { rows } = await owner.query(
    `select s.name, l.capacity, l.kind, l.half_days from ledger_entries l join schools s on s.id = l.school_id
     where l.partnership_id = $1 order by s.name, l.kind, l.capacity, l.at`,
    [partnershipId],
  );
  return rows.map((row) => `${row.name} ${row.kind} ${row.capacity} ${row.half_days}`);
}
const written = async (kind: string) => (await entries()).filter((line) => line.includes(` ${kind} `));
const list = async (person: BuiltPerson, query = '') =>
  (await api.as(person).get(`/ledger${query}`).expect(200)).body;
const ledgerOf = async (person: BuiltPerson, school: School) =>
  (await api.as(person).get(`/schools/${school.id}/ledger`).expect(200)).body;
const write = (person: BuiltPerson, school: School, more: object = {}) =>
  api
    .as(person)
    .post(`/schools/${school.id}/ledger`)
    .send({ capacity: 'deputy', year: 2026, kind: 'waived', halfDays: 3, reason: 'No deputy', ...more });

describe('what schools owe', () => {
  test('starting a season writes what every member owes, and no other school', async () => {
    await buildSchool(database, partnershipId, { name: 'Stranger School' });
    await start();
    expect(await entries()).toEqual([
      '=Brook School owed deputy 3',
      '=Brook School owed head 3',
      'Ashlow School owed deputy 3',
      'Ashlow School owed head 3',
    ]);
  });

  test('a school that becomes a member later owes from the next morning on, once, whoever writes it', async () => {
    await start();
    const late = await buildSchool(database, partnershipId, { name: 'Late School' });
    await buildMembership(database, late, { from: '2026-11-24' });
    await keepLedger(database, now);
    expect(await written('owed')).toHaveLength(4);
    now = new Date('2026-11-24T04:40:00Z');
    await Promise.all([keepLedger(database, now), keepLedger(database, now)]);
    await keepLedger(database, now);
    expect((await written('owed')).filter((line) => line.startsWith('Late'))).toEqual([
      'Late School owed deputy 3',
      'Late School owed head 3',
    ]);
  });

  test('a year that is over is not written again', async () => {
    await start();
    now = new Date('2027-09-01T04:40:00Z');
    const late = await buildSchool(database, partnershipId);
    await buildMembership(database, late, { from: '2027-09-01' });
    await keepLedger(database, now);
    expect(await written('owed')).toHaveLength(4);
  });
});

describe('a review that is past', () => {
  test('gives a day for each reviewer’s school, in their capacity, and is received by its host', async () => {
    const season = await start();
    await publish(season, brook, '2026-11-20', [
      [head, 'accepted'],
      [deputy, 'asked'],
      [other, 'declined'],
    ]);
    await keepLedger(database, now);
    expect(await written('given')).toEqual(['Ashlow School given deputy 2', 'Ashlow School given head 2']);
    expect(await written('received')).toEqual([
      '=Brook School received deputy 2',
      '=Brook School received head 2',
    ]);
    const { rows } = await owner.query('select state from bookings where season_id = $1', [season]);
    expect(rows).toEqual([{ state: 'done' }]);
  });

  test('counts once, though two workers run at the same moment and one again', async () => {
    const season = await start();
    await publish(season, brook, '2026-11-20', [[head, 'accepted']]);
    await Promise.all([keepLedger(database, now), keepLedger(database, now), keepLedger(database, now)]);
    await keepLedger(database, now);
    expect(await written('given')).toHaveLength(1);
    expect(await written('received')).toHaveLength(1);
  });

  test('is not one of today, nor one that was called off', async () => {
    const season = await start();
    await publish(season, brook, '2026-11-23', [[head, 'accepted']]);
    await publish(season, ashlow, '2026-11-20', [[other, 'accepted']]);
    await owner.query(`update bookings set state = 'called-off' where school_id = $1`, [ashlow.id]);
    await keepLedger(database, now);
    expect(await written('given')).toEqual([]);
  });

  test('counts for the deputy when the school has offered its head in the deputy’s stead', async () => {
    const season = await start();
    await owner.query(
      `insert into offers (partnership_id, season_id, school_id, preferred, avoided, focus, sent_at, sent_by, version) values ($1,$2,$3,'{}','{}','{}',now(),$4,1)`,
      [partnershipId, season, ashlow.id, head.personId],
    );
    await owner.query(
      `insert into offered_leaders (partnership_id, season_id, school_id, person_id, capacity, half_days, expertise) values ($1,$2,$3,$4,'deputy',3,'{}')`,
      [partnershipId, season, ashlow.id, head.personId],
    );
    await publish(season, brook, '2026-11-20', [[head, 'accepted']]);
    await keepLedger(database, now);
    expect(await written('given')).toEqual(['Ashlow School given deputy 2']);
  });

  test('of somebody of two schools counts for the one with the most left, day after day', async () => {
    const season = await start();
    const [third, fourth] = [
      await buildSchool(database, partnershipId),
      await buildSchool(database, partnershipId),
    ];
    await alsoHeads(head, brook);
    await publish(season, third, '2026-11-19', [[head, 'accepted']]);
    await publish(season, fourth, '2026-11-20', [[head, 'accepted']]);
    await keepLedger(database, now);
    expect(await written('given')).toEqual(['=Brook School given head 2', 'Ashlow School given head 2']);
  });

  test('stays booked when writing fails half way, and is written the next time', async () => {
    const season = await start();
    await publish(season, brook, '2026-11-20', [[head, 'accepted']]);
    await owner.query(
      `create function fail() returns trigger language plpgsql as $$ begin raise 'cut off'; end $$`,
    );
    await owner.query('create trigger fail before update on bookings for each row execute function fail()');
    await expect(keepLedger(database, now)).rejects.toThrow();
    await owner.query('drop trigger fail on bookings; drop function fail');
    expect(await written('given')).toEqual([]);
    await keepLedger(database, now);
    expect(await written('given')).toEqual(['Ashlow School given head 2']);
  });
});

describe('the list', () => {
  test('says who owes most, what is booked, and whether the season has enough days', async () => {
    const season = await start();
    await publish(season, brook, '2026-11-20', [[head, 'accepted']]);
    await keepLedger(database, now);
    await publish(season, ashlow, '2027-02-02', [[other, 'asked']]);
    await write(broker, ashlow).expect(201);
    const body = await list(broker);
    expect(body.items.map((row: { name: string }) => row.name)).toEqual(['=Brook School', 'Ashlow School']);
    expect(body.items[1]).toMatchObject({
      isMember: true,
      head: { owed: 3, given: 2, due: 3, left: 1, booked: 0 },
      deputy: { owed: 3, waived: 3, due: 0, left: 0 },
    });
    expect(body.items[0].head).toMatchObject({ left: 3, booked: 2, received: 2 });
    expect(body.season).toEqual({ members: 2, needed: 12, due: 9, over: -3 });
    expect(body.totals.head).toMatchObject({ due: 6, given: 2, left: 4 });
    expect([body.year, body.years]).toEqual([2026, [2026]]);
  });

  test('is the same page after page, whatever it is sorted by', async () => {
    for (let i = 0; i < 5; i++) await buildMembership(database, await buildSchool(database, partnershipId));
    await start();
    for (const sort of ['owes', 'name', 'given']) {
      const all = (await list(broker, `?sort=${sort}`)).items.map(({ id }: { id: string }) => id);
      const paged: string[] = [];
      let next: string | null = '';
      while (next !== null) {
        const body = await list(broker, `?sort=${sort}&limit=2${next && `&cursor=${next}`}`);
        expect(body.total).toBe(7);
        paged.push(...body.items.map(({ id }: { id: string }) => id));
        next = body.next;
      }
      expect(paged).toEqual(all);
      expect(paged).toHaveLength(7);
    }
  });

  test('is narrowed by words, by cluster and to those with days left, and its season stays whole', async () => {
    await start();
    await write(broker, ashlow).expect(201);
    await write(broker, ashlow, { capacity: 'head' }).expect(201);
    const names = async (query: string) =>
      (await list(broker, query)).items.map(({ name }: { name: string }) => name);
    expect(await names('?q=ashlo')).toEqual(['Ashlow School']);
    expect(await names('?left=yes')).toEqual(['=Brook School']);
    expect(await names('?cluster=none&sort=name')).toEqual(['=Brook School', 'Ashlow School']);
    expect(await names(`?cluster=${ashlow.id}`)).toEqual([]);
    expect((await list(broker, '?q=ashlo')).season.members).toBe(2);
  });

  test('carries what was left over from one year to the next', async () => {
    const season = await start();
    await publish(season, brook, '2026-11-20', [[head, 'accepted']]);
    await keepLedger(database, now);
    now = new Date('2027-09-06T09:00:00Z');
    const { items } = await list(broker);
    const row = items.find(({ id }: { id: string }) => id === ashlow.id);
    expect(row.head).toMatchObject({ owed: 3, carried: 1, due: 4, given: 0 });
    expect(row.deputy).toMatchObject({ carried: 3, due: 6 });
    expect((await list(broker, '?year=2026')).items).toHaveLength(2);
  });

  test('shows a head their own school alone', async () => {
    await start();
    const body = await list(head);
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([ashlow.id]);
    expect(body.season.members).toBe(1);
    const load = await api.as(head).get('/ledger/load').expect(200);
    expect(load.body.items).toEqual([{ halfDays: 0, schools: 1 }]);
    await api.as(head).get(`/schools/${brook.id}/ledger`).expect(404);
  });

  test('goes into a spreadsheet in days, with formulas made harmless', async () => {
    await start();
    const { text, headers } = await api.as(broker).get('/ledger/export?sort=name').expect(200);
    expect(headers['content-disposition']).toContain('ledger-2026.csv');
    const lines = text.split('\r\n');
    expect(lines[0]).toContain('Head: owed, in days');
    expect(lines[1]).toContain(`,'=Brook School,,Yes,1.5,0,0,0,1.5,0,0,1.5,0`);
  });

  test('counts schools by the days that they have given or are booked for', async () => {
    const season = await start();
    await publish(season, brook, '2026-11-20', [
      [head, 'accepted'],
      [deputy, 'accepted'],
    ]);
    await keepLedger(database, now);
    const { body } = await api.as(broker).get('/ledger/load').expect(200);
    expect(body.items).toEqual([
      { halfDays: 0, schools: 1 },
      { halfDays: 4, schools: 1 },
    ]);
  });

  test.each(['?year=26', '?sort=best', '?cursor=x', '?cluster=North'])('refuses %s', async (query) => {
    await api.as(broker).get(`/ledger${query}`).expect(400);
  });
});

describe('a school’s ledger', () => {
  test('says where each entry comes from, to its head, newest year first', async () => {
    const season = await start();
    await publish(season, brook, '2026-11-20', [[head, 'accepted']]);
    await keepLedger(database, now);
    await write(broker, ashlow).expect(201);
    const body = await ledgerOf(head, ashlow);
    expect(body.may).toEqual({ write: false });
    expect(body.years).toHaveLength(1);
    expect(body.entries.map((entry: { source: string }) => entry.source).sort()).toEqual([
      `Ada ${head.lastName} reviewed =Brook School`,
      'These days need not be given',
      'What every member gives in 2026/27',
      'What every member gives in 2026/27',
    ]);
    const waived = body.entries.find(({ kind }: { kind: string }) => kind === 'waived');
    expect(waived).toMatchObject({ reason: 'No deputy', writtenBy: `Ada ${broker.lastName}`, halfDays: 3 });
    const given = body.entries.find(({ kind }: { kind: string }) => kind === 'given');
    expect(given).toMatchObject({ day: '2026-11-20', writtenBy: null });
    expect((await ledgerOf(broker, ashlow)).may).toEqual({ write: true });
  });

  test('takes days waived, and tells its head; the timeline says so', async () => {
    await start();
    const { body } = await write(broker, ashlow).expect(201);
    expect(body.years[0].deputy).toMatchObject({ waived: 3, due: 0, left: 0 });
    const told = await api.as(head).get('/notifications').expect(200);
    expect(told.body.items.map(({ kind }: { kind: string }) => kind)).toContain('ledger-entry-written');
    const others = await api.as(other).get('/notifications').expect(200);
    expect(others.body.items).toEqual([]);
    const { rows } = await owner.query(
      `select detail from events where kind = 'ledger-entry-written' and school_id = $1`,
      [ashlow.id],
    );
    expect(rows[0].detail).toEqual({ capacity: 'deputy', year: 2026, kind: 'waived', halfDays: 3 });
  });

  test('takes what was brought from before, which is then due as well', async () => {
    await start();
    const { body } = await write(broker, ashlow, { kind: 'brought', halfDays: 2 }).expect(201);
    expect(body.years[0].deputy).toMatchObject({ brought: 2, due: 5 });
  });

  test('takes the reverse of a mistake, and is then as if it had not been', async () => {
    const season = await start();
    await publish(season, brook, '2026-11-20', [[head, 'accepted']]);
    await keepLedger(database, now);
    const wrong = { capacity: 'head', kind: 'given', halfDays: -2, reason: 'Was ill on the day' };
    const { body } = await write(broker, ashlow, wrong).expect(201);
    expect(body.years[0].head).toMatchObject({ given: 0, left: 3 });
    const again = await write(broker, ashlow, wrong).expect(409);
    expect(again.body.code).toBe('less-than-none');
    await write(broker, ashlow, { ...wrong, halfDays: 2, reason: 'Was there after all' }).expect(201);
    const more = await write(broker, ashlow, { ...wrong, halfDays: 2 }).expect(409);
    expect(more.body.code).toBe('more-than-written');
  });

  test('waives no more than is owed, though two brokers do it at the same moment', async () => {
    await start();
    const both = await Promise.all([write(broker, ashlow), write(broker, ashlow, { halfDays: 2 })]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('more-than-owed');
    expect(await written('waived')).toHaveLength(1);
  });

  test('takes a waiver once, though it is sent twice under one key', async () => {
    await start();
    const send = () => write(broker, ashlow, { halfDays: 1 }).set('idempotency-key', 'waive-once-1');
    await send().expect(201);
    await send().expect(201);
    expect(await written('waived')).toHaveLength(1);
  });

  test.each([
    ['no reason', { reason: ' ' }, '/body/reason'],
    ['no half-days', { halfDays: 0 }, '/body/halfDays'],
    ['parts of half-days', { halfDays: 1.5 }, '/body/halfDays'],
    ['far too many', { halfDays: 61 }, '/body/halfDays'],
    ['another capacity', { capacity: 'chair' }, '/body/capacity'],
    ['another kind', { kind: 'lent' }, '/body/kind'],
    ['no year', { year: undefined }, '/body/year'],
  ])('takes nothing with %s', async (_, more, pointer) => {
    const { body } = await write(broker, ashlow, more).expect(400);
    expect(body.errors[0].pointer).toBe(pointer);
  });

  test('is written by the broker alone, and seen by nobody of another partnership', async () => {
    await write(head, ashlow).expect(403);
    await write(other, ashlow).expect(404);
    const elsewhere = await buildPartnership(database);
    const stranger = await buildPerson(database, elsewhere.id, 'broker');
    await api.as(stranger).get(`/schools/${ashlow.id}/ledger`).expect(404);
    await write(stranger, ashlow).expect(404);
    expect((await list(stranger)).items).toEqual([]);
    await api.anonymous().get('/api/ledger').expect(401);
  });
});
