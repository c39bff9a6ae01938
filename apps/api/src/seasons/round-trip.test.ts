import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Db } from '@lateral/db/client';
import * as schema from '@lateral/db/schema';
import { explain } from '@lateral/planner/explain';
import type { Instance, Plan, Schedule } from '@lateral/planner/instance';
import { plan } from '@lateral/planner/plan';
import { readInstance } from '@lateral/planner/read-instance';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testApi } from '../../test/api.ts';
import { buildPerson, buildSchool } from '../../test/builders.ts';
import { buildCounty, type County, window } from '../../test/county.ts';
import { buildInstance } from './build-instance.ts';
import { readSeasonFacts } from './facts-queries.ts';
import { replaceDraft } from './queries.ts';

const now = new Date('2026-09-10T09:00:00Z');
const today = '2026-09-10';
const api = await testApi({ now: () => now });
afterAll(api.close);

const judgeFile = new URL('../../../../../shared/seasons/check.mjs', import.meta.url);
const isThere = existsSync(judgeFile);
if (!isThere)
  console.info('The judge of seasons is not beside this checkout (../shared/seasons): its part is skipped.');

const trained = { trainedOn: '2026-06-01', canLead: true };
let county: County;
let seasonId: string;
let instance: Instance;
let document: Instance & { format: string };
let made: Plan;

const inCounty = <T>(work: (db: Db) => Promise<T>) => api.database.withPartnership(county.id, work);
const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id).sort();

/**
 * A county with all that is awkward: a head of two schools, a trust, two clusters, blocked days and INSET days, leaders
 * who are away or not trained, a school that is no member, a special school that nobody may review.
 */
async function buildAwkwardCounty() {
  county = await buildCounty(api, 14);
  const [first, second, third] = county.schools;
  if (!first || !second || !third) throw new Error('not built');
  const lonely = await buildSchool(api.database, county.id, { phases: ['special'], name: 'Lonely' });
  await buildSchool(api.database, county.id, { name: 'Outside' });
  await county.as
    .post('/schools/members')
    .send({ schoolIds: [lonely.id], member: true, on: '2026-09-01' })
    .expect(200);
  await buildPerson(api.database, county.id, 'deputy', third.id);
  await inCounty(async (db) => {
    const own = { partnershipId: county.id };
    await db.insert(schema.roles).values({
      ...own,
      personId: first.head.personId,
      schoolId: second.id,
      role: 'headteacher',
    });
    await db.update(schema.schools).set({ trust: 'A trust' }).where(eq(schema.schools.id, first.id));
    await db.update(schema.schools).set({ trust: 'A trust' }).where(eq(schema.schools.id, third.id));
    await db.insert(schema.schoolDays).values([
      { ...own, schoolId: first.id, day: '2026-10-05', kind: 'blocked' },
      { ...own, schoolId: first.id, day: '2026-10-06', kind: 'inset' },
      { ...own, schoolId: second.id, day: '2026-11-02', kind: 'inset' },
    ]);
    await db.insert(schema.leaderDays).values({ ...own, personId: third.head.personId, day: '2026-10-07' });
  });
  const { body: south } = await county.as
    .post('/clusters')
    .send({ name: 'South', kind: 'special-county' })
    .expect(201);
  await county.as
    .post(`/clusters/${south.id}/schools`)
    .send({ schoolIds: [lonely.id], inCluster: true })
    .expect(200);
}

beforeAll(async () => {
  await buildAwkwardCounty();
  const { body: season } = await county.as.post('/seasons').send(window).expect(201);
  seasonId = season.id;
  instance = await inCounty(async (db) =>
    buildInstance(
      await readSeasonFacts(db, { ...window, id: seasonId, offersOpenedAt: null, rules: null }, today),
    ),
  );
  document = { format: 'psr-schedule/1', ...instance };
  made = plan(instance, { seed: 1, effort: { steps: 20_000 } });
  await inCounty((db) =>
    replaceDraft(
      db,
      county.id,
      seasonId,
      { instance: document, plan: made, explanation: explain(instance, made) },
      now,
    ),
  );
});

const inOrder = ({ instance: name, reviews, unscheduled }: Schedule) => ({
  instance: name,
  reviews: reviews
    .map((review) => ({ ...review, team: review.team.toSorted() }))
    .sort((a, b) => (a.school < b.school ? -1 : 1)),
  unscheduled: unscheduled.toSorted((a, b) => (a.school < b.school ? -1 : 1)),
});

test('facts become an instance that the planner accepts as it is', () => {
  const read = readInstance(JSON.parse(JSON.stringify(document)));
  expect(read).toEqual({ instance });
});

test('a draft gives back exactly the schedule and the instance that it was written from', async () => {
  const { body: schedule } = await county.as.get(`/seasons/${seasonId}/schedule`).expect(200);
  // A team is a set, and so is a schedule: their order says nothing.
  expect(inOrder(schedule)).toEqual(inOrder(made));
  expect(schedule.reviews).toHaveLength(14);
  expect(schedule.unscheduled).toHaveLength(1);
  const { body } = await county.as.get(`/seasons/${seasonId}/instance`).expect(200);
  expect(body).toEqual(document);
  expect((await county.as.get(`/seasons/${seasonId}`).expect(200)).body.quality).toEqual({
    cost: made.cost,
    boundCost: made.bound.cost,
    boundUnplaced: made.bound.unscheduled,
  });
});

