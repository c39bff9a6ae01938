import type { SchoolMembership } from '@lateral/contract/membership-changes';
import { termsUnsaid } from '@lateral/domain/agreements/terms';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { issueNext, signWhole } from '../../test/agreements.ts';
import { testApi } from '../../test/api.ts';
import { type BuiltPerson, buildPartnership, buildPerson, buildSchool } from '../../test/builders.ts';
import { absorbSchool } from '../imports/register-queries.ts';
import { tellDue } from './tell-due.ts';

let now: Date;
const api = await testApi({ now: () => now });
afterAll(api.close);
const { database, owner } = api;
const publicUrl = 'http://localhost:3000';

let partnershipId: string;
let school: { id: string; urn: number };
let broker: BuiltPerson;
let board: BuiltPerson;
let head: BuiltPerson;
let chair: BuiltPerson;
let office: BuiltPerson;
let stranger: BuiltPerson;
beforeEach(async () => {
  partnershipId = (await buildPartnership(database)).id;
  const build = (role: Parameters<typeof buildPerson>[2], schoolId: string | null) =>
    buildPerson(database, partnershipId, role, schoolId, { confirmedAt: new Date('2026-11-23T08:58:00Z') });
  broker = await build('broker', null);
  board = await build('board-member', null);
  school = await buildSchool(database, partnershipId);
  head = await build('headteacher', school.id);
  chair = await build('chair-of-governors', school.id);
  office = await build('school-administrator', school.id);
  stranger = await build('headteacher', (await buildSchool(database, partnershipId)).id);
  await go('2026-11-23');
});

/** Goes to a morning, on which everybody has just shown who they are. */
async function go(day: string) {
  now = new Date(`${day}T09:00:00Z`);
  await owner.query(`update sessions set created_at = $1, confirmed_at = $1`, [now]);
}
const path = (rest = '') => `/schools/${school.id}/membership${rest}`;
const look = async (person: BuiltPerson = head): Promise<SchoolMembership> =>
  (await api.as(person).get(path()).expect(200)).body;
const renewal = (until: string, change = {}) => ({
  metOn: now.toISOString().slice(0, 10),
  minute: 'FGB 9',
  name: 'Ada Fern',
  hasAuthority: true,
  until,
  ...change,
});
const renew = (until: string, change = {}, person = head) =>
  api.as(person).post(path('/renewal')).send(renewal(until, change));
const giveNotice = (endsOn: string, why: string | null = null, person = head) =>
  api.as(person).post(path('/notice')).send({ endsOn, why });
const join = async (terms = {}, change = {}) => {
  await issueNext(api, { broker, board }, { terms: { ...termsUnsaid, ...terms }, ...change });
  const metOn = now.toISOString().slice(0, 10);
  return signWhole(api, { schoolId: school.id, head, chair, metOn });
};
const eventsOf = async (since = 'membership-began') => {
  const { rows } = await owner.query<{ kind: string; detail: Record<string, unknown> }>(
    `select kind, detail from events where school_id = $1 order by id`,
    [school.id],
  );
  return rows.slice(rows.findLastIndex(({ kind }) => kind === since) + 1);
};
const mailsTo = async ({ email }: BuiltPerson, words: RegExp) => {
  const { rows } = await owner.query<{ subject: string; text: string }>(
    `select subject, text from mails where to_address = $1 order by created_at`,
    [email],
  );
  return rows.filter(({ subject }) => words.test(subject));
};
const tellOn = async (day: string) => {
  await go(day);
  await Promise.all([tellDue(database, { now, publicUrl }), tellDue(database, { now, publicUrl })]);
  await tellDue(database, { now, publicUrl });
};

