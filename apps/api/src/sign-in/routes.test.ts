import request from 'supertest';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { secret, testApi } from '../../test/api.ts';
import { buildPartnership, buildPerson, buildSchool } from '../../test/builders.ts';

let clock = new Date('2026-11-23T09:00:00Z');
const api = await testApi({ now: () => clock, mailbox: true });
const { app, database, owner } = api;
afterAll(api.close);

const later = (seconds: number) => {
  clock = new Date(clock.getTime() + seconds * 1000);
};
const browser = () => request.agent(app.server);
type Browser = ReturnType<typeof browser>;

const { id: partnershipId } = await buildPartnership(database);
const broker = await buildPerson(database, partnershipId, 'broker');

beforeEach(async () => {
  later(3600);
  await owner.query('delete from attempts');
});

async function linkFor(agent: Browser, email = broker.email) {
  await agent.post('/api/sign-in/links').send({ email }).expect(202, { sent: true });
  const { rows } = await owner.query(
    'select text from mails where to_address = $1 order by created_at desc limit 1',
    [email],
  );
  return /\/sign-in\/link#(\S+)/.exec(rows[0]?.text ?? '')?.[1] ?? '';
}

async function signedIn() {
  const agent = browser();
  const token = await linkFor(agent);
  const { body } = await agent.post('/api/sign-in/redeem').send({ token }).expect(200);
  return { agent, accessToken: body.accessToken as string };
}

const me = (accessToken: string) =>
  request(app.server).get('/api/me').set('authorization', `Bearer ${accessToken}`);
const redeem = (agent: Browser, token: string) => agent.post('/api/sign-in/redeem').send({ token });

