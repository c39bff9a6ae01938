import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import * as schema from '@lateral/db/schema';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testApi } from '../../test/api.ts';
import { buildSchool } from '../../test/builders.ts';
import { buildCounty, type County, planCounty, window } from '../../test/county.ts';
import { workOff } from '../../test/work.ts';

const now = new Date('2026-09-10T09:00:00Z');
const api = await testApi({ now: () => now });
const { database } = api;
afterAll(api.close);

const judgeFile = new URL('../../../../../shared/seasons/check.mjs', import.meta.url);
const isThere = existsSync(judgeFile);
if (!isThere)
  console.info('The judge of seasons is not beside this checkout (../shared/seasons): its part is skipped.');

const build = (schools = 12) => buildCounty(api, schools);
const plan = (county: County, wanted = {}) => planCounty(api, county, now, wanted);

describe('a season', () => {
  let county: Awaited<ReturnType<typeof build>>;
  let season: Awaited<ReturnType<typeof plan>>;
  beforeAll(async () => {
    county = await build();
    season = await plan(county, { isNear: true });
  });

  test('places every school where there is enough of everything, and says so', () => {
    expect(season).toMatchObject({
      members: 12,
      placed: 12,
      unplaced: 0,
      supply: { needed: 36, available: 36 },
      job: { state: 'done' },
    });
  });

  test('is told with what its plan costs and what is proven of every plan', () => {
    const { cost, boundCost, boundUnplaced } = season.quality;
    expect(boundUnplaced).toBe(0);
    expect(boundCost).toBeGreaterThan(0);
    expect(cost).toBeGreaterThanOrEqual(boundCost);
    // Twelve schools are few: the bound is near.
    expect(cost).toBeLessThan(boundCost * 1.1);
  });

  test.skipIf(!isThere)('breaks no hard rule, by the judge', async () => {
    const { check } = await import(pathToFileURL(judgeFile.pathname).href);
    const { body: instance } = await county.as.get(`/seasons/${season.id}/instance`).expect(200);
    const { body: schedule } = await county.as.get(`/seasons/${season.id}/schedule`).expect(200);
    expect(check(instance, schedule, { noBound: true })).toMatchObject({ hosts: 12, scheduled: 12, hard: 0 });
  });

  test('is shown as a board by cluster and week', async () => {
    const { body } = await county.as.get(`/seasons/${season.id}/board`).expect(200);
    expect(body.clusters).toMatchObject([
      { name: 'North', schools: 12, placed: 12, supply: { needed: 36, available: 36 } },
    ]);
    expect(body.reviews).toHaveLength(12);
    for (const review of body.reviews) expect(review.team).toHaveLength(3);
    expect(body.load).toEqual([{ days: 3, schools: 12 }]);
    const { body: calendar } = await county.as.get('/calendars/2026').expect(200);
    expect(calendar.weeks.reduce((sum: number, week: { reviews: number }) => sum + week.reviews, 0)).toBe(12);
  });

  test('that is only a draft is the broker’s alone', async () => {
    const [first] = county.schools;
    if (!first) throw new Error('not built');
    const as = api.as(first.head);
    await as.get(`/seasons/${season.id}/board`).expect(404);
    expect((await as.get(`/schools/${first.id}`).expect(200)).body.review).toBeNull();
    const { body } = await as.get('/calendars/2026').expect(200);
    expect(body.weeks.every((week: { reviews: number }) => week.reviews === 0)).toBe(true);
    expect((await county.as.get(`/schools/${first.id}`).expect(200)).body.review.team).toHaveLength(3);
  });

  test('keeps no names in what the planner is given', async () => {
    const { body } = await county.as.get(`/seasons/${season.id}/instance`).expect(200);
    expect(JSON.stringify(body)).not.toMatch(/Fern|School 0/);
  });

  test('is one for each year', async () => {
    const { body } = await county.as.post('/seasons').send(window).expect(409);
    expect(body.code).toBe('season-exists');
  });
});

