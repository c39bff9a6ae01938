import request from 'supertest';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { testApi } from '../../test/api.ts';
import { buildAuthenticator } from '../../test/authenticator.ts';
import { buildPartnership, buildPerson, buildSchool } from '../../test/builders.ts';

let now = new Date('2026-11-23T09:00:00Z');
const api = await testApi({ now: () => now });
afterAll(api.close);
const { app, database, owner } = api;
const { id: partnershipId } = await buildPartnership(database);
const school = await buildSchool(database, partnershipId);
const head = await buildPerson(database, partnershipId, 'headteacher', school.id, { confirmedAt: now });
const other = await buildPerson(database, partnershipId, 'deputy', school.id, { confirmedAt: now });

beforeEach(async () => {
  now = new Date('2026-11-23T09:00:00Z');
  await owner.query('delete from attempts');
});

const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000);
};
const agent = () => request.agent(app.server);
type Agent = ReturnType<typeof agent>;
const askToAdd = async (person = head) =>
  (await api.as(person).post('/account/passkeys/options').expect(200)).body;

async function enrol(person = head, device = buildAuthenticator()) {
  const answer = device.create(await askToAdd(person));
  const { body } = await api
    .as(person)
    .post('/account/passkeys')
    .send({ answer, name: 'My phone' })
    .expect(201);
  return { device, passkey: body };
}
const ask = async (browser: Agent) =>
  (await browser.post('/api/sign-in/passkeys/options').expect(200)).body as { challenge: string };
const signIn = (browser: Agent, answer: unknown, more = {}) =>
  browser.post('/api/sign-in/passkeys').send({ answer, ...more });

describe('adding a passkey', () => {
  test('needs a fresh proof of who one is', async () => {
    const someone = await buildPerson(database, partnershipId, 'governor', school.id);
    const { body } = await api.as(someone).post('/account/passkeys/options').expect(403);
    expect(body.code).toBe('confirm-identity');
  });

  test('keeps it, names it, and lists it to its owner alone', async () => {
    const { passkey } = await enrol();
    expect(passkey).toMatchObject({ name: 'My phone', usedAt: null });
    const { body } = await api.as(head).get('/account').expect(200);
    expect(body.passkeys.map(({ id }: { id: string }) => id)).toContain(passkey.id);
    const { body: theirs } = await api.as(other).get('/account').expect(200);
    expect(theirs.passkeys).toEqual([]);
    await api.as(other).patch(`/account/passkeys/${passkey.id}`).send({ name: 'Mine now' }).expect(404);
    await api.as(other).delete(`/account/passkeys/${passkey.id}`).expect(404);
    await api.as(head).patch(`/account/passkeys/${passkey.id}`).send({ name: 'Old phone' }).expect(200);
    await api.as(head).delete(`/account/passkeys/${passkey.id}`).expect(204);
  });

  test.each([
    ['made for another site', { site: 'evil.example' }],
    ['made on another page', { origin: 'https://evil.example' }],
    ['whose owner was not asked', { isUserVerified: false }],
  ])('refuses one %s', async (_, wrong) => {
    const answer = buildAuthenticator().create(await askToAdd(), wrong);
    const { body } = await api.as(head).post('/account/passkeys').send({ answer, name: 'x' }).expect(409);
    expect(body.code).toBe('passkey-refused');
  });

  test("refuses an answer to somebody else's question, a stale one and a second answer", async () => {
    const device = buildAuthenticator();
    const answer = device.create(await askToAdd(head));
    const add = (person = head) => api.as(person).post('/account/passkeys').send({ answer, name: 'x' });
    expect((await add(other).expect(409)).body.code).toBe('challenge-unknown');
    await add().expect(201);
    expect((await add().expect(409)).body.code).toBe('challenge-unknown');
    const again = device.create(await askToAdd());
    const { body } = await api
      .as(head)
      .post('/account/passkeys')
      .send({ answer: again, name: 'x' })
      .expect(409);
    expect(body.code).toBe('passkey-known');
    const { body: twice } = await api.as(head).get('/account').expect(200);
    expect(twice.passkeys.filter(({ id }: { id: string }) => id === device.id)).toHaveLength(1);
  });
});

