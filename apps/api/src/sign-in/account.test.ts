import request from 'supertest';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { testApi } from '../../test/api.ts';
import { buildPartnership, buildPerson, buildSchool, buildSession } from '../../test/builders.ts';

let now = new Date('2026-11-23T09:00:00Z');
const api = await testApi({ now: () => now });
afterAll(api.close);
const { database, owner } = api;
const { id: partnershipId } = await buildPartnership(database);
const school = await buildSchool(database, partnershipId);
const head = await buildPerson(database, partnershipId, 'headteacher', school.id);
const office = await buildPerson(database, partnershipId, 'school-administrator', school.id, {
  email: 'office@oak.sch.uk',
});

beforeEach(async () => {
  now = new Date('2026-11-23T09:00:00Z');
  await owner.query('delete from attempts');
  await owner.query('delete from mails');
  await owner.query('delete from confirm_codes');
  await owner.query('update sessions set confirmed_at = null, confirmed_by = null');
  await owner.query('update people set address_confirmed_at = now()');
});
const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000);
};

describe('a code', () => {
  const send = (person = head) => api.as(person).post('/account/confirmations/code/send');
  const confirm = (code: string, person = head) =>
    api.as(person).post('/account/confirmations/code').send({ code });
  const mailed = async () => {
    const { rows } = await owner.query(
      `select * from mails where subject like '%code%' order by created_at desc`,
    );
    return rows[0] as { to_address: string; text: string; subject: string };
  };
  const codeOf = ({ text }: { text: string }) => /code is (\d{4} \d{4})/.exec(text)?.[1] ?? '';
  const confirmedBy = async () =>
    (await owner.query('select confirmed_by from sessions where id = $1', [head.sessionId])).rows[0]
      ?.confirmed_by;

  test('goes to the person’s own confirmed address, and proves who they are for five minutes', async () => {
    await send().expect(202, { sentTo: head.email });
    const mail = await mailed();
    expect(mail.to_address).toBe(head.email);
    await confirm(codeOf(mail)).expect(200);
    expect(await confirmedBy()).toBe('code');
    const { body } = await api.as(head).get('/account').expect(200);
    expect(body.confirmation).toMatchObject({ until: '2026-11-23T09:05:00.000Z', means: ['code'] });
    later(5);
    const { body: after } = await api.as(head).get('/account').expect(200);
    expect(after.confirmation.until).toBeNull();
  });

  test('works once', async () => {
    await send().expect(202);
    const code = codeOf(await mailed());
    await confirm(code).expect(200);
    expect((await confirm(code).expect(409)).body.code).toBe('code-unknown');
  });

  test('is never sent to a role mailbox, nor to an address that nobody has confirmed', async () => {
    expect((await send(office).expect(409)).body.code).toBe('role-mailbox');
    await owner.query('update people set address_confirmed_at = null');
    expect((await send().expect(409)).body.code).toBe('address-not-confirmed');
    const { body } = await api.as(office).get('/account').expect(200);
    expect(body.confirmation).toMatchObject({ means: [], codeAddress: null, codeRefusal: 'role-mailbox' });
  });

  test('ends after ten minutes, and after five wrong tries though the sixth be right', async () => {
    await send().expect(202);
    const code = codeOf(await mailed());
    for (let i = 0; i < 5; i++) expect((await confirm('0000 0000').expect(409)).body.code).toBe('code-wrong');
    expect((await confirm(code).expect(409)).body.code).toBe('code-spent');
    await send().expect(202);
    const second = codeOf(await mailed());
    later(10);
    expect((await confirm(second).expect(409)).body.code).toBe('code-expired');
    expect(await confirmedBy()).toBeNull();
  });

  test('of one session proves nothing in another', async () => {
    await send().expect(202);
    const code = codeOf(await mailed());
    const elsewhere = { ...head, sessionId: await buildSession(database, head) };
    expect((await confirm(code, elsewhere).expect(409)).body.code).toBe('code-unknown');
  });

  test('cannot be guessed: ten tries in five minutes, then 429, counted though each was refused', async () => {
    for (let i = 0; i < 10; i++) await confirm('1234 5678').expect(409);
    const { body, headers } = await confirm('1234 5678').expect(429);
    expect(body.code).toBe('too-many-attempts');
    expect(Number(headers['retry-after'])).toBeGreaterThan(200);
    expect(Number(headers['retry-after'])).toBeLessThanOrEqual(300);
  });

  test('and its wrong tries at the same moment all count', async () => {
    await send().expect(202);
    const answers = await Promise.all(Array.from({ length: 8 }, () => confirm('0000 0000')));
    const codes = answers.map(({ body }) => body.code).sort();
    expect(codes.filter((code) => code === 'code-wrong')).toHaveLength(5);
    expect(codes.filter((code) => code === 'code-spent')).toHaveLength(3);
  });
});

