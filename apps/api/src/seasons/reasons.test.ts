import type { Db } from '@lateral/db/client';
import * as schema from '@lateral/db/schema';
import { exclusionCodes as ownCodes } from '@lateral/domain/seasons/explanations';
import { exclusionCodes } from '@lateral/planner/exclusions';
import { rankSeat } from '@lateral/planner/rank-seat';
import { inArray } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testApi } from '../../test/api.ts';
import { buildSchool } from '../../test/builders.ts';
import { buildCounty, type County, planCounty, window } from '../../test/county.ts';
import { workOff } from '../../test/work.ts';
import { replaceDraft } from './queries.ts';
import { readSchedule } from './read-schedule.ts';
import { holdPlan } from './reason-queries.ts';

const now = new Date('2026-09-10T09:00:00Z');
const api = await testApi({ now: () => now });
afterAll(api.close);

type Review = { schoolId: string; leadId: string; team: { personId: string; name: string }[] };

test('every rule that the planner may name is known on the wire', () => {
  expect([...ownCodes].sort()).toEqual([...exclusionCodes].sort());
});

describe('a planned season', () => {
  let county: County;
  let seasonId: string;
  let review: Review;
  let lonely: { id: string };
  const path = (what: string) => `/seasons/${seasonId}/${what}`;
  const read = async (what: string, status = 200) => (await county.as.get(path(what)).expect(status)).body;

  beforeAll(async () => {
    county = await buildCounty(api, 11);
    lonely = await buildSchool(api.database, county.id, { phases: ['special'], name: 'Lonely' });
    await county.as
      .post('/schools/members')
      .send({ schoolIds: [lonely.id], member: true, on: '2026-09-01' })
      .expect(200);
    seasonId = (await planCounty(api, county, now)).id;
    const board = await read('board');
    review = board.reviews[4];
    expect(board.reviews).toHaveLength(11);
  });

  test('says of each reviewer of each review why they fit and who is next best', async () => {
    const { seats } = await read(`reviews/${review.schoolId}/explanation`);
    expect(seats.map((seat: { personId: string }) => seat.personId).sort()).toEqual(
      review.team.map(({ personId }) => personId).sort(),
    );
    const host = county.schools.find(({ id }) => id === review.schoolId);
    for (const seat of seats) {
      const home = county.schools.find(({ head, deputy }) =>
        [head.personId, deputy.personId].includes(seat.personId),
      );
      const far = Math.hypot(
        (home?.easting ?? 0) - (host?.easting ?? 0),
        (home?.northing ?? 0) - (host?.northing ?? 0),
      );
      expect(seat).toMatchObject({
        name: expect.stringMatching(/^Ada Fern/),
        role: home?.head.personId === seat.personId ? 'head' : 'deputy',
        schoolName: home?.name,
        km: Math.round(far / 100) / 10,
        leads: seat.personId === review.leadId,
        canLead: true,
        trainedOn: '2026-06-01',
        phases: ['primary'],
        sameCluster: true,
        lastHere: { person: null, school: null },
      });
      expect(seat.daysLeft).toBeLessThanOrEqual(2);
      expect(seat.others.length).toBe(Math.min(3, seat.fitting));
      const counted = seat.excluded.reduce((sum: number, { count }: { count: number }) => sum + count, 0);
      expect(seat.fitting + counted).toBe(22);
    }
  });

  test('keeps reasons of every review and every school without one, and no name in them', async () => {
    const kept = await api.database.withPartnership(county.id, async (db) => ({
      reviews: await db.select().from(schema.reviews),
      unplaced: await db.select().from(schema.unplacedSchools),
    }));
    expect(kept.reviews.filter(({ explanation }) => explanation !== null)).toHaveLength(11);
    expect(kept.unplaced.filter(({ explanation }) => explanation !== null)).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toMatch(/Fern|School 0|Lonely/);
  });

  test('ranks everyone for a seat as the planner does, in a process of its own, with names', async () => {
    const [seat] = review.team;
    const url = `reviews/${review.schoolId}/seats/${seat?.personId}/candidates`;
    const { fits, excluded } = await read(`${url}?limit=200`);
    const instance = await read('instance');
    const schedule = await read('schedule');
    const own = schedule.reviews.find(({ school }: { school: string }) => school === review.schoolId);
    const ranking = rankSeat(instance, schedule, {
      school: review.schoolId,
      seat: own.team.indexOf(seat?.personId),
    });
    if (!ranking.placed) throw new Error('not placed');
    expect(fits.items.map(({ personId }: { personId: string }) => personId)).toEqual(
      ranking.fits.map(({ leader }) => leader),
    );
    const others = ranking.excluded.filter(({ code }) => code !== 'SIZE');
    expect(excluded.items.map((one: { personId: string; code: string }) => [one.personId, one.code])).toEqual(
      others.map(({ leader, code }) => [leader, code]),
    );
    expect(fits.total + excluded.total).toBe(22 - 3);
    for (const one of [...fits.items, ...excluded.items]) expect(one.name).toMatch(/^Ada Fern/);
  });

  test('finds one of the candidates by name, and gives no more than was asked for', async () => {
    const url = `reviews/${review.schoolId}/seats/${review.team[0]?.personId}/candidates`;
    const host = county.schools.find(({ id }) => id === review.schoolId);
    const own = `Ada ${host?.head.lastName.toUpperCase()}`;
    const found = await read(`${url}?q=${encodeURIComponent(own)}`);
    expect(found.fits).toEqual({ items: [], total: 0 });
    expect(found.excluded).toMatchObject({ total: 1, items: [{ code: 'OWN', otherSchool: host?.name }] });
    const few = await read(`${url}?limit=1`);
    expect(few.excluded.items).toHaveLength(1);
    expect(few.excluded.total).toBeGreaterThan(1);
    await county.as.get(path(`${url}?limit=0`)).expect(400);
  });

  test('says what stands in the way of a school that has no date', async () => {
    const { causes } = await read(`unplaced/${lonely.id}/explanation`);
    expect(causes).toContainEqual(
      expect.objectContaining({
        kind: 'eligibility',
        lacking: expect.arrayContaining(['too-few-reviewers']),
        rules: [{ code: 'CLUSTER', adds: 22 }],
        together: ['CLUSTER'],
      }),
    );
  });

  test('forgets what was found for a school of a plan that is no more', async () => {
    const old = await buildCounty(api, 11);
    const apart = await buildSchool(api.database, old.id, { phases: ['special'], name: 'Apart' });
    await old.as
      .post('/schools/members')
      .send({ schoolIds: [apart.id], member: true, on: '2026-09-01' })
      .expect(200);
    const { id } = await planCounty(api, old, now);
    const { body: job } = await old.as.post(`/seasons/${id}/unplaced/${apart.id}/relaxations`).expect(202);
    const { body: sent } = await old.as.post(`/seasons/${id}/plan`).send({ seconds: 1 }).expect(202);
    await workOff(api.database, old.id, sent.job.id, now);
    await workOff(api.database, old.id, job.id, now);
    const { body } = await old.as.get(`/seasons/${id}/unplaced/${apart.id}/explanation`).expect(200);
    expect(body).toMatchObject({ relaxations: null, job: null });
  });

  test('stops looking for what would place a school when it is asked to', async () => {
    const { body: job } = await county.as.post(path(`unplaced/${lonely.id}/relaxations`)).expect(202);
    await county.as.post(`/jobs/${job.id}/cancel`).expect(200);
    await workOff(api.database, county.id, job.id, now);
    const { relaxations, job: ended } = await read(`unplaced/${lonely.id}/explanation`);
    expect(relaxations).toBeNull();
    expect(ended.state).toBe('cancelled');
  });

  test('names a cluster as short of days only where all who are short are of it', async () => {
    const short = await buildCounty(api, 6);
    const lent = short.schools.slice(0, 2).map(({ id }) => id);
    // With one deputy each to give, days are short.
    await api.database.withPartnership(short.id, (db) =>
      db
        .update(schema.people)
        .set({ trainedOn: null, canLead: false })
        .where(
          inArray(
            schema.people.personId,
            short.schools.map(({ deputy }) => deputy.personId),
          ),
        ),
    );
    const { body: season } = await short.as.post('/seasons').send(window).expect(201);
    // Once: what is short is short in every plan, however good.
    const planOnce = async () => {
      const { body } = await short.as.post(`/seasons/${season.id}/plan`).send({ seconds: 1 }).expect(202);
      await workOff(api.database, short.id, body.job.id, now);
    };
    await planOnce();
    const causesOf = async () => {
      const { body: board } = await short.as.get(`/seasons/${season.id}/board`).expect(200);
      const [first] = board.unplaced;
      return (await short.as.get(`/seasons/${season.id}/unplaced/${first.schoolId}/explanation`).expect(200))
        .body.causes;
    };
    expect(await causesOf()).toContainEqual(
      expect.objectContaining({
        kind: 'supply',
        clusterName: 'North',
        role: 'any',
        shortDays: 6,
        schools: 6,
      }),
    );
    const { body: south } = await short.as
      .post('/clusters')
      .send({ name: 'South', kind: 'primary-partnership' })
      .expect(201);
    await short.as
      .post(`/clusters/${south.id}/schools`)
      .send({ schoolIds: lent, inCluster: true })
      .expect(200);
    await planOnce();
    expect(await causesOf()).toContainEqual(
      expect.objectContaining({ kind: 'supply', clusterName: null, schools: 6 }),
    );
  });

  test('has no reasons where there is no review, nor for anyone outside', async () => {
    const nobody = crypto.randomUUID();
    const [seat] = review.team;
    const placed = review.schoolId;
    await read(`reviews/${lonely.id}/explanation`, 404);
    await read(`unplaced/${placed}/explanation`, 404);
    await read(`reviews/${lonely.id}/seats/${seat?.personId}/candidates`, 404);
    await read(`reviews/${placed}/seats/${nobody}/candidates`, 404);
    await county.as.post(path(`unplaced/${placed}/relaxations`)).expect(404);
    const head = api.as(county.schools[0]?.head ?? county.broker);
    const stranger = (await buildCounty(api, 0)).as;
    for (const what of [
      `reviews/${placed}/explanation`,
      `unplaced/${lonely.id}/explanation`,
      `reviews/${placed}/seats/${seat?.personId}/candidates`,
    ]) {
      await head.get(path(what)).expect(404);
      await stranger.get(path(what)).expect(404);
      await county.as.get(path(what)).expect(200);
    }
  });

  test('of before reasons were kept says that there are none', async () => {
    const old = await buildCounty(api);
    const { id } = await planCounty(api, old, now);
    const [first] = old.schools;
    await api.database.withPartnership(old.id, async (db) => {
      await db.update(schema.reviews).set({ explanation: null });
      await db.update(schema.seasons).set({ planCost: null, boundCost: null, boundUnplaced: null });
    });
    const { body } = await old.as.get(`/seasons/${id}/reviews/${first?.id}/explanation`).expect(200);
    expect(body).toEqual({ seats: null });
    expect((await old.as.get(`/seasons/${id}`).expect(200)).body.quality).toBeNull();
  });
});