describe('signing in with a passkey', () => {
  test('opens a session that is confirmed, without a word of who it is', async () => {
    const { device } = await enrol();
    const browser = agent();
    const { body } = await signIn(browser, device.get(await ask(browser))).expect(200);
    const me = await request(app.server)
      .get('/api/me')
      .set('authorization', `Bearer ${body.accessToken}`)
      .expect(200);
    expect(me.body.personId).toBe(head.personId);
    const { body: account } = await request(app.server)
      .get('/api/account')
      .set('authorization', `Bearer ${body.accessToken}`)
      .expect(200);
    expect(account.confirmation).toMatchObject({ until: '2026-11-23T09:05:00.000Z', means: ['passkey'] });
    expect(account.sessions.find(({ isThis }: { isThis: boolean }) => isThis).signedInBy).toBe('passkey');
  });

  test.each([
    ['another site', { site: 'evil.example' }, 'passkey-refused'],
    ['another page', { origin: 'https://evil.example' }, 'passkey-refused'],
    ['no check of its owner', { isUserVerified: false }, 'passkey-refused'],
    ['another ceremony', { type: 'webauthn.create' }, 'passkey-refused'],
    ['a copied device, whose count goes back', { counter: 0 }, 'passkey-refused'],
  ])('is refused with an answer of %s', async (_, wrong, code) => {
    const { device } = await enrol();
    const browser = agent();
    const { body } = await signIn(browser, device.get(await ask(browser), wrong)).expect(409);
    expect(body.code).toBe(code);
  });

  test('is refused with an answer asked for in another browser, too late, twice, or by an unknown passkey', async () => {
    const { device } = await enrol();
    const [mine, theirs] = [agent(), agent()];
    const answer = device.get(await ask(mine));
    await ask(theirs);
    expect((await signIn(theirs, answer).expect(409)).body.code).toBe('challenge-unknown');
    await signIn(mine, answer).expect(200);
    expect((await signIn(mine, answer).expect(409)).body.code).toBe('challenge-unknown');
    const slow = device.get(await ask(mine));
    later(5);
    expect((await signIn(mine, slow).expect(409)).body.code).toBe('challenge-expired');
    const stranger = buildAuthenticator().get(await ask(mine));
    expect((await signIn(mine, stranger).expect(409)).body.code).toBe('passkey-unknown');
  });

  test('two answers with one passkey at the same moment sign in once', async () => {
    const { device } = await enrol();
    const browser = agent();
    const answer = device.get(await ask(browser));
    const answers = await Promise.all([signIn(browser, answer), signIn(browser, answer)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('asks somebody of two partnerships which, and takes the same answer again', async () => {
    const elsewhere = await buildPartnership(database);
    await buildPerson(database, elsewhere.id, 'board-member', null, { email: other.email });
    const { device } = await enrol(other);
    const browser = agent();
    const answer = device.get(await ask(browser));
    const { body } = await signIn(browser, answer).expect(409);
    expect(body.code).toBe('choose-partnership');
    expect(body.choices).toHaveLength(2);
    await signIn(browser, answer, { partnershipId: elsewhere.id }).expect(200);
  });
});

describe('a passkey confirms who somebody is', () => {
  const confirm = (answer: unknown, person = head) =>
    api.as(person).post('/account/confirmations/passkey').send({ answer });
  const askToConfirm = async (person = head) =>
    (await api.as(person).post('/account/confirmations/passkey/options').expect(200)).body;

  test('for five minutes', async () => {
    const { device } = await enrol();
    later(6);
    await api.as(head).post('/account/passkeys/options').expect(403);
    await confirm(device.get(await askToConfirm())).expect(200);
    await api.as(head).post('/account/passkeys/options').expect(200);
    later(5);
    await api.as(head).post('/account/passkeys/options').expect(403);
    await owner.query('update sessions set confirmed_at = $1 where id = $2', [
      new Date('2026-11-23T09:00:00Z'),
      head.sessionId,
    ]);
  });

  test("not with somebody else's passkey, nor with an answer given for signing in", async () => {
    const { device } = await enrol(head);
    const { device: theirs } = await enrol(other);
    expect((await confirm(theirs.get(await askToConfirm())).expect(409)).body.code).toBe('passkey-unknown');
    const browser = agent();
    expect((await confirm(device.get(await ask(browser))).expect(409)).body.code).toBe('challenge-unknown');
  });
});
