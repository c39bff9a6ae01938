import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import request from 'supertest';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { secret, testApi } from '../../test/api.ts';
import { buildPartnership, buildPerson, buildSession } from '../../test/builders.ts';
import { buildApp } from '../app.ts';

const api = await testApi();
const { database, owner } = api;
const { id: partnershipId } = await buildPartnership(database);
const broker = await buildPerson(database, partnershipId, 'broker', null, {
  email: 'rosa.penn@vale.example',
});

/** Who is at the provider's keyboard, and what it says of them. */
let account = { sub: 'subject-1', email: broker.email, email_verified: true };
const publicUrl = 'http://127.0.0.1:3999';
const http = createServer();
await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
const issuer = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
const provider = new Provider(issuer, {
  clients: [
    {
      client_id: 'lateral',
      client_secret: 'a secret of the provider',
      redirect_uris: [`${publicUrl}/api/sign-in/oidc/callback`],
    },
  ],
  claims: { openid: ['sub'], email: ['email', 'email_verified'] },
  findAccount: async (_ctx, id) => ({ accountId: id, claims: async () => ({ ...account, sub: id }) }),
  cookies: { keys: ['a key for tests'] },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_ctx, interaction) => `/at-the-keyboard/${interaction.uid}` },
});
const answer = provider.callback();
http.on('request', async (req, res) => {
  if (!req.url?.startsWith('/at-the-keyboard/')) return answer(req, res);
  // Signs in and agrees to everything, as a person would by pressing two buttons.
  const { prompt, params, grantId } = await provider.interactionDetails(req, res);
  if (prompt.name === 'login')
    return provider.interactionFinished(req, res, { login: { accountId: account.sub } });
  const grant = grantId
    ? await provider.Grant.find(grantId)
    : new provider.Grant({ accountId: account.sub, clientId: String(params.client_id) });
  grant?.addOIDCScope('openid email');
  return provider.interactionFinished(req, res, { consent: { grantId: await grant?.save() } } as never);
});

const settings = {
  issuer,
  clientId: 'lateral',
  clientSecret: 'a secret of the provider',
  name: 'Test provider',
  trustsEmail: false,
};
const appWith = async (more = {}) => {
  const app = await buildApp({ database, secret, publicUrl, oidc: { ...settings, ...more } });
  await app.ready();
  return app;
};
const app = await appWith();
afterAll(async () => {
  await app.close();
  await new Promise((resolve) => http.close(resolve));
  http.closeAllConnections();
  await api.close();
});

beforeEach(async () => {
  account = { sub: `subject-${crypto.randomUUID()}`, email: broker.email, email_verified: true };
  await owner.query('delete from attempts');
  await owner.query('delete from oidc_identities');
});

/** Follows the provider's redirects as a browser with its cookies would, until it is sent back to us. */
async function visit(url: string): Promise<string> {
  const jar = new Map<string, string>();
  let next = url;
  for (let i = 0; i < 12; i++) {
    const response = await fetch(next, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([k, v]) => `${k}=${v}`).join('; ') },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const at = pair.indexOf('=');
      if (/expires=Thu, 01 Jan 1970/i.test(cookie)) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const location = response.headers.get('location');
    if (!location) throw new Error(`${response.status} at ${next}: ${await response.text()}`);
    next = new URL(location, next).href;
    if (next.startsWith(publicUrl)) return next.slice(publicUrl.length);
  }
  throw new Error('the provider goes round in circles');
}

const browser = (of = app) => request.agent(of.server);
type Browser = ReturnType<typeof browser>;
const setOut = async (agent: Browser) =>
  (await agent.post('/api/sign-in/oidc').expect(200)).body.url as string;
const whereTo = async (agent: Browser, back: string) =>
  (await agent.get(back).expect(302)).headers.location as string;
const goThere = async (agent: Browser) => whereTo(agent, await visit(await setOut(agent)));
const redeem = (agent: Browser, place: string) =>
  agent.post('/api/sign-in/redeem').send({ token: place.split('#')[1] });

