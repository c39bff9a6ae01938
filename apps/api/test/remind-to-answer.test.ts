import type { Board, Season } from '@lateral/contract/seasons';
import { roles } from '@lateral/db/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendReminders } from '../src/reminders/send-reminders.ts';
import { testApi } from './api.ts';
import { buildCounty, type County, planCounty } from './county.ts';

let now = new Date('2026-09-10T09:00:00Z');
const api = await testApi({ now: () => now });
const { database, owner } = api;
afterAll(api.close);

let county: County;
let season: Season;
let board: Board;
let asked: string[];
beforeAll(async () => {
  county = await buildCounty(api, 8);
  season = await planCounty(api, county, now);
  const publish = { draftVersion: season.draftVersion };
  await county.as.post(`/seasons/${season.id}/publish`).send(publish).expect(200);
  board = (await county.as.get(`/seasons/${season.id}/board`).expect(200)).body;
  asked = [...new Set(board.reviews.flatMap(({ team }) => team.map(({ personId }) => personId)))];
});

const personOf = (personId: string) => {
  const all = county.schools.flatMap(({ head, deputy }) => [head, deputy]);
  const found = all.find((one) => one.personId === personId);
  if (!found) throw new Error('not built');
  return found;
};
const answerAll = async (personId: string) => {
  for (const { schoolId, team } of board.reviews)
    if (team.some((seat) => seat.personId === personId))
      await api
        .as(personOf(personId))
        .post(`/reviews/${season.id}/${schoolId}/answer`)
        .send({ answer: 'accepted' })
        .expect(200);
};
const hold = async (ids: string[]) => {
  const batchId = crypto.randomUUID();
  const order = { kind: 'answer', ids };
  const { body } = await api.as(county.broker).put(`/reminders/${batchId}`).send(order).expect(200);
  expect(body).toMatchObject({ state: 'held', mails: ids.length });
  return batchId;
};
/** Sends what was held, its ten seconds being over. */
const send = async (batchId: string) => {
  await owner.query(`update reminder_batches set hold_until = now() - interval '1 second' where id = $1`, [
    batchId,
  ]);
  await database.withPartnership(county.id, (db) =>
    sendReminders(db, county.id, batchId, { now, publicUrl: 'http://localhost:3000' }),
  );
};
const preview = async (ids: string[]) =>
  (await api.as(county.broker).post('/reminders/preview').send({ kind: 'answer', ids }).expect(200)).body;

test('who has not said yes or no is reminded, and who answers in the ten seconds is left alone', async () => {
  const [first, second, third] = asked as [string, string, string];
  await answerAll(first);
  const shown = await preview([first, second, third, county.broker.personId]);
  expect(shown.mails.map(({ personId }: { personId: string }) => personId).sort()).toEqual(
    [second, third].sort(),
  );
  expect(shown.left.map(({ id, why }: { id: string; why: string }) => [id, why])).toEqual(
    expect.arrayContaining([
      [first, 'nothing-to-answer'],
      [county.broker.personId, 'nothing-to-answer'],
    ]),
  );
  expect(shown.example.subject).toMatch(/^Can you come\? Your reviews for /);
  expect(shown.example.text).toContain(
    'Opening this page answers nothing:\nhttp://localhost:3000/my-reviews',
  );

  const batchId = await hold([second, third]);
  await answerAll(third);
  await send(batchId);
  const mails = await owner.query(
    'select to_address from mails where partnership_id = $1 and subject like $2',
    [county.id, 'Can you come?%'],
  );
  expect(mails.rows).toEqual([{ to_address: personOf(second).email }]);
  const { body: told } = await api.as(personOf(second)).get('/notifications').expect(200);
  expect(told.items.find(({ kind }: { kind: string }) => kind === 'reminded')).toMatchObject({
    detail: { about: 'answer' },
  });
  expect((await preview([second])).left).toMatchObject([{ why: 'reminded-lately' }]);
});

test('a leader of two schools is reminded once, by mail and under the bell', async () => {
  const [, , , , fifth = ''] = asked;
  const person = personOf(fifth);
  const other = county.schools.find(({ id }) => id !== person.schoolId);
  await database.withPartnership(county.id, (db) =>
    db
      .insert(roles)
      .values({ partnershipId: county.id, personId: fifth, schoolId: other?.id ?? '', role: 'headteacher' }),
  );
  await send(await hold([fifth]));
  const mails = await owner.query('select 1 from mails where to_address = $1 and subject like $2', [
    person.email,
    'Can you come?%',
  ]);
  expect(mails.rows).toHaveLength(1);
  const { body: told } = await api.as(person).get('/notifications').expect(200);
  expect(told.items.filter(({ kind }: { kind: string }) => kind === 'reminded')).toHaveLength(1);
});

test('a review whose day has come needs no answer', async () => {
  const [, , , fourth = ''] = asked;
  expect((await preview([fourth])).mails).toHaveLength(1);
  const before = now;
  const [last] = board.reviews.map(({ day }) => day).sort((a, b) => b.localeCompare(a));
  now = new Date(`${last}T06:00:00Z`);
  expect((await preview([fourth])).left).toMatchObject([{ id: fourth, why: 'nothing-to-answer' }]);
  now = before;
});
