import type { SeasonReviewer } from '@lateral/contract/season-lists';
import type { Board, Season } from '@lateral/contract/seasons';
import { bookedSeats, schools } from '@lateral/db/schema';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testApi } from '../../test/api.ts';
import { buildPartnership, buildPerson } from '../../test/builders.ts';
import { buildCounty, type County, planCounty } from '../../test/county.ts';

let now = new Date('2026-09-10T09:00:00Z');
const api = await testApi({ now: () => now });
afterAll(api.close);

let county: County;
let season: Season;
let board: Board;
beforeAll(async () => {
  county = await buildCounty(api, 12);
  season = await planCounty(api, county, now);
  await county.as
    .post(`/seasons/${season.id}/publish`)
    .send({ draftVersion: season.draftVersion })
    .expect(200);
  board = (await county.as.get(`/seasons/${season.id}/board`).expect(200)).body;
});

const reviewers = async (query = '', as = county.as) =>
  (await as.get(`/seasons/${season.id}/reviewers${query}`).expect(200)).body as {
    items: SeasonReviewer[];
    next: string | null;
    total: number;
  };
const csv = async (path: string) => {
  const { text, headers } = await county.as.get(`/seasons/${season.id}/${path}`).expect(200);
  expect(headers['content-type']).toBe('text/csv; charset=utf-8');
  return text.replace('\uFEFF', '').trimEnd().split('\r\n');
};

test('every leader is listed with what they give, those with most left to give first', async () => {
  const { items, total } = await reviewers('?limit=200');
  expect(total).toBe(24);
  for (const one of items) {
    const own = board.reviews.filter(({ team }) => team.some(({ personId }) => personId === one.personId));
    expect(one).toMatchObject({ done: 0, booked: own.length, drafted: 0, left: one.most - own.length });
    expect(one.next?.day ?? null).toBe(own.map(({ day }) => day).sort()[0] ?? null);
    expect(one.clusterName).toBe('North');
  }
  const lefts = items.map(({ left }) => left);
  expect(lefts).toEqual(lefts.toSorted((a, b) => b - a));
  expect(items.reduce((sum, { booked }) => sum + booked, 0)).toBe(36);
});

test('page by page everybody comes once', async () => {
  const seen: string[] = [];
  let next: string | null = '';
  while (next !== null) {
    const page: Awaited<ReturnType<typeof reviewers>> = await reviewers(
      `?limit=7${next && `&cursor=${encodeURIComponent(next)}`}`,
    );
    seen.push(...page.items.map(({ personId }) => personId));
    next = page.next;
  }
  expect(seen).toHaveLength(24);
  expect(new Set(seen).size).toBe(24);
  await county.as.get(`/seasons/${season.id}/reviewers?cursor=nonsense`).expect(400);
});

test('reviewers are found by school, cluster and phase, and a review that is over counts as done', async () => {
  const found = await reviewers('?q=school%2003');
  expect(found.items.map(({ schoolName }) => schoolName)).toEqual(['School 03', 'School 03']);
  expect((await reviewers('?phase=special')).total).toBe(0);
  expect((await reviewers(`?cluster=${board.clusters[0]?.id}`)).total).toBe(24);
  expect((await reviewers('?cluster=none')).total).toBe(0);
  const [first] = board.reviews.toSorted((a, b) => a.day.localeCompare(b.day));
  const before = now;
  now = new Date(`${first?.day}T18:00:00Z`);
  const { items } = await reviewers('?limit=200', api.as(county.broker));
  now = before;
  const went = items.filter(({ done }) => done > 0).map(({ personId }) => personId);
  expect(went.length).toBeGreaterThanOrEqual(3);
  for (const { personId } of first?.team ?? []) expect(went).toContain(personId);
});

test('who has not said yes or no to a review to come can be found, until they do', async () => {
  const asked = new Set(board.reviews.flatMap(({ team }) => team.map(({ personId }) => personId)));
  const { total, items } = await reviewers('?answer=waiting&limit=200');
  expect(total).toBe(asked.size);
  for (const { unanswered, booked } of items) expect(unanswered).toBe(booked);
  const today = async () => {
    const { tasks } = (await county.as.get('/today').expect(200)).body;
    return tasks.find(({ kind }: { kind: string }) => kind === 'answers-waiting')?.count;
  };
  expect(await today()).toBe(asked.size);

  const [one] = items as [SeasonReviewer];
  const own = board.reviews.filter(({ team }) => team.some(({ personId }) => personId === one.personId));
  const { schools: built } = county;
  const person = built.flatMap(({ head, deputy }) => [head, deputy]).find((p) => p.personId === one.personId);
  if (!person) throw new Error('not built');
  for (const { schoolId } of own)
    await api
      .as(person)
      .post(`/reviews/${season.id}/${schoolId}/answer`)
      .send({ answer: 'accepted' })
      .expect(200);
  const left = await reviewers('?answer=waiting&limit=200');
  expect(left.total).toBe(asked.size - 1);
  expect(left.items.map(({ personId }) => personId)).not.toContain(one.personId);
  expect(await today()).toBe(asked.size - 1);
  const rows = await csv('reviewers.csv?answer=waiting');
  expect(rows).toHaveLength(asked.size);
});

test('the board is saved as it is filtered, with every reviewer and what they answered', async () => {
  const [first] = board.reviews as [Board['reviews'][number]];
  const lead = first.team.find(({ personId }) => personId === first.leadId)!;
  await api.database.withPartnership(county.id, async (db) => {
    const isTeam = eq(bookedSeats.schoolId, first.schoolId);
    await db.update(bookedSeats).set({ state: 'asked', answeredAt: null }).where(isTeam);
    await db
      .update(bookedSeats)
      .set({ state: 'accepted', answeredAt: now })
      .where(and(isTeam, eq(bookedSeats.personId, lead.personId)));
    await db.update(schools).set({ name: '=Sum' }).where(eq(schools.id, first.schoolId));
  });
  const rows = await csv('reviews.csv');
  expect(rows).toHaveLength(13);
  expect(rows[0]).toMatch(/^School,URN,Cluster,Day,How it stands,Lead,Reviewer 1,/);
  const own = rows.find((row) => row.startsWith("'=Sum"))?.split(',');
  expect(own?.slice(2, 6)).toEqual(['North', first.day, 'Asked', lead.name]);
  expect(own?.slice(6, 9)).toEqual([lead.name, lead.schoolName, 'yes']);
  expect(own?.filter((cell) => cell === 'asked')).toHaveLength(2);
  expect(await csv('reviews.csv?tab=none')).toHaveLength(1);
  const words = encodeURIComponent(`${lead.schoolName.toLowerCase()} north`);
  expect(await csv(`reviews.csv?q=${words}`)).not.toHaveLength(1);
  expect(await csv('reviewers.csv')).toHaveLength(25);
  await county.as.get(`/seasons/${season.id}/reviews.csv?tab=other`).expect(400);
});

test('nothing of it is read from another partnership, nor by a head', async () => {
  const other = await buildPartnership(api.database);
  const stranger = api.as(await buildPerson(api.database, other.id, 'broker'));
  for (const path of ['reviewers', 'reviewers.csv', 'reviews.csv']) {
    await stranger.get(`/seasons/${season.id}/${path}`).expect(404);
    await api.as(county.schools[0]!.head).get(`/seasons/${season.id}/${path}`).expect(404);
    await api.anonymous().get(`/api/seasons/${season.id}/${path}`).expect(401);
  }
});
