import type { NoticeKind } from '@lateral/domain/notifications/kinds';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { testApi } from '../../test/api.ts';
import { type BuiltPerson, buildPartnership, buildPerson, buildSchool } from '../../test/builders.ts';
import { sendMail } from '../flows/send-mail.ts';
import { notify } from '../notify.ts';
import { openPost } from '../post.ts';
import { sendDigests } from './send-digests.ts';

const api = await testApi();
afterAll(api.close);
const { database, owner, app } = api;
const publicUrl = 'https://lateral.example';
const evening = new Date('2026-11-24T18:00:00Z');
const seven = new Date('2026-11-25T07:00:00Z');
const tomorrow = new Date('2026-11-26T07:00:00Z');

let partnershipId: string;
let school: Awaited<ReturnType<typeof buildSchool>>;
let head: BuiltPerson;
beforeEach(async () => {
  await owner.query('delete from notifications');
  partnershipId = (await buildPartnership(database, { name: 'Vale Partnership' })).id;
  school = await buildSchool(database, partnershipId, { name: 'Ashlow School' });
  head = await buildPerson(database, partnershipId, 'headteacher', school.id);
});

const tell = (kind: NoticeKind, at = evening, more = {}) =>
  database.withPartnership(partnershipId, (db) =>
    notify(db, { partnershipId, personId: null }, [{ kind, schoolId: school.id, ...more }], at),
  );
const run = (now = seven) => sendDigests(database, { now, publicUrl, derive: app.derive });
type Sent = { id: string; to_address: string; subject: string; text: string; unsubscribe_url: string };
const mails = async () =>
  (
    await owner.query<Sent>('select * from mails where partnership_id = $1 order by to_address, created_at', [
      partnershipId,
    ])
  ).rows;
const mailed = async () => (await mails()).map(({ to_address }) => to_address);
const readAll = (person: BuiltPerson) =>
  api.as(person).post('/notifications/read').send({ upTo: Number.MAX_SAFE_INTEGER }).expect(200);
const choose = (person: BuiltPerson, topic: string, channel: string) =>
  api.as(person).put(`/notifications/choices/${topic}`).send({ channel }).expect(200);

describe('the daily mail', () => {
  test('gathers what is new, topic by topic, in plain words', async () => {
    await tell('membership-began', evening, { detail: { on: '2026-11-01' } });
    await tell('details-changed');
    await tell('trained', evening, { personId: head.personId, detail: { trainedOn: '2026-11-20' } });
    await run();
    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    expect(mail?.subject).toBe('3 new things at Vale Partnership');
    const token = mail?.unsubscribe_url.split('token=')[1];
    expect(mail?.text).toBe(`Dear Ada ${head.lastName},

3 things are new for you at Vale Partnership.

What is recorded about you
- You are down as trained to review on 20 November 2026.
  https://lateral.example/schools/${school.id}

Your school
- Ashlow School became a member on 1 November 2026.
  https://lateral.example/schools/${school.id}
- What Ashlow School says to its visitors was changed.
  https://lateral.example/schools/${school.id}

Everything that you were told:
https://lateral.example/notifications

--
You get at most one of these a day, on weekdays, when something is new. Choose what you are told, and where:
https://lateral.example/account#told

Stop this daily mail without signing in:
https://lateral.example/sign-in/unsubscribe#${token}
`);
    expect(mail?.unsubscribe_url).toBe(
      `https://lateral.example/api/notifications/unsubscribe?token=${token}`,
    );
  });

  test('of a busy day says the first twenty, and how many more', async () => {
    for (let i = 0; i < 23; i++) await tell('details-changed');
    await run();
    const [mail] = await mails();
    expect(mail?.text.match(/^- /gm)).toHaveLength(20);
    expect(mail?.text).toContain('And 3 more.');
  });

  test('is not sent when nothing is new, when all of it has been read, or for topics that are not in it', async () => {
    const deputy = await buildPerson(database, partnershipId, 'deputy', school.id);
    const office = await buildPerson(database, partnershipId, 'school-administrator', school.id);
    await choose(deputy, 'school', 'screen');
    await choose(office, 'school', 'off');
    await tell('details-changed');
    await tell('reminded', evening, { personId: head.personId });
    await readAll(head);
    await run();
    expect(await mailed()).toEqual([]);
  });

  test('says nothing twice: not again that morning, nor the next day', async () => {
    await tell('details-changed');
    await run();
    await run(new Date('2026-11-25T07:15:00Z'));
    await run(tomorrow);
    expect(await mailed()).toEqual([head.email]);
  });

  test('leaves what comes after seven for tomorrow, even when it is itself late', async () => {
    await tell('details-changed', new Date('2026-11-25T07:10:00Z'));
    await run(new Date('2026-11-25T07:15:00Z'));
    expect(await mailed()).toEqual([]);
    await run(tomorrow);
    expect(await mailed()).toEqual([head.email]);
  });

  test('goes once when six workers try at the same moment', async () => {
    const heads = await Promise.all(
      Array.from({ length: 8 }, () => buildPerson(database, partnershipId, 'deputy', school.id)),
    );
    await tell('details-changed');
    await Promise.all(Array.from({ length: 6 }, () => run()));
    expect(await mailed()).toEqual([head, ...heads].map(({ email }) => email).sort());
  });

  test('of a worker that dies in the middle leaves nothing, and the next one sends all', async () => {
    await tell('details-changed');
    await tell('details-changed');
    await owner.query(
      `create function die() returns trigger language plpgsql as $$ begin raise 'killed'; end $$`,
    );
    await owner.query(
      'create trigger die before update on notifications for each row execute function die()',
    );
    await expect(run()).rejects.toThrow();
    await owner.query('drop trigger die on notifications');
    await owner.query('drop function die');
    const { rows } = await owner.query('select 1 from digests where person_id = $1', [head.personId]);
    expect([rows, await mailed()]).toEqual([[], []]);
    await run(new Date('2026-11-25T07:15:00Z'));
    expect(await mailed()).toEqual([head.email]);
  });

  test.each([
    ['before seven', '2026-11-25T06:45:00Z'],
    ['in the afternoon', '2026-11-25T14:00:00Z'],
    ['on a Saturday', '2026-11-28T07:00:00Z'],
  ])('is not sent %s', async (_, now) => {
    await tell('details-changed');
    await run(new Date(now));
    expect(await mailed()).toEqual([]);
  });

  test('is not sent on a day when every school is closed', async () => {
    await owner.query(`insert into closed_days values ($1, '2026-11-25', 'Founder’s day')`, [partnershipId]);
    await tell('details-changed');
    await run();
    expect(await mailed()).toEqual([]);
    await run(tomorrow);
    expect(await mailed()).toEqual([head.email]);
  });

  test('does not tell of a school that somebody has left, nor anybody whose roles have ended', async () => {
    const elsewhere = await buildSchool(database, partnershipId);
    const deputy = await buildPerson(database, partnershipId, 'deputy', school.id);
    await tell('details-changed');
    await owner.query(`update roles set to_day = '2026-11-24' where partnership_id = $1`, [partnershipId]);
    await owner.query(
      `insert into roles (partnership_id, person_id, school_id, role) values ($1, $2, $3, 'headteacher')`,
      [partnershipId, head.personId, elsewhere.id],
    );
    await run();
    expect(await mailed()).toEqual([]);
    expect(deputy.email).not.toBe(head.email);
  });

  test('is kept apart by partnership for somebody of two', async () => {
    const other = await buildPartnership(database, { name: 'Other' });
    const sibling = await buildSchool(database, other.id);
    await buildPerson(database, other.id, 'headteacher', sibling.id, { email: head.email });
    await tell('details-changed');
    await database.withPartnership(other.id, (db) =>
      notify(
        db,
        { partnershipId: other.id, personId: null },
        [{ kind: 'details-changed', schoolId: sibling.id }],
        evening,
      ),
    );
    await run();
    const { rows } = await owner.query(
      `select partnership_id, text like '%Ashlow%' as names from mails where to_address = $1`,
      [head.email],
    );
    expect(rows).toHaveLength(2);
    expect(rows.find((row) => row.partnership_id === other.id)).toMatchObject({ names: false });
  });

  test('that waited for its server is dropped when all of it has been read meanwhile', async () => {
    await tell('details-changed');
    await run();
    await readAll(head);
    const [mail] = await mails();
    const post = openPost({ smtpUrl: null, mailFrom: 'x' });
    await sendMail({ database, post, now: seven }, mail?.id ?? '');
    expect(await mails()).toEqual([]);
  });
});