describe('a sign-in link', () => {
  test('signs in the browser that asked for it', async () => {
    const { accessToken } = await signedIn();
    const { body } = await me(accessToken).expect(200);
    expect(body).toMatchObject({
      email: broker.email,
      partnership: { id: partnershipId },
      roles: [{ role: 'broker' }],
    });
    expect(body.may).toContain('seasons.plan');
  });

  test('is not used up by a mail scanner that opens it', async () => {
    const agent = browser();
    const token = await linkFor(agent);
    await agent.get('/api/sign-in/redeem').expect(404);
    await agent.head('/api/sign-in/redeem').expect(404);
    await redeem(agent, token).expect(200);
  });

  test('works once', async () => {
    const agent = browser();
    const token = await linkFor(agent);
    await redeem(agent, token).expect(200);
    expect((await redeem(agent, token).expect(409)).body.code).toBe('link-used');
  });

  test('sent twice at the same moment signs in once', async () => {
    const agent = browser();
    const token = await linkFor(agent);
    const answers = await Promise.all([redeem(agent, token), redeem(agent, token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('does not work in another browser', async () => {
    const token = await linkFor(browser());
    expect((await redeem(browser(), token).expect(409)).body.code).toBe('other-browser');
  });

  test('lasts fifteen minutes', async () => {
    const agent = browser();
    const token = await linkFor(agent);
    later(15 * 60);
    expect((await redeem(agent, token).expect(409)).body.code).toBe('link-expired');
  });

  test('is kept only as a hash', async () => {
    const token = await linkFor(browser());
    const { rows } = await owner.query('select token_hash from sign_in_links');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map((row) => row.token_hash)).not.toContain(token);
  });

  test('answers the same for an address that nobody has', async () => {
    const unknown = await browser().post('/api/sign-in/links').send({ email: 'nobody@school.example' });
    const known = await browser().post('/api/sign-in/links').send({ email: broker.email });
    const shape = ({ status, body, headers }: typeof known) => ({
      status,
      body,
      names: Object.keys(headers).sort(),
    });
    expect(shape(unknown)).toEqual(shape(known));
  });

  test('asks a person of two partnerships which one, and stays good', async () => {
    const other = await buildPartnership(database, { name: 'Another Partnership' });
    const { email } = await buildPerson(database, partnershipId, 'observer', null, {
      email: 'two@school.example',
    });
    await buildPerson(database, other.id, 'broker', null, { email });
    const agent = browser();
    const token = await linkFor(agent, email);
    const { body } = await redeem(agent, token).expect(409);
    expect(body.code).toBe('choose-partnership');
    expect(body.choices.map((choice: { name: string }) => choice.name)).toContain('Another Partnership');
    const chosen = await agent
      .post('/api/sign-in/redeem')
      .send({ token, partnershipId: other.id })
      .expect(200);
    expect((await me(chosen.body.accessToken)).body.partnership.id).toBe(other.id);
  });

  test('is no use to somebody whose every role has ended', async () => {
    const school = await buildSchool(database, partnershipId);
    const { email } = await buildPerson(database, partnershipId, 'headteacher', school.id, {
      to: '2026-11-01',
    });
    const agent = browser();
    expect((await redeem(agent, await linkFor(agent, email)).expect(409)).body.code).toBe('no-role');
  });
});

describe('a session', () => {
  const refresh = (agent: Browser) => agent.post('/api/sign-in/refresh');

  test('lasts five minutes without a refresh', async () => {
    const { accessToken } = await signedIn();
    await me(accessToken).expect(200);
    later(299);
    await me(accessToken).expect(200);
    later(1);
    await me(accessToken).expect(401);
  });

  test('goes on with a refresh, each token once', async () => {
    const { agent } = await signedIn();
    const { body } = await refresh(agent).expect(200);
    await me(body.accessToken).expect(200);
  });

  test('ends when an old token comes back after ten seconds', async () => {
    const { agent } = await signedIn();
    const [stolen] = (await refresh(agent).expect(200)).headers['set-cookie'] ?? [];
    const cookie = stolen?.split(';')[0] ?? '';
    await refresh(agent).expect(200);
    later(11);
    await request(app.server).post('/api/sign-in/refresh').set('cookie', cookie).expect(401);
    await refresh(agent).expect(401);
  });

  test('outlives an answer that was lost on the way', async () => {
    const { agent } = await signedIn();
    const [first] = (await refresh(agent).expect(200)).headers['set-cookie'] ?? [];
    const cookie = first?.split(';')[0] ?? '';
    const again = () => request(app.server).post('/api/sign-in/refresh').set('cookie', cookie);
    await again().expect(200);
    later(5);
    const { body } = await again().expect(200);
    await me(body.accessToken).expect(200);
  });

  /** A session whose browser has heard neither of two answers: its cookie, and those of the answers. */
  async function twoLost() {
    const { agent } = await signedIn();
    const first = cookieOf(await refresh(agent).expect(200));
    const answers = [await comeWith(first).expect(200), await comeWith(first).expect(200)];
    return [first, ...answers.map(cookieOf)] as [string, string, string];
  }
  const cookieOf = ({ headers }: { headers: Record<string, string | string[]> }) =>
    headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  const comeWith = (cookie: string) => request(app.server).post('/api/sign-in/refresh').set('cookie', cookie);

  test('whose answer was lost goes on for good with the answer to the next call', async () => {
    const [, lost, heard] = await twoLost();
    expect(heard).not.toBe(lost);
    later(3600);
    const { body } = await comeWith(heard).expect(200);
    await me(body.accessToken).expect(200);
  });

  test('ends when somebody else comes with the token of a lost answer', async () => {
    const [, lost, heard] = await twoLost();
    later(3600);
    const after = cookieOf(await comeWith(heard).expect(200));
    later(11);
    await comeWith(lost).expect(401);
    await comeWith(after).expect(401);
  });

  test('goes on where both of its tokens come at once', async () => {
    const [, one, other] = await twoLost();
    later(3600);
    await Promise.all(Array.from({ length: 8 }, (_, i) => comeWith(i % 2 ? one : other).expect(200)));
  });

  test('ends when the person signs out', async () => {
    const { agent } = await signedIn();
    await agent.post('/api/sign-in/out').expect(204);
    await refresh(agent).expect(401);
  });

  test('keeps its cookie from scripts and other sites', async () => {
    const agent = browser();
    const { headers } = await redeem(agent, await linkFor(agent));
    expect(headers['set-cookie']?.[0]).toMatch(/HttpOnly.*SameSite=Strict/);
  });

  test.each([
    ['no algorithm', { alg: 'none', typ: 'JWT' }, {}],
    ['another algorithm', { alg: 'HS512', typ: 'JWT' }, {}],
    ['no end', { alg: 'HS256', typ: 'JWT' }, { exp: undefined }],
    ['another audience', { alg: 'HS256', typ: 'JWT' }, { aud: 'elsewhere' }],
    ['another issuer', { alg: 'HS256', typ: 'JWT' }, { iss: 'elsewhere' }],
  ])('is not to be had with a token of %s', async (_, header, change) => {
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      sub: broker.personId,
      sid: broker.sessionId,
      pid: partnershipId,
      iss: 'lateral',
      aud: 'lateral',
      iat: now,
      exp: now + 60,
    };
    const good = await forge({ alg: 'HS256' }, claims);
    await me(good).expect(200);
    await me(await forge(header, { ...claims, ...change })).expect(401);
  });
});

/** A token signed with our own secret, whatever it claims. */
async function forge(header: { alg: string }, claims: object) {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const head = `${part(header)}.${part(claims)}`;
  if (header.alg === 'none') return `${head}.`;
  const hash = header.alg === 'HS512' ? 'SHA-512' : 'SHA-256';
  const key = await crypto.subtle.importKey('raw', Buffer.from(secret), { name: 'HMAC', hash }, false, [
    'sign',
  ]);
  return `${head}.${Buffer.from(await crypto.subtle.sign('HMAC', key, Buffer.from(head))).toString('base64url')}`;
}

describe('signing in as somebody of the demonstration', () => {
  test('is for the demonstration alone: 404 elsewhere', async () => {
    await browser().get('/api/sign-in/demonstration').expect(404);
    await browser().post('/api/sign-in/demonstration').send({ personId: broker.personId }).expect(404);
    const demonstration = await buildPartnership(database, { isDemonstration: true, name: 'Invented' });
    const invented = await buildPerson(database, demonstration.id, 'broker');
    const { body } = await browser().get('/api/sign-in/demonstration').expect(200);
    expect(body).toMatchObject({
      partnershipName: 'Invented',
      people: [{ personId: invented.personId, role: 'broker' }],
    });
    await browser().post('/api/sign-in/demonstration').send({ personId: broker.personId }).expect(404);
    const signed = await browser()
      .post('/api/sign-in/demonstration')
      .send({ personId: invented.personId })
      .expect(200);
    expect((await me(signed.body.accessToken)).body.partnership.isDemonstration).toBe(true);
  });

  test('an invented person who is also real elsewhere reaches only the demonstration', async () => {
    const { rows } = await owner.query('select id from partnerships where is_demonstration');
    const { email } = await buildPerson(database, rows[0].id, 'observer', null, {
      email: 'both@school.example',
    });
    const real = await buildPerson(database, partnershipId, 'observer', null, { email });
    const { body } = await browser()
      .post('/api/sign-in/demonstration')
      .send({ personId: real.personId })
      .expect(200);
    expect((await me(body.accessToken)).body.partnership.id).toBe(rows[0].id);
  });
});

describe('the mailbox of this machine', () => {
  test('shows mail to this machine, and not through a proxy', async () => {
    await linkFor(browser());
    const { body } = await browser().get('/api/mailbox').expect(200);
    expect(body.mails[0]).toMatchObject({ to: broker.email, subject: 'Your link to sign in to Lateral' });
    await browser().get('/api/mailbox').set('x-forwarded-for', '203.0.113.9').expect(404);
  });
});
