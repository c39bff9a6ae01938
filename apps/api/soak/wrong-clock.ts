import { fileURLToPath } from 'node:url';
import { buildPerson } from '../test/builders.ts';
import { ask } from './caller.ts';
import { report, wait } from './figures.ts';
import { buildBroker, openPlace } from './place.ts';

const slowClock = fileURLToPath(new URL('./slow-clock.mjs', import.meta.url));

/** Two API processes on one database, one with its clock two hours slow: they agree on everything that ends. */
export async function runWrongClock() {
  const place = await openPlace();
  const { partnershipId } = await buildBroker(place);
  const person = await buildPerson(place.database, partnershipId, 'board-member', null, {
    email: 'lena@clock.example',
  });
  const right = await place.startApi();
  const slow = await place.startApi(undefined, ['--import', slowClock]);
  const owner = await place.look();
  const disagreements: string[] = [];
  const expectSame = (what: string, isSo: boolean) => {
    if (!isSo) disagreements.push(what);
  };

  /** Asks one process for a link and redeems it at another. */
  async function signIn(asked: string, redeemed: string, age: string | null) {
    const response = await fetch(`${asked}/api/sign-in/links`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: person.email }),
    });
    const cookie = response.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    const { rows } = await owner.query('select text from mails order by created_at desc, id limit 50');
    const tokens = rows.map(({ text }) => /link#(\S+)/.exec(text)?.[1] ?? '');
    if (age)
      await owner.query(`update sign_in_links set expires_at = now() - $1::interval where used_at is null`, [
        age,
      ]);
    for (const token of tokens) {
      const answer = await fetch(`${redeemed}/api/sign-in/redeem`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify({ token }),
      });
      if (answer.ok) {
        const refresh = answer.headers
          .getSetCookie()
          .map((one) => one.split(';')[0])
          .join('; ');
        return {
          accessToken: ((await answer.json()) as { accessToken: string }).accessToken,
          cookie: refresh,
        };
      }
    }
    return null;
  }
  const me = async (url: string, token: string) => (await ask(url, token, { path: '/api/me' })).status;

  for (const [name, a, b] of [
    ['right then slow', right.url, slow.url],
    ['slow then right', slow.url, right.url],
  ] as const) {
    await owner.query('delete from attempts');
    await owner.query('delete from mails');
    const session = await signIn(a, b, null);
    expectSame(`${name}: a fresh link signs in`, session !== null);
    if (!session) continue;
    for (const url of [a, b])
      expectSame(`${name}: the token counts at both`, (await me(url, session.accessToken)) === 200);
    for (const url of [a, b]) {
      const answer = await fetch(`${url}/api/sign-in/refresh`, {
        method: 'POST',
        headers: { cookie: session.cookie },
      });
      expectSame(`${name}: the session is renewed at both`, answer.ok);
    }
    await owner.query('delete from mails');
    expectSame(`${name}: a link past its time signs in nowhere`, (await signIn(a, b, '1 minute')) === null);
    const out = await ask(a, session.accessToken, { method: 'POST', path: '/api/account/sessions/end' });
    expectSame(`${name}: signing out everywhere is done`, out.status === 200);
    await wait(100);
    for (const url of [a, b])
      expectSame(`${name}: it holds at both within a moment`, (await me(url, session.accessToken)) === 401);
  }
  await owner.query('delete from attempts');
  const statuses = [];
  for (let i = 0; i < 8; i++) {
    const url = i % 2 ? slow.url : right.url;
    statuses.push(
      (await ask(url, null, { method: 'POST', path: '/api/sign-in/links', body: { email: 'x@y.example' } }))
        .status,
    );
  }
  expectSame('attempts are counted together', statuses.join() === '202,202,202,202,202,429,429,429');
  await owner.end();
  await place.close();
  report({
    name: 'wrong-clock: disagreements',
    value: disagreements.length,
    unit: 'cases',
    bar: '0',
    ok: disagreements.length === 0,
    disagreements,
  });
}