test.skipIf(!isThere)('what comes back is legal and costs what the planner said, by the judge', async () => {
  const { check } = await import(pathToFileURL(judgeFile.pathname).href);
  const { body } = await county.as.get(`/seasons/${seasonId}/instance`).expect(200);
  const { body: schedule } = await county.as.get(`/seasons/${seasonId}/schedule`).expect(200);
  expect(check(body, schedule, { noBound: true })).toMatchObject({
    hosts: 15,
    scheduled: 14,
    hard: 0,
    soft: { total: made.cost },
  });
});

test('each member school and each cluster is in the instance once, and nothing else', async () => {
  const rows = await inCounty((db) =>
    db
      .selectDistinct({ id: schema.memberships.schoolId, trust: schema.schools.trust })
      .from(schema.memberships)
      .innerJoin(schema.schools, eq(schema.schools.id, schema.memberships.schoolId)),
  );
  expect(rows).toHaveLength(15);
  expect(idsOf(instance.schools)).toEqual(idsOf(rows));
  const clusters = await inCounty((db) => db.select({ id: schema.clusters.id }).from(schema.clusters));
  const own = instance.clusters.filter(({ id }) => !id.startsWith('unassigned-'));
  expect(idsOf(own)).toEqual(idsOf(clusters));
  const assigned = await inCounty((db) =>
    db
      .select({ school: schema.clusterSchools.schoolId, cluster: schema.clusterSchools.clusterId })
      .from(schema.clusterSchools),
  );
  const pairs = (list: { school: string; cluster: string }[]) =>
    list.map(({ school, cluster }) => `${school} ${cluster}`).sort();
  expect(
    pairs(
      instance.schools.flatMap(({ id, clusterIds }) =>
        clusterIds.map((cluster) => ({ school: id, cluster })),
      ),
    ),
  ).toEqual(pairs(assigned));
  const grouped = (list: { id: string; groupId: string | null }[]) =>
    list.filter(({ groupId }) => groupId !== null).map(({ id, groupId }) => `${id} ${groupId}`);
  expect(grouped(instance.schools).sort()).toEqual(
    grouped(rows.map(({ id, trust }) => ({ id, groupId: trust }))).sort(),
  );
  expect(instance.groups).toEqual([{ id: 'A trust' }]);
});

test('each leader is in the instance once, trained or not as the database says, with all of their schools', async () => {
  const rows = await inCounty((db) =>
    db
      .select({
        id: schema.people.personId,
        trainedOn: schema.people.trainedOn,
        canLead: schema.people.canLead,
        role: schema.roles.role,
        schoolId: schema.roles.schoolId,
      })
      .from(schema.roles)
      .innerJoin(schema.people, eq(schema.people.personId, schema.roles.personId)),
  );
  const heads = rows.filter(({ role }) => role === 'headteacher');
  const deputies = rows.filter(({ role }) => role === 'deputy');
  expect([heads.length, deputies.length]).toEqual([15, 15]);
  const people = new Map([...heads, ...deputies].map((row) => [row.id, row]));
  expect(idsOf(instance.leaders)).toEqual([...people.keys()].sort());
  const facts = (list: readonly { id: string; trainedOn: string | null; canLead: boolean }[]) =>
    list.map(({ id, trainedOn, canLead }) => `${id} ${trainedOn} ${canLead}`).sort();
  expect(facts(instance.leaders)).toEqual(facts([...people.values()]));
  expect(instance.leaders.filter(({ trainedOn }) => trainedOn === trained.trainedOn)).toHaveLength(28);
  const homes = instance.leaders.flatMap(({ id, role, schoolIds }) =>
    schoolIds.map((schoolId) => `${id} ${role === 'head' ? 'headteacher' : 'deputy'} ${schoolId}`),
  );
  expect(homes.sort()).toEqual(
    [...heads, ...deputies].map(({ id, role, schoolId }) => `${id} ${role} ${schoolId}`).sort(),
  );
});

test('each day that a school or a leader has blocked is in the instance once', async () => {
  const { schoolDays, leaderDays } = await inCounty(async (db) => ({
    schoolDays: await db.select().from(schema.schoolDays),
    leaderDays: await db.select().from(schema.leaderDays),
  }));
  expect([schoolDays.length, leaderDays.length]).toEqual([3, 1]);
  expect(
    instance.schools
      .flatMap(({ id, inset, unavailable }) => [
        ...inset.map((day) => `${id} inset ${day}`),
        ...unavailable.map((day) => `${id} blocked ${day}`),
      ])
      .sort(),
  ).toEqual(schoolDays.map(({ schoolId, kind, day }) => `${schoolId} ${kind} ${day}`).sort());
  expect(instance.leaders.flatMap(({ id, unavailable }) => unavailable.map((day) => `${id} ${day}`))).toEqual(
    leaderDays.map(({ personId, day }) => `${personId} ${day}`),
  );
});