test('a school that cannot be placed is named with its reason', async () => {
  const county = await build(11);
  const lonely = await buildSchool(database, county.id, { phases: ['special'], name: 'Lonely' });
  await county.as
    .post('/schools/members')
    .send({ schoolIds: [lonely.id], member: true, on: '2026-09-01' })
    .expect(200);
  const season = await plan(county);
  expect(season).toMatchObject({ members: 12, placed: 11, unplaced: 1 });
  const { body } = await county.as.get(`/seasons/${season.id}/board`).expect(200);
  expect(body.unplaced).toMatchObject([
    { schoolName: 'Lonely', reasons: expect.arrayContaining(['too-few-reviewers']) },
  ]);
});

test('days short are counted before anything is planned', async () => {
  const county = await build(4);
  await database.withPartnership(county.id, (db) =>
    db.update(schema.people).set({ trainedOn: null, canLead: false }),
  );
  const { body } = await county.as.post('/seasons').send(window).expect(201);
  expect(body).toMatchObject({ supply: { needed: 12, available: 0 }, blockers: ['no-trained-leaders'] });
  expect((await county.as.post(`/seasons/${body.id}/plan`).send({}).expect(409)).body.code).toBe(
    'no-trained-leaders',
  );
});

test('an INSET day and a leader’s day away are kept free', async () => {
  const county = await build();
  const [first] = county.schools;
  if (!first) throw new Error('not built');
  // Every weekday but Fridays: what is left shows that these days were heeded.
  const days = Array.from({ length: 90 }, (_, i) => new Date(Date.UTC(2026, 8, 21 + i)))
    .filter((date) => ![0, 5, 6].includes(date.getUTCDay()))
    .map((date) => date.toISOString().slice(0, 10));
  await county.as
    .put(`/schools/${first.id}/days`)
    .send({ days: days.map((day) => ({ day, kind: 'blocked' })) })
    .expect(200);
  await county.as.put(`/people/${first.head.personId}/away-days`).send({ days }).expect(200);
  const season = await plan(county);
  const { body } = await county.as.get(`/seasons/${season.id}/board`).expect(200);
  const weekday = (day: string) => new Date(day).getUTCDay();
  const own = body.reviews.find((review: { schoolId: string }) => review.schoolId === first.id);
  expect(weekday(own.day)).toBe(5);
  const given = body.reviews.filter((review: { team: { personId: string }[] }) =>
    review.team.some(({ personId }) => personId === first.head.personId),
  );
  expect(given.length).toBeGreaterThan(0);
  for (const review of given) expect(weekday(review.day)).toBe(5);
});

test('two brokers who plan at the same moment plan once', async () => {
  const county = await build(4);
  const { body: season } = await county.as.post('/seasons').send(window).expect(201);
  const order = () => county.as.post(`/seasons/${season.id}/plan`).send({ seconds: 1 });
  const answers = await Promise.all([order(), order()]);
  expect(answers.map(({ status }) => status).sort()).toEqual([202, 409]);
});

test('planning tells how far it is and how near to the best, and asked to stop keeps the best so far', async () => {
  const county = await build(45);
  const { body: season } = await county.as.post('/seasons').send(window).expect(201);
  expect(season.quality).toBeNull();
  const { body: sent } = await county.as.post(`/seasons/${season.id}/plan`).send({ seconds: 60 }).expect(202);
  const working = workOff(database, county.id, sent.job.id, now);
  const read = async () => (await county.as.get(`/seasons/${season.id}`).expect(200)).body;
  await expect
    .poll(async () => (await read()).job.progress, { timeout: 20_000, interval: 300 })
    .toMatchObject({ total: 1000, step: '45 of 45', percentAbove: expect.any(Number) });
  await county.as.post(`/jobs/${sent.job.id}/cancel`).expect(200);
  const began = Date.now();
  await working;
  expect(Date.now() - began).toBeLessThan(10_000);
  const stopped = await read();
  expect(stopped).toMatchObject({ placed: 45, job: { state: 'cancelled', cancelAsked: true } });
  expect(stopped.quality.cost).toBeGreaterThanOrEqual(stopped.quality.boundCost);
  expect((await county.as.post(`/jobs/${sent.job.id}/cancel`).expect(409)).body.code).toBe('already-ended');
});