describe('stopping it from the mail', () => {
  async function mailOf() {
    await tell('details-changed');
    await run();
    const [mail] = await mails();
    return (mail?.unsubscribe_url ?? '').replace(publicUrl, '');
  }
  const digestTopicsOf = async (person: BuiltPerson) =>
    (await api.as(person).get('/notifications/choices').expect(200)).body.items
      .filter(({ channel }: { channel: string }) => channel === 'digest')
      .map(({ topic }: { topic: string }) => topic);

  test('opening the address changes nothing: it leads to a page that asks', async () => {
    const address = await mailOf();
    const { headers } = await api.anonymous().get(address).expect(302);
    expect(headers.location).toBe(`/sign-in/unsubscribe#${address.split('token=')[1]}`);
    await api.anonymous().head(address);
    expect(await digestTopicsOf(head)).not.toEqual([]);
  });

  test.each([
    ['a form, as RFC 8058 has it', 'application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
    [
      'a form in parts',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--',
    ],
    ['the page', 'application/json', ''],
  ])('by %s stops it, without signing in, as often as it is sent', async (_, type, body) => {
    await choose(head, 'calendar', 'off');
    const address = await mailOf();
    for (let i = 0; i < 2; i++) {
      const answer = await api.anonymous().post(address).set('content-type', type).send(body).expect(200);
      expect(answer.body).toEqual({ stopped: true });
    }
    expect(await digestTopicsOf(head)).toEqual([]);
    const { body: after } = await api.as(head).get('/notifications/choices').expect(200);
    expect(after.items).toContainEqual({ topic: 'calendar', channel: 'off' });
    await tell('details-changed', new Date('2026-11-25T12:00:00Z'));
    await run(tomorrow);
    expect(await mailed()).toEqual([head.email]);
  });

  test.each([
    ['of another person', (token: string[], other: string) => [token[0], other, token[2]], 404],
    ['of another partnership', (token: string[], other: string) => [other, token[1], token[2]], 404],
    ['with another signature', (token: string[]) => [token[0], token[1], 'x'.repeat(43)], 404],
    ['cut short', (token: string[]) => [token[0], token[1]], 400],
  ])('an address %s stops nothing', async (_, forge, status) => {
    const address = await mailOf();
    const token = address.split('token=')[1]?.split('.') ?? [];
    const forged = forge(token, crypto.randomUUID()).join('.');
    await api.anonymous().post(`/api/notifications/unsubscribe?token=${forged}`).expect(status);
    expect(await digestTopicsOf(head)).not.toEqual([]);
  });
});