describe('signing in at a provider', () => {
  test('finds the person by an address that it has proved, and from then on by their subject', async () => {
    const agent = browser();
    const place = await goThere(agent);
    expect(place).toMatch(/^\/sign-in\/link\?from=provider#/);
    const { body } = await redeem(agent, place).expect(200);
    const account1 = await request(app.server)
      .get('/api/account')
      .set('authorization', `Bearer ${body.accessToken}`)
      .expect(200);
    expect(account1.body.sessions[0]).toMatchObject({ signedInBy: 'oidc', isThis: true });
    expect(account1.body.confirmation.until).not.toBeNull();
    account.email = 'rosa.penn@married.example';
    const again = browser();
    await redeem(again, await goThere(again)).expect(200);
  });

  test('gives nobody a role: one whom no partnership lists stays outside', async () => {
    account = { sub: 'a stranger', email: 'stranger@elsewhere.example', email_verified: true };
    expect(await goThere(browser())).toBe('/sign-in/provider?why=nobody-known');
  });

  test('does not go by an address that the provider has not proved', async () => {
    account.email_verified = false;
    expect(await goThere(browser())).toBe('/sign-in/provider?why=nobody-known');
    const trusting = await appWith({ trustsEmail: true });
    const agent = browser(trusting);
    await redeem(agent, await whereTo(agent, await visit(await setOut(agent)))).expect(200);
    await trusting.close();
  });

  test('does not take a second account for a person who has one there, though it has their address', async () => {
    await goThere(browser());
    account.sub = 'a second account with the same address';
    expect(await goThere(browser())).toBe('/sign-in/provider?why=nobody-known');
  });

  test('ends where it began: not in another browser, not twice, not with a changed state', async () => {
    const [mine, theirs] = [browser(), browser()];
    const back = await visit(await setOut(mine));
    await setOut(theirs);
    expect(await whereTo(theirs, back)).toBe('/sign-in/provider?why=visit-over');
    expect(await whereTo(browser(), back)).toBe('/sign-in/provider?why=visit-over');
    const place = await whereTo(mine, back);
    expect(place).toMatch(/^\/sign-in\/link/);
    expect(await whereTo(mine, back)).toBe('/sign-in/provider?why=visit-over');
    expect((await redeem(theirs, place).expect(409)).body.code).toBe('other-browser');
    await redeem(mine, place).expect(200);
  });

  test('is refused with a code of another visit', async () => {
    const agent = browser();
    const first = new URLSearchParams((await visit(await setOut(agent))).split('?')[1]);
    const back = new URL(await visit(await setOut(agent)), publicUrl);
    back.searchParams.set('code', first.get('code') ?? '');
    expect(await whereTo(agent, back.pathname + back.search)).toBe('/sign-in/provider?why=provider-refused');
  });

  test('is refused when the provider says no', async () => {
    const agent = browser();
    const state = new URL(await setOut(agent)).searchParams.get('state');
    const back = `/api/sign-in/oidc/callback?error=access_denied&state=${state}&iss=${encodeURIComponent(issuer)}`;
    expect(await whereTo(agent, back)).toBe('/sign-in/provider?why=provider-refused');
  });

  test('is not offered where no provider is set, and waits for one that is away', async () => {
    await api.anonymous().get('/api/sign-in/means').expect(200, { oidc: null });
    await api.anonymous().post('/api/sign-in/oidc').expect(404);
    const away = await appWith({ issuer: 'http://127.0.0.1:9' });
    const { body } = await request(away.server).post('/api/sign-in/oidc').expect(503);
    expect(body.code).toBe('provider-away');
    await away.close();
  });
});

describe('proving who one is at a provider', () => {
  const confirmFor = async (agent: Browser, sessionId: string) => {
    const token = app.jwt.sign({ sub: broker.personId, sid: sessionId, pid: partnershipId });
    const { body } = await agent
      .post('/api/account/confirmations/oidc')
      .set('authorization', `Bearer ${token}`)
      .expect(200);
    return body.url as string;
  };
  const confirmedBy = async (sessionId: string) =>
    (await owner.query('select confirmed_by from sessions where id = $1', [sessionId])).rows[0]?.confirmed_by;

  test('counts for the session that asked, and records how', async () => {
    const agent = browser();
    const sessionId = await buildSession(database, broker);
    const url = await confirmFor(agent, sessionId);
    expect(new URL(url).searchParams.get('prompt')).toBe('login');
    expect(await whereTo(agent, await visit(url))).toBe('/sign-in/provider');
    expect(await confirmedBy(sessionId)).toBe('oidc');
  });

  test('does not count when it was somebody else', async () => {
    const other = await buildPerson(database, partnershipId, 'board-member');
    account = { sub: 'other', email: other.email, email_verified: true };
    const agent = browser();
    const sessionId = await buildSession(database, broker);
    const place = await whereTo(agent, await visit(await confirmFor(agent, sessionId)));
    expect(place).toBe('/sign-in/provider?why=another-person');
    expect(await confirmedBy(sessionId)).toBeNull();
  });
});
