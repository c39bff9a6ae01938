import type { SeasonChange } from '@lateral/contract/season-publishing';
import type { Substitutes } from '@lateral/contract/season-substitutes';
import type { Db } from '@lateral/db/client';
import { dayInLondon } from '@lateral/domain/calendars/london';
import { explain } from '@lateral/planner/explain';
import { plan } from '@lateral/planner/plan';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testApi } from '../../test/api.ts';
import { buildCounty, type County, window } from '../../test/county.ts';
import { sendInvitations } from '../reviews/send-invitations.ts';
import { buildInstance } from './build-instance.ts';
import { endAsk } from './end-ask.ts';
import { readSeasonFacts } from './facts-queries.ts';
import { findSeason, replaceDraft } from './queries.ts';
import { addPrevious } from './read-previous.ts';

let now = new Date('2026-09-10T09:00:00Z');
const publicUrl = 'http://localhost:3000';
const api = await testApi({ now: () => now });
const { database, owner } = api;
afterAll(api.close);

let county: County;
let seasonId: string;
let published: SeasonChange[];

const broker = () => api.as(county.broker);
const personOf = (personId: string) =>
  county.schools.flatMap(({ head, deputy }) => [head, deputy]).find((one) => one.personId === personId)!;
const as = (personId: string) => api.as(personOf(personId));
const review = (schoolId: string) => `/reviews/${seasonId}/${schoolId}`;
const seasonReview = (schoolId: string) => `/seasons/${seasonId}/reviews/${schoolId}`;
const substitutes = async (schoolId: string): Promise<Substitutes> =>
  (
    await broker()
      .get(`${seasonReview(schoolId)}/substitutes`)
      .expect(200)
  ).body;
const ask = (schoolId: string, personId: string) =>
  broker()
    .post(`${seasonReview(schoolId)}/asks`)
    .send({ personId });
const end = (askId: string) => endAsk({ database, now, publicUrl }, { partnershipId: county.id, askId });
const publish = async () => {
  const { body } = await broker().get(`/seasons/${seasonId}/changes`).expect(200);
  await broker().post(`/seasons/${seasonId}/publish`).send({ draftVersion: body.draftVersion }).expect(200);
  return body.changes as SeasonChange[];
};
/** Plans the season again as a worker does, by steps in place of seconds: however busy the machine, the same comes out. */
const replan = async () => {
  const inCounty = <T>(work: (db: Db) => Promise<T>) => database.withPartnership(county.id, work);
  const today = dayInLondon(now);
  const instance = await inCounty(async (db) => {
    const season = await findSeason(db, seasonId);
    if (!season) throw new Error('there is no season');
    const facts = await readSeasonFacts(db, season, today);
    return addPrevious(db, seasonId, buildInstance(facts), facts, today);
  });
  const made = plan(instance, { seed: 1, effort: { steps: 40_000 } });
  const document = { format: 'psr-schedule/1', ...instance };
  const draft = { instance: document, plan: made, explanation: explain(instance, made) };
  await inCounty((db) => replaceDraft(db, county.id, seasonId, draft, now));
  return (await broker().get(`/seasons/${seasonId}/changes`).expect(200)).body.changes as SeasonChange[];
};
const askedSince = async (since: Date) =>
  (
    await owner.query<{ person_id: string; state: string }>(
      'select person_id, state from seat_asks where partnership_id = $1 and asked_at >= $2 order by asked_at',
      [county.id, since],
    )
  ).rows;

beforeAll(async () => {
  county = await buildCounty(api, 12);
  seasonId = (await broker().post('/seasons').send(window).expect(201)).body.id;
  expect(await replan()).toHaveLength(12);
  published = await publish();
  for (const { schoolId, team } of published)
    for (const { personId } of team)
      await as(personId)
        .post(`${review(schoolId)}/answer`)
        .send({ answer: 'accepted' })
        .expect(200);
});

const lead = ({ team }: SeasonChange) => team.find(({ isLead }) => isLead)!.personId;

