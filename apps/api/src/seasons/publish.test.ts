import type { SeasonChanges } from '@lateral/contract/season-publishing';
import ICAL from 'ical.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testApi } from '../../test/api.ts';
import { buildPerson } from '../../test/builders.ts';
import { buildCounty, type County, planCounty } from '../../test/county.ts';
import { sendInvitations } from '../reviews/send-invitations.ts';

let now = new Date('2026-09-10T09:00:00Z');
const api = await testApi({ now: () => now });
const { database, owner } = api;
afterAll(api.close);

let county: County;
let seasonId: string;
let first: SeasonChanges;
beforeAll(async () => {
  county = await buildCounty(api, 12);
  seasonId = (await planCounty(api, county, now)).id;
});

const broker = () => api.as(county.broker);
const changes = async (): Promise<SeasonChanges> =>
  (await broker().get(`/seasons/${seasonId}/changes`).expect(200)).body;
const publish = (draftVersion: number, as = broker()) =>
  as.post(`/seasons/${seasonId}/publish`).send({ draftVersion });
const send = () =>
  sendInvitations(database, county.id, {
    now,
    publicUrl: 'http://localhost:3000',
    mailFrom: 'Lateral <no-reply@lateral.example>',
  });
type Mail = { to_address: string; subject: string; text: string; calendar: string };
const mails = async (since: Date): Promise<Mail[]> =>
  (
    await owner.query(
      `select to_address, subject, text, calendar from mails where partnership_id = $1 and calendar is not null and created_at >= $2 order by to_address`,
      [county.id, since],
    )
  ).rows;

test('before anything is published, each of all whom it concerns is to be told once, what is theirs', async () => {
  first = await changes();
  expect(first.changes).toHaveLength(12);
  expect(
    first.changes.every(({ kind, empty, team }) => kind === 'new' && empty === 0 && team.length === 3),
  ).toBe(true);
  const told = first.changes.flatMap((one) => one.told.map(({ personId }) => `${one.schoolId} ${personId}`));
  expect(told).toHaveLength(12 * 4);
  expect(new Set(told).size).toBe(12 * 4);
  // Every head hosts; of the deputies whoever is on a team is told.
  expect(first.people).toBe(new Set(told.map((one) => one.split(' ')[1])).size);
});

test('nobody but the broker sees the draft’s changes or publishes', async () => {
  const [school] = county.schools;
  const board = await buildPerson(database, county.id, 'board-member');
  for (const person of [school!.head, board]) {
    await api.as(person).get(`/seasons/${seasonId}/changes`).expect(404);
    await publish(first.draftVersion, api.as(person)).expect(404);
  }
});

test('a draft that has changed since it was read is not published', async () => {
  const { body } = await publish(first.draftVersion + 1).expect(409);
  expect(body.code).toBe('draft-changed');
  expect((await changes()).changes).toHaveLength(12);
});

