import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import * as schema from '@lateral/db/schema';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testApi } from '../../test/api.ts';
import { type BuiltPerson, buildPartnership, buildPerson, buildSchool } from '../../test/builders.ts';
import { workOff } from '../../test/work.ts';

const now = new Date('2026-09-10T09:00:00Z');
const api = await testApi({ now: () => now });
const { database } = api;
afterAll(api.close);

const judgeFile = new URL('../../../../../shared/seasons/check.mjs', import.meta.url);
const isThere = existsSync(judgeFile);
if (!isThere)
  console.info('The judge of seasons is not beside this checkout (../shared/seasons): its part is skipped.');

const autumn = { name: 'Autumn', start: '2026-09-01', end: '2026-12-18' };
const window = { year: 2026, windowStart: '2026-09-21', windowEnd: '2026-12-18' };

/** Twelve primary schools in one cluster, each with a trained head and deputy, and the terms of the year. */
async function buildCounty(schools = 12) {
  const { id } = await buildPartnership(database);
  const broker = await buildPerson(database, id, 'broker');
  const built = [];
  for (let i = 0; i < schools; i++) {
    const school = await buildSchool(database, id, {
      easting: 390_000 + 2000 * i,
      name: `School ${String(i).padStart(2, '0')}`,
    });
    const trained = { trainedOn: '2026-06-01', canLead: true };
    const head = await buildPerson(database, id, 'headteacher', school.id, trained);
    await buildPerson(database, id, 'deputy', school.id, trained);
    built.push({ ...school, head });
  }
  const as = api.as(broker);
  const schoolIds = built.map((school) => school.id);
  if (schools > 0) {
    await as.post('/schools/members').send({ schoolIds, member: true, on: '2026-09-01' }).expect(200);
    const { body: cluster } = await as
      .post('/clusters')
      .send({ name: 'North', kind: 'primary-partnership' })
      .expect(201);
    await as
      .post(`/clusters/${cluster.id}/schools`)
      .send({ schoolIds, inCluster: true })
      .expect(200)
      .expect(({ body }) => expect(body).toEqual({ changed: schools, changeId: expect.any(String) }));
  }
  await as
    .put('/calendars/2026')
    .set('if-match', '"0"')
    .send({ terms: [autumn], closures: [] })
    .expect(200);
  return { id, broker, as, schools: built };
}

async function plan(county: { id: string; broker: BuiltPerson }, seconds = 1) {
  const as = api.as(county.broker);
  const { body: season } = await as.post('/seasons').send(window).expect(201);
  const { body: sent } = await as.post(`/seasons/${season.id}/plan`).send({ seconds }).expect(202);
  await workOff(database, county.id, sent.job.id, now);
  return (await as.get(`/seasons/${season.id}`).expect(200)).body;
}

describe('a season', () => {
  let county: Awaited<ReturnType<typeof buildCounty>>;
  let season: Awaited<ReturnType<typeof plan>>;
  beforeAll(async () => {
    county = await buildCounty();
    season = await plan(county);
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
  const county = await buildCounty(11);
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
  const county = await buildCounty(4);
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
  const county = await buildCounty();
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
  const county = await buildCounty(4);
  const { body: season } = await county.as.post('/seasons').send(window).expect(201);
  const order = () => county.as.post(`/seasons/${season.id}/plan`).send({ seconds: 1 });
  const answers = await Promise.all([order(), order()]);
  expect(answers.map(({ status }) => status).sort()).toEqual([202, 409]);
});

test('planning asked to stop keeps the best so far', async () => {
  const county = await buildCounty();
  const { body: season } = await county.as.post('/seasons').send(window).expect(201);
  const { body: sent } = await county.as.post(`/seasons/${season.id}/plan`).send({ seconds: 60 }).expect(202);
  const working = workOff(database, county.id, sent.job.id, now);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await county.as.post(`/jobs/${sent.job.id}/cancel`).expect(200);
  const began = Date.now();
  await working;
  expect(Date.now() - began).toBeLessThan(10_000);
  const { body } = await county.as.get(`/seasons/${season.id}`).expect(200);
  expect(body).toMatchObject({ placed: 12, job: { state: 'cancelled', cancelAsked: true } });
  expect((await county.as.post(`/jobs/${sent.job.id}/cancel`).expect(409)).body.code).toBe('already-ended');
});