test('one who drops out is replaced by one who fits and says yes, and nothing else of the season changes', async () => {
  const { schoolId, day } = published[0]!;
  const leaver = lead(published[0]!);
  await broker()
    .get(`${seasonReview(schoolId)}/substitutes`)
    .expect(200);
  await ask(schoolId, leaver).expect(409);
  await broker()
    .post(`${review(schoolId)}/seats/${leaver}/dropout`)
    .send({ reason: 'Unwell' })
    .expect(200);
  const { fits, excluded, empty } = await substitutes(schoolId);
  expect([empty, fits.total > 0]).toEqual([1, true]);
  // Everyone is either one who fits or told why not, but for the two who are on the team.
  expect(fits.total + excluded.total).toBe(24 - 2);
  expect(excluded.items.find(({ personId }) => personId === leaver)?.code).toBe('CONFLICT');
  const best = fits.items[0]!;
  await ask(schoolId, excluded.items[0]!.personId).expect(409);
  const { body } = await ask(schoolId, best.personId).expect(201);
  expect(body).toMatchObject({
    personId: best.personId,
    state: 'open',
    expiresAt: '2026-09-12T09:00:00.000Z',
  });
  const { body: twice } = await ask(schoolId, fits.items[1]?.personId ?? best.personId).expect(409);
  expect(['asked-already', 'does-not-fit']).toContain(twice.code);

  const { body: mine } = await as(best.personId).get('/reviews/mine').expect(200);
  expect(mine.asks).toMatchObject([{ id: body.id, schoolId, day }]);
  await as(leaver).post(`/reviews/asks/${body.id}/answer`).send({ answer: 'accepted' }).expect(404);
  const { body: joined } = await as(best.personId)
    .post(`/reviews/asks/${body.id}/answer`)
    .send({ answer: 'accepted' })
    .expect(200);
  expect(joined.review).toMatchObject({ schoolId, day, empty: 0, answer: 'accepted' });
  expect(joined.review.team.filter(({ isLead }: { isLead: boolean }) => isLead)).toHaveLength(1);
  expect((await broker().get(`/seasons/${seasonId}/changes`).expect(200)).body.changes).toEqual([]);
  await sendInvitations(database, county.id, { now, publicUrl, mailFrom: 'a@b.example' });
  const { rows } = await owner.query(
    `select person_id, part, why from invitations where partnership_id = $1 and why <> 'booked' order by why`,
    [county.id],
  );
  const host = county.schools.find(({ id }) => id === schoolId)!.head.personId;
  expect(rows).toContainEqual({ person_id: host, part: 'host', why: 'team-changed' });
  expect(rows.filter(({ why }) => why === 'joined')).toMatchObject([{ person_id: best.personId }]);
  expect(rows.filter(({ why }) => why === 'dropped-out')).toMatchObject([{ person_id: leaver }]);
  expect(rows.length).toBeLessThanOrEqual(4);
});

test('an ask that expires, or that somebody says no to, moves to the next best, once', async () => {
  now = new Date('2026-09-14T09:00:00Z');
  const { schoolId } = published[1]!;
  const leaver = published[1]!.team.find(({ isLead }) => !isLead)!.personId;
  await as(leaver)
    .post(`${review(schoolId)}/answer`)
    .send({ answer: 'declined', reason: 'A funeral' })
    .expect(200);
  const { fits } = await substitutes(schoolId);
  expect(fits.total).toBeGreaterThan(2);
  const [first, second, third] = fits.items.map(({ personId }) => personId);
  const { body } = await ask(schoolId, first!).expect(201);
  await end(body.id);
  expect(await askedSince(now)).toEqual([{ person_id: first, state: 'open' }]);

  const began = now;
  now = new Date('2026-09-16T09:00:01Z');
  await Promise.allSettled([end(body.id), end(body.id)]);
  await end(body.id);
  expect(await askedSince(began)).toEqual([
    { person_id: first, state: 'expired' },
    { person_id: second, state: 'open' },
  ]);
  await as(first!).post(`/reviews/asks/${body.id}/answer`).send({ answer: 'accepted' }).expect(409);

  const { body: mine } = await as(second!).get('/reviews/mine').expect(200);
  const [open] = mine.asks;
  await as(second!)
    .post(`/reviews/asks/${open.id}/answer`)
    .send({ answer: 'declined', reason: 'Away' })
    .expect(200);
  now = new Date('2026-09-16T10:00:00Z');
  await end(open.id);
  await end(open.id);
  expect((await askedSince(began)).map(({ person_id }) => person_id)).toEqual([first, second, third]);
});

test('planning again leaves alone what has been agreed, and moves the one whose day has become an INSET day', async () => {
  now = new Date('2026-09-17T09:00:00Z');
  // The seat that is still being asked for is closed first.
  const open = (await askedSince(new Date(0))).filter(({ state }) => state === 'open');
  expect(open).toHaveLength(1);
  const { body: mine } = await as(open[0]!.person_id).get('/reviews/mine').expect(200);
  await as(open[0]!.person_id)
    .post(`/reviews/asks/${mine.asks[0].id}/answer`)
    .send({ answer: 'accepted' })
    .expect(200);
  const { schoolId, day } = published.find((one) => one.day > '2026-09-25')!;
  await owner.query(`insert into school_days values ($1, $2, $3, 'inset')`, [county.id, schoolId, day]);
  const changes = await replan();
  expect(changes.map(({ kind, schoolId: id, wasDay }) => [kind, id, wasDay])).toEqual([
    ['moved', schoolId, day],
  ]);
  expect(changes[0]!.day).not.toBe(day);
  await publish();
  for (const { personId } of changes[0]!.team.filter(({ change }) => change !== 'leaves'))
    await as(personId)
      .post(`${review(schoolId)}/answer`)
      .send({ answer: 'accepted' })
      .expect(200);
  expect(await replan()).toEqual([]);
});

test('a review whose day is past is not planned again, and what its reviewers gave counts', async () => {
  const past = published.toSorted((a, b) => (a.day < b.day ? -1 : 1))[0]!;
  const { rows } = await owner.query<{ day: string }>(
    `select day::text as day from bookings where partnership_id = $1 and school_id = $2`,
    [county.id, past.schoolId],
  );
  now = new Date(`${rows[0]!.day}T18:00:00Z`);
  expect(await replan()).toEqual([]);
  const { body: board } = await broker().get(`/seasons/${seasonId}/board`).expect(200);
  expect(board.reviews).toHaveLength(12);
  const { body: instance } = await broker().get(`/seasons/${seasonId}/instance`).expect(200);
  const host = instance.schools.find(({ id }: { id: string }) => id === past.schoolId);
  expect(host.receives).toBe(false);
});