describe('attempts', () => {
  test('are limited by address alike for those we know and those we do not', async () => {
    const ask = (email: string) => api.anonymous().post('/api/sign-in/links').send({ email });
    for (const email of [head.email, 'nobody@nowhere.example']) {
      for (let i = 0; i < 5; i++) await ask(email).expect(202);
      await ask(email.toUpperCase()).expect(429);
    }
    await ask('another@nowhere.example').expect(202);
  });

  test('are counted for every process alike, by the clock of the database', async () => {
    const { connect } = await import('@lateral/db/client');
    const { buildApp } = await import('../app.ts');
    const { secret } = await import('../../test/api.ts');
    const second = connect(api.urls);
    const app = await buildApp({ database: second, secret, now: () => new Date('2026-11-23T07:00:00Z') });
    await app.ready();
    const serverOf = (i: number) => (i % 2 === 0 ? api.app.server : app.server);
    const answers = [];
    for (let i = 0; i < 7; i++)
      answers.push(
        (await request(serverOf(i)).post('/api/sign-in/links').send({ email: 'x@y.example' })).status,
      );
    expect(answers).toEqual([202, 202, 202, 202, 202, 429, 429]);
    await app.close();
    await second.close();
  });

  test('that cannot be counted are not let through', async () => {
    await owner.query('alter table attempts rename to attempts_away');
    const before = (await owner.query('select count(*)::int as n from mails')).rows[0].n;
    const { status } = await api.anonymous().post('/api/sign-in/links').send({ email: head.email });
    expect(status).toBeGreaterThanOrEqual(500);
    expect((await owner.query('select count(*)::int as n from mails')).rows[0].n).toBe(before);
    await owner.query('alter table attempts_away rename to attempts');
  });

  test('are forgotten when their window is over', async () => {
    const ask = () => api.anonymous().post('/api/sign-in/links').send({ email: 'again@y.example' });
    for (let i = 0; i < 6; i++) await ask();
    await ask().expect(429);
    await owner.query(`update attempts set window_start = window_start - interval '15 minutes'`);
    await ask().expect(202);
  });
});

describe('signing out', () => {
  test('everywhere ends every session of the person at once, in every partnership, and nobody else’s', async () => {
    const elsewhere = await buildPartnership(database);
    const alsoThere = await buildPerson(database, elsewhere.id, 'board-member', null, { email: head.email });
    const phone = { ...head, sessionId: await buildSession(database, head) };
    const desk = { ...head, sessionId: await buildSession(database, head) };
    await api.as(phone).get('/me').expect(200);
    await api.as(alsoThere).get('/me').expect(200);
    const { body } = await api.as(desk).post('/account/sessions/end').expect(200);
    expect(body.ended).toBeGreaterThanOrEqual(3);
    for (const one of [phone, desk, alsoThere]) await api.as(one).get('/me').expect(401);
    await api.as(office).get('/me').expect(200);
  });

  test('on one device leaves the others; nobody ends somebody else’s', async () => {
    const one = await buildPerson(database, partnershipId, 'governor', school.id);
    const two = { ...one, sessionId: await buildSession(database, one) };
    const { body } = await api.as(one).get('/account').expect(200);
    expect(body.sessions).toHaveLength(2);
    await api.as(office).delete(`/account/sessions/${two.sessionId}`).expect(404);
    await api.as(two).get('/me').expect(200);
    await api.as(one).delete(`/account/sessions/${two.sessionId}`).expect(204);
    await api.as(two).get('/me').expect(401);
    await api.as(one).get('/me').expect(200);
  });
});