describe('once members are asked for their days', () => {
  const asked = async () => {
    const county = await build(4);
    const { body: season } = await county.as.post('/seasons').send(window).expect(201);
    expect(season.supply).toEqual({ needed: 12, available: 12 });
    await county.as.put(`/seasons/${season.id}/offer-round`).send({ until: '2026-10-02' }).expect(200);
    const [first, second, third] = county.schools;
    if (!first || !second || !third) throw new Error('not built');
    return { county, season, first, second, third };
  };
  type Asked = Awaited<ReturnType<typeof asked>>;
  const offer = ({ season }: Asked, school: County['schools'][number], more: object = {}) =>
    api
      .as(school.head)
      .put(`/seasons/${season.id}/offers/${school.id}`)
      .set('if-match', '"0"')
      .send({
        ...{ leaders: [], blocked: [], preferred: [], avoided: [], focus: [] },
        barred: { schoolIds: [], personIds: [] },
        ...more,
      })
      .expect(200);
  const going = (person: { personId: string }, halfDays: number, more: object = {}) => ({
    ...{ personId: person.personId, halfDays, expertise: [], away: [] },
    ...more,
  });
  const supplyOf = async ({ county, season }: Asked) =>
    (await county.as.get(`/seasons/${season.id}`).expect(200)).body.supply;

  test('the days that are short follow what is offered, and what is not offered is not there', async () => {
    const built = await asked();
    const { first, second } = built;
    expect(await supplyOf(built)).toEqual({ needed: 12, available: 0 });
    await offer(built, first, { leaders: [going(first.head, 3), going(first.deputy, 3)] });
    expect(await supplyOf(built)).toEqual({ needed: 12, available: 3 });
    // Five half-days are two whole days.
    await offer(built, second, { leaders: [going(second.head, 2), going(second.deputy, 3)] });
    expect(await supplyOf(built)).toEqual({ needed: 12, available: 5 });
  });

  test('the plan keeps to them, and to what schools ask for', async () => {
    const built = await asked();
    const { county, season, first, second, third } = built;
    for (const school of county.schools) {
      const own = school === first;
      await offer(built, school, {
        leaders: [
          going(school.head, 4, { expertise: ['send'] }),
          going(school.deputy, own ? 0 : 4, { away: [{ day: '2026-11-10', part: 'morning' }] }),
        ],
        ...(own && {
          blocked: [{ day: '2026-11-12', part: 'afternoon' }],
          preferred: ['2026-11-17'],
          avoided: ['2026-11-18'],
          focus: ['send'],
          barred: { schoolIds: [second.id], personIds: [third.deputy.personId] },
        }),
      });
    }
    await county.as.post(`/seasons/${season.id}/plan`).send({ seconds: 1 }).expect(202);
    const { body: sent } = await county.as.get(`/seasons/${season.id}`).expect(200);
    await workOff(database, county.id, sent.job.id, now);
    const { body: instance } = await county.as.get(`/seasons/${season.id}/instance`).expect(200);
    const leaderOf = (person: { personId: string }) =>
      instance.leaders.find((leader: { id: string }) => leader.id === person.personId);
    expect(leaderOf(first.head)).toMatchObject({ maxReviews: 2, targetHalfDays: 4, expertise: ['send'] });
    expect(leaderOf(first.deputy)).toMatchObject({ maxReviews: 0, targetHalfDays: 0, unavailable: [] });
    expect(leaderOf(third.deputy)).toMatchObject({ maxReviews: 2, unavailable: ['2026-11-10'] });
    expect(instance.units.map(({ maxDays }: { maxDays: number }) => maxDays).sort()).toEqual([2, 4, 4, 4]);
    expect(instance.schools.find((school: { id: string }) => school.id === first.id)).toMatchObject({
      unavailable: ['2026-11-12'],
      preferred: ['2026-11-17'],
      avoid: ['2026-11-18'],
      focus: [{ area: 'send', required: false }],
    });
    expect(instance.conflicts).toEqual(
      expect.arrayContaining([
        { schoolA: first.id, schoolB: second.id },
        { leaderId: third.deputy.personId, schoolId: first.id },
      ]),
    );
    const { body: schedule } = await county.as.get(`/seasons/${season.id}/schedule`).expect(200);
    const teams: { school: string; team: string[] }[] = schedule.reviews;
    expect(teams.length).toBeGreaterThan(0);
    for (const { team } of teams) expect(team).not.toContain(first.deputy.personId);
    const hosted = teams.find(({ school }) => school === first.id)?.team ?? [];
    for (const barred of [second.head, second.deputy, third.deputy])
      expect(hosted).not.toContain(barred.personId);
  });
});