test('a school that has signed is a member, and everything that goes with it follows', async () => {
  expect(await look()).toMatchObject({
    membership: null,
    isMember: false,
    line: { standing: 'not-asked', needs: [] },
    signed: null,
    follows: { mayVote: false, sharesOutcomes: false },
    renewal: null,
    leaving: null,
    may: { renew: true, leave: true, settle: false },
  });
  await join();
  expect(await look(chair)).toMatchObject({
    membership: { from: '2026-11-23', to: null, endsWhy: null },
    isMember: true,
    line: { standing: 'member', needs: [] },
    signed: { number: 1, on: '2026-11-23' },
    follows: { mayVote: true, isReviewed: true, owesDays: true, getsMemberPrice: true, sharesOutcomes: true },
    renewal: null,
    leaving: { endsOn: '2026-11-23' },
    may: { renew: false, leave: false, settle: false },
  });
  await api.as(stranger).get(path()).expect(404);
});

describe('a year of membership', () => {
  test('is renewed in its last 90 days, once, and not before', async () => {
    await join({ renewal: 'yearly' });
    expect((await look()).membership).toEqual({ from: '2026-11-23', to: '2027-08-31', endsWhy: 'term' });
    await go('2027-06-01');
    expect((await look()).renewal).toBeNull();
    expect((await renew('2028-08-31').expect(409)).body.code).toBe('too-early');
    await go('2027-06-02');
    expect((await look()).renewal).toEqual({ until: '2028-08-31' });
    expect((await renew('2029-08-31').expect(409)).body.code).toBe('looks-different');
    for (const [change, field] of [
      [{ name: '   ' }, 'name'],
      [{ name: 'x'.repeat(300) }, 'name'],
      [{ name: '123' }, 'name'],
      [{ metOn: '2027-06-03' }, 'metOn'],
      [{ metOn: '2026-11-22' }, 'metOn'],
      [{ minute: '' }, 'minute'],
      [{ hasAuthority: false }, 'hasAuthority'],
    ] as const)
      expect((await renew('2028-08-31', change).expect(400)).body.errors[0].pointer).toBe(`/body/${field}`);
    await renew('2028-08-31', {}, office).expect(403);
    await renew('2028-08-31', {}, stranger).expect(404);
    const answers = await Promise.all([1, 2, 3].map(() => renew('2028-08-31')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await look()).toMatchObject({ membership: { to: '2028-08-31', endsWhy: 'term' }, renewal: null });
    expect((await eventsOf()).map(({ kind }) => kind)).toEqual(['membership-renewed']);
    expect(await mailsTo(head, /stays in .* until 31 August 2028/)).toHaveLength(1);
    expect(await mailsTo(chair, /stays in .* until 31 August 2028/)).toHaveLength(1);
    await expect(
      database.withPartnership(partnershipId, (db) => db.execute(`update renewals set minute = 'x'`)),
    ).rejects.toThrow();
  });

  test('needs fresh proof to be renewed', async () => {
    await join({ renewal: 'yearly' });
    await go('2027-08-01');
    now = new Date('2027-08-01T09:06:00Z');
    expect((await renew('2028-08-31').expect(403)).body.code).toBe('confirm-identity');
  });

  test('ends by itself; renewed late, it begins again', async () => {
    await join({ renewal: 'yearly' });
    await go('2027-08-31');
    expect((await look()).isMember).toBe(true);
    await go('2027-09-01');
    expect(await look()).toMatchObject({
      isMember: false,
      membership: { to: '2027-08-31' },
      follows: { mayVote: false },
      renewal: { until: '2028-08-31' },
    });
    await renew('2028-08-31').expect(200);
    expect(await look()).toMatchObject({
      isMember: true,
      membership: { from: '2027-09-01', to: '2028-08-31' },
    });
  });

  test('goes on when the school signs the next version, which comes before renewing', async () => {
    await join({ renewal: 'yearly' });
    await go('2027-06-10');
    await issueNext(api, { broker, board }, { title: 'Second' });
    expect((await renew('2028-08-31').expect(409)).body.code).toBe('new-version-first');
    await signWhole(api, { schoolId: school.id, head, chair, metOn: '2027-06-10' });
    expect((await look()).membership).toEqual({ from: '2026-11-23', to: '2028-08-31', endsWhy: 'term' });
    expect((await eventsOf()).at(-1)).toMatchObject({
      kind: 'membership-goes-on',
      detail: { until: '2028-08-31' },
    });
  });
});

test('what was put down for a later day gives way when the school signs, or renews, sooner', async () => {
  const later = (from: string) =>
    database.withPartnership(partnershipId, (db) =>
      db.execute(
        `insert into memberships (partnership_id, school_id, from_day) values ('${partnershipId}', '${school.id}', '${from}')`,
      ),
    );
  await later('2027-01-01');
  await join({ renewal: 'yearly' });
  expect((await look()).membership).toEqual({ from: '2026-11-23', to: '2027-08-31', endsWhy: 'term' });
  await later('2027-10-01');
  await go('2027-09-10');
  await renew('2028-08-31').expect(200);
  expect((await look()).membership).toEqual({ from: '2027-09-10', to: '2028-08-31', endsWhy: 'term' });
});

describe('notice', () => {
  test('is given, ends the membership on the day that was shown, and is taken back', async () => {
    await join({ noticeWeeks: 8 });
    expect((await look()).leaving).toEqual({ endsOn: '2027-01-18' });
    expect((await giveNotice('2027-01-17').expect(409)).body.code).toBe('looks-different');
    await giveNotice('2027-01-18', null, chair).expect(403);
    await giveNotice('2027-01-18', null, stranger).expect(404);
    const { body } = await giveNotice('2027-01-18', 'We join another.').expect(200);
    expect(body).toMatchObject({
      isMember: true,
      membership: { to: '2027-01-18', endsWhy: 'notice' },
      notice: { endsOn: '2027-01-18', why: 'We join another.', givenBy: `Ada ${head.lastName}` },
      leaving: null,
    });
    expect((await giveNotice('2027-01-18').expect(409)).body.code).toBe('notice-given');
    await api.as(broker).delete(path('/notice')).expect(200);
    expect((await api.as(head).delete(path('/notice')).expect(409)).body.code).toBe('no-notice');
    expect(await look()).toMatchObject({ membership: { to: null, endsWhy: null }, notice: null });
    await giveNotice('2027-01-18').expect(200);
    await go('2027-01-19');
    expect((await look()).isMember).toBe(false);
    expect((await api.as(head).delete(path('/notice')).expect(409)).body.code).toBe('no-notice');
    expect((await eventsOf()).map(({ kind }) => kind)).toEqual([
      'notice-given',
      'notice-taken-back',
      'notice-given',
    ]);
    expect(await mailsTo(chair, /leaves .* on 18 January 2027/)).toHaveLength(2);
  });

  test('does not make a year longer, and taken back the year ends as it did', async () => {
    await join({ renewal: 'yearly', noticeWeeks: 8 });
    await go('2027-08-20');
    await giveNotice('2027-08-31').expect(200);
    await api.as(head).delete(path('/notice')).expect(200);
    expect((await look()).membership).toMatchObject({ to: '2027-08-31', endsWhy: 'term' });
  });

  test('taken back, what the school has signed since holds', async () => {
    await join({ noticeWeeks: 8 });
    await giveNotice('2027-01-18').expect(200);
    await go('2026-12-01');
    await join({ renewal: 'yearly', noticeWeeks: 8 }, { title: 'Second' });
    expect((await look()).membership).toMatchObject({ to: '2027-01-18', endsWhy: 'notice' });
    await api.as(head).delete(path('/notice')).expect(200);
    expect((await look()).membership).toMatchObject({ to: '2027-08-31', endsWhy: 'term' });
  });

  test('says why to the broker and the school alone', async () => {
    await join({ noticeWeeks: 8 });
    await giveNotice('2027-01-18', 'We join another.').expect(200);
    const whys = [];
    for (const person of [broker, chair, board]) whys.push((await look(person)).notice?.why);
    expect(whys).toEqual(['We join another.', 'We join another.', null]);
    expect(JSON.stringify(await eventsOf())).not.toContain('another');
  });

  test('tells the broker, by name of the school', async () => {
    await join({ noticeWeeks: 1 });
    await giveNotice('2026-11-30').expect(200);
    const { body } = await api.as(broker).get('/notifications').expect(200);
    expect(body.items.map(({ kind }: { kind: string }) => kind)).toContain('notice-given');
  });
});

describe('a school whose legal record has changed', () => {
  const convert = async (openDate: string) => {
    const urn = school.urn + 500_000;
    await owner.query(
      `insert into establishments select partnership_id, $2, school_id, facts || jsonb_build_object('urn', $2::int, 'openDate', $3::text), ever_open, null, source_file, source_date from establishments where school_id = $1`,
      [school.id, urn, openDate],
    );
    await owner.query(`update schools set urn = $2 where id = $1`, [school.id, urn]);
    return urn;
  };
  const settle = (toUrn: number, outcome: string, person = broker) =>
    api.as(person).post(path('/conversion')).send({ toUrn, outcome });

  test('stays a member until the broker settles it: here it carries over', async () => {
    await join();
    expect((await look(broker)).conversion).toBeNull();
    expect((await settle(1, 'carries').expect(409)).body.code).toBe('nothing-to-settle');
    const toUrn = await convert('2026-12-01');
    await go('2026-12-05');
    expect(await look(broker)).toMatchObject({
      isMember: true,
      conversion: { fromUrn: school.urn, toUrn, openedOn: '2026-12-01', rule: 'carries' },
    });
    await settle(toUrn, 'carries', head).expect(403);
    expect((await settle(school.urn, 'carries').expect(409)).body.code).toBe('looks-different');
    await settle(toUrn, 'carries').expect(200);
    expect(await look(broker)).toMatchObject({ isMember: true, conversion: null, membership: { to: null } });
    expect((await settle(toUrn, 'lapses').expect(409)).body.code).toBe('nothing-to-settle');
    expect((await eventsOf()).at(-1)).toEqual({
      kind: 'membership-carried',
      detail: { fromUrn: school.urn, toUrn, isByRule: true },
    });
    expect(await mailsTo(head, /carries over/)).toHaveLength(1);
  });

  test('is asked about once, also when it lapses today', async () => {
    await join({ conversion: 'lapses' });
    const toUrn = await convert('2026-12-20');
    await go('2026-12-05');
    const { body } = await settle(toUrn, 'lapses').expect(200);
    expect(body).toMatchObject({ isMember: true, membership: { to: '2026-12-05' }, conversion: null });
    expect((await settle(toUrn, 'carries').expect(409)).body.code).toBe('nothing-to-settle');
    const { body: today } = await api.as(broker).get('/today').expect(200);
    expect(today.tasks.map(({ kind }: { kind: string }) => kind)).not.toContain('settle-conversions');
  });

  test('renewed late, it is still the broker’s to settle', async () => {
    await join({ renewal: 'yearly', conversion: 'lapses' });
    await convert('2027-08-01');
    await go('2027-09-02');
    expect((await look(broker)).conversion).toBeNull();
    await renew('2028-08-31').expect(200);
    expect((await look(broker)).conversion).toMatchObject({ fromUrn: school.urn, rule: 'lapses' });
  });

  test('or lapses with its old record, by the rule of what it signed', async () => {
    await join({ conversion: 'lapses' });
    const toUrn = await convert('2026-12-01');
    await go('2026-12-05');
    expect((await look(broker)).conversion?.rule).toBe('lapses');
    const { body } = await settle(toUrn, 'lapses').expect(200);
    expect(body).toMatchObject({ isMember: false, membership: { to: '2026-11-30', endsWhy: 'lapsed' } });
    expect((await eventsOf()).at(-1)).toMatchObject({
      kind: 'membership-lapsed',
      detail: { on: '2026-11-30' },
    });
    expect((await renew('2027-08-31').expect(409)).body.code).toBe('not-a-member');
  });
});

test('a school that comes back by the broker’s hand is held to what it signed', async () => {
  await join({ renewal: 'yearly' });
  await giveNotice('2026-11-23').expect(200);
  await go('2026-12-01');
  const mark = { schoolIds: [school.id], member: true, on: '2026-12-01' };
  await api.as(broker).post('/schools/members').send(mark).expect(200);
  expect((await look()).membership).toEqual({ from: '2026-12-01', to: '2027-08-31', endsWhy: 'term' });
});

test('a school that was taken for two, each a member, is one as long as either was', async () => {
  await join();
  const other = await buildSchool(database, partnershipId);
  await database.withPartnership(partnershipId, async (db) => {
    await db.execute(
      `insert into memberships (partnership_id, school_id, from_day, to_day, ends_why) values ('${partnershipId}', '${other.id}', '2026-10-01', '2027-08-31', 'term')`,
    );
    await absorbSchool(db, school.id, other.id);
  });
  const { rows } = await owner.query(
    `select from_day::text as "from", to_day::text as "to", ends_why as why, urn from memberships where school_id = $1`,
    [other.id],
  );
  expect(rows).toEqual([{ from: '2026-10-01', to: null, why: null, urn: school.urn }]);
});

describe('by the clock', () => {
  test('a head is reminded to renew 60, 30 and 7 days before, each time once, and not once they have', async () => {
    await join({ renewal: 'yearly' });
    const counts = [];
    for (const day of ['2027-07-01', '2027-07-02', '2027-07-03', '2027-08-01', '2027-08-02']) {
      await tellOn(day);
      counts.push((await mailsTo(head, /^Does .* stay/)).length);
    }
    expect(counts).toEqual([0, 1, 1, 2, 2]);
    await renew('2028-08-31').expect(200);
    for (const day of ['2027-08-24', '2027-09-01']) await tellOn(day);
    expect(await mailsTo(head, /^Does .* stay|no longer a member/)).toHaveLength(2);
    expect(await mailsTo(chair, /^Does .* stay/)).toHaveLength(0);
    expect((await eventsOf()).map(({ kind }) => kind)).toEqual([
      'membership-reminded',
      'membership-reminded',
      'membership-renewed',
    ]);
  });

  test('a school whose year ends without it is told so the day after, and its timeline says it', async () => {
    await join({ renewal: 'yearly' });
    await tellOn('2027-08-31');
    expect(await mailsTo(chair, /no longer a member/)).toHaveLength(0);
    for (const day of ['2027-09-01', '2027-09-02']) await tellOn(day);
    expect(await mailsTo(chair, /no longer a member/)).toHaveLength(1);
    const [mail] = await mailsTo(head, /no longer a member/);
    expect(mail?.text).toContain('can still renew it');
    expect((await eventsOf('membership-reminded')).at(-1)).toEqual({
      kind: 'membership-ended',
      detail: { on: '2027-09-01' },
    });
  });

  test('members are reminded to sign a new version by its day; those who have signed, and others, are not', async () => {
    await join();
    await issueNext(api, { broker, board }, { title: 'Second', consentBy: '2026-12-31' });
    await tellOn('2026-12-02');
    expect(await mailsTo(head, /^Please sign the new agreement/)).toHaveLength(0);
    await tellOn('2026-12-10');
    const [mail, ...more] = await mailsTo(head, /^Please sign the new agreement by 31 December 2026$/);
    expect(more).toEqual([]);
    expect(mail?.text).toContain(`/schools/${school.id}/agreement`);
    expect(await mailsTo(stranger, /new agreement/)).toHaveLength(0);
    await signWhole(api, { schoolId: school.id, head, chair, metOn: '2026-12-10' });
    await tellOn('2026-12-29');
    expect(await mailsTo(head, /^Please sign the new agreement/)).toHaveLength(1);
  });
});