test('the least changes that would place a school are found when asked for, and change nothing', async () => {
  const county = await buildCounty(api);
  const [full] = county.schools;
  const lonely = await buildSchool(api.database, county.id, { phases: ['special'], name: 'Lonely' });
  await county.as
    .post('/schools/members')
    .send({ schoolIds: [lonely.id], member: true, on: '2026-09-01' })
    .expect(200);
  // A school that can host on no day leaves three reviewer days to give.
  const days = Array.from({ length: 90 }, (_, i) => new Date(Date.UTC(2026, 8, 21 + i)))
    .filter((date) => ![0, 6].includes(date.getUTCDay()))
    .map((date) => ({ day: date.toISOString().slice(0, 10), kind: 'blocked' }));
  await county.as.put(`/schools/${full?.id}/days`).send({ days }).expect(200);
  const { id } = await planCounty(api, county, now);
  const read = async (what: string) => (await county.as.get(`/seasons/${id}/${what}`).expect(200)).body;
  const before = await read('schedule');
  const ask = () => county.as.post(`/seasons/${id}/unplaced/${lonely.id}/relaxations`);
  const orders = await Promise.all([ask(), ask()]);
  expect(orders.map(({ status }) => status).sort()).toEqual([202, 409]);
  const job = orders.find(({ status }) => status === 202)?.body;
  expect(job).toMatchObject({ kind: 'relax-school', state: 'waiting' });
  expect(await read(`unplaced/${lonely.id}/explanation`)).toMatchObject({
    relaxations: null,
    job: { id: job.id },
  });
  await workOff(api.database, county.id, job.id, now);
  const { relaxations, job: ended } = await read(`unplaced/${lonely.id}/explanation`);
  expect(ended).toMatchObject({ id: job.id, state: 'done' });
  expect(relaxations).toContainEqual({
    change: { kind: 'allow-cluster' },
    othersTouched: expect.any(Number),
  });
  expect(await read('schedule')).toEqual(before);
});

test('whoever asks while another plan takes the place of this one is answered from one plan', async () => {
  const county = await buildCounty(api);
  const { id } = await planCounty(api, county, now);
  const empty = {
    instance: { name: 'another', schools: [] },
    plan: { instance: 'another', reviews: [], unscheduled: [], cost: 0, bound: { cost: 0, unscheduled: 0 } },
    explanation: { instance: 'another', reviews: [], unplaced: [] },
  };
  const inCounty = (work: (db: Db) => Promise<void>) => api.database.withPartnership(county.id, work);
  let replaced: Promise<void> | undefined;
  await inCounty(async (db) => {
    const held = await holdPlan(db, id);
    expect(held).toMatchObject({ name: 'season-2026' });
    replaced = inCounty((other) => replaceDraft(other, county.id, id, empty, now));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await readSchedule(db, id, held!)).reviews).toHaveLength(12);
  });
  await replaced;
  const { body } = await county.as.get(`/seasons/${id}/schedule`).expect(200);
  expect(body).toEqual({ instance: 'another', reviews: [], unscheduled: [] });
});