test('two brokers who publish at the same moment publish once', async () => {
  const other = api.as(await buildPerson(database, county.id, 'broker'));
  const answers = await Promise.all([publish(first.draftVersion), publish(first.draftVersion, other)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const won = answers.find(({ status }) => status === 200)?.body;
  expect(won).toMatchObject({
    published: 12,
    people: first.people,
    season: { publishedAt: now.toISOString() },
  });
  expect(answers.find(({ status }) => status === 409)?.body.code).toBe('nothing-to-publish');
  const { rows } = await owner.query('select count(*)::int as n from invitations where partnership_id = $1', [
    county.id,
  ]);
  expect(rows[0].n).toBe(12 * 4);
});

test('the weeks of the year count which of their reviews people know of', async () => {
  const { body } = await broker().get('/calendars/2026').expect(200);
  const sum = (key: 'reviews' | 'published') =>
    body.weeks.reduce((all: number, week: Record<typeof key, number>) => all + week[key], 0);
  expect([sum('reviews'), sum('published')]).toEqual([12, 12]);
});

test('the worker writes each mail once, with a calendar entry that programs understand, however often it is called', async () => {
  await Promise.all([send(), send()]);
  await send();
  const sent = await mails(now);
  expect(sent).toHaveLength(12 * 4);
  for (const { calendar, to_address, text } of sent) {
    const parsed = new ICAL.Component(ICAL.parse(calendar));
    expect(parsed.getFirstPropertyValue('method')).toBe('REQUEST');
    const event = new ICAL.Event(parsed.getFirstSubcomponent('vevent')!);
    expect(event.sequence).toBe(0);
    expect(String(event.attendees[0]?.getFirstValue())).toMatch(new RegExp(`^mailto:${to_address}$`, 'i'));
    const review = first.changes.find(({ schoolId }) => event.uid.includes(schoolId));
    expect(event.startDate.toString()).toBe(review?.day);
    expect(event.startDate.isDate).toBe(true);
    expect(text).toContain(review?.schoolName);
    expect(text).toContain('http://localhost:3000/my-reviews');
  }
});

const reviewOf = () => first.changes[0]!;
const personOf = (personId: string) =>
  county.schools.flatMap(({ head, deputy }) => [head, deputy]).find((one) => one.personId === personId)!;
const at = (path: string) => `/reviews/${seasonId}/${reviewOf().schoolId}${path}`;

test('a reviewer says yes, and again: it counts once', async () => {
  const [member] = reviewOf().team;
  const as = api.as(personOf(member!.personId));
  const { body } = await as.post(at('/answer')).send({ answer: 'accepted' }).expect(200);
  expect(body).toMatchObject({ answer: 'accepted', schoolName: reviewOf().schoolName });
  await as.post(at('/answer')).send({ answer: 'accepted' }).expect(200);
  const { rows } = await owner.query(
    `select count(*)::int as n from events where partnership_id = $1 and kind = 'seat-accepted'`,
    [county.id],
  );
  expect(rows[0].n).toBe(1);
});

test('whoever comes reads how to find the school and whom to ask for; the broker has its page for that', async () => {
  const { team, schoolId } = reviewOf();
  await owner.query(
    `insert into school_details (partnership_id, school_id, version, ask_for, changed_at, changed_by) values ($1, $2, 1, 'Jo at the gate', now(), $3)`,
    [county.id, schoolId, county.broker.personId],
  );
  const { body } = await api.as(personOf(team[0]!.personId)).get(at('')).expect(200);
  expect(body.visit).toEqual({ askFor: 'Jo at the gate', phone: null, arrival: null, access: null });
  expect((await broker().get(at('')).expect(200)).body.visit).toBeNull();
});

test('whoever is not on the team has no seat to answer for, and does not see the review', async () => {
  const { team, schoolId } = reviewOf();
  const stranger = county.schools.find(
    ({ id, head, deputy }) =>
      id !== schoolId &&
      ![head, deputy].some((one) => team.some(({ personId }) => personId === one.personId)),
  )!;
  await api.as(stranger.head).get(at('')).expect(404);
  await api.as(stranger.head).post(at('/answer')).send({ answer: 'accepted' }).expect(404);
});

test('a no needs a reason, empties the seat, clears the day from their calendar, and only the broker reads why', async () => {
  now = new Date('2026-09-11T09:00:00Z');
  const member = reviewOf().team.find(({ isLead }) => !isLead)!;
  const as = api.as(personOf(member.personId));
  const { body: missing } = await as.post(at('/answer')).send({ answer: 'declined' }).expect(400);
  expect(missing.errors).toEqual([
    { pointer: '/body/reason', detail: 'is missing: say why, in a few words' },
  ]);
  await as.post(at('/answer')).send({ answer: 'declined', reason: 'A hospital day' }).expect(200);
  const { body: again } = await as.post(at('/answer')).send({ answer: 'accepted' }).expect(409);
  expect(again.code).toBe('already-declined');
  await send();
  expect((await mails(now)).map(({ to_address, subject }) => [to_address, subject.split(':')[0]])).toEqual([
    [personOf(member.personId).email, 'You said no'],
  ]);
  const [{ calendar }] = (await mails(now)) as [Mail];
  expect(calendar).toMatch(/METHOD:CANCEL[\s\S]*SEQUENCE:1/);
  const host = county.schools.find(({ id }) => id === reviewOf().schoolId)!;
  const { body: read } = await api.as(host.head).get(at('')).expect(200);
  expect([read.empty, JSON.stringify(read).includes('hospital')]).toEqual([1, false]);
  const { body: byBroker } = await broker().get(at('')).expect(200);
  expect(JSON.stringify(byBroker)).toContain('A hospital day');
  // What the draft says is what is so: there is nothing to publish.
  expect((await changes()).changes).toEqual([]);
});

test('a review that is called off frees its people at once, and its school is to be placed again', async () => {
  now = new Date('2026-09-12T09:00:00Z');
  await broker().post(at('/call-off')).send({ reason: 'Ofsted has called' }).expect(200);
  const { body: twice } = await broker().post(at('/call-off')).send({ reason: 'Again' }).expect(409);
  expect(twice.code).toBe('called-off');
  await send();
  const sent = await mails(now);
  expect(sent).toHaveLength(3);
  for (const { calendar, subject } of sent) {
    expect(subject).toMatch(/^Called off/);
    expect(calendar).toContain('METHOD:CANCEL');
  }
  const { body: board } = await broker().get(`/seasons/${seasonId}/board`).expect(200);
  expect(board.unplaced).toMatchObject([{ schoolId: reviewOf().schoolId, reasons: ['called-off'] }]);
  expect((await changes()).changes).toEqual([]);
});

test('what is asked and taken back before a mail has gone is told to nobody', async () => {
  now = new Date('2026-09-13T09:00:00Z');
  const other = first.changes[1]!;
  const place = `/reviews/${seasonId}/${other.schoolId}`;
  // Its people have heard of it; a newcomer has not.
  const newcomer = county.schools.find(
    ({ id, deputy }) =>
      id !== other.schoolId && !other.team.some(({ personId }) => personId === deputy.personId),
  )!.deputy;
  await owner.query(
    `insert into invitations values ($1, $2, $3, $4, 0, 'request', 'reviewer', $5, 'joined', $6)`,
    [county.id, seasonId, other.schoolId, newcomer.personId, other.day, now],
  );
  await owner.query(`insert into booked_seats values ($1, $2, $3, $4, '2026-12-19', 'asked')`, [
    county.id,
    seasonId,
    other.schoolId,
    newcomer.personId,
  ]);
  await broker().post(`${place}/call-off`).send({ reason: 'Ofsted has called' }).expect(200);
  await send();
  const told = (await mails(now)).map(({ to_address }) => to_address);
  expect(told).toHaveLength(4);
  expect(told).not.toContain(newcomer.email);
});
