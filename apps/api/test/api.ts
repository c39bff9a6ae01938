import request from 'supertest';
import { type App, buildApp } from '../src/app.ts';
import { testDatabase } from './database.ts';

export const secret = 'a test secret of at least thirty-two characters';

/** Whom a test calls as. */
export type SignedIn = { personId: string; partnershipId: string; sessionId: string };

type Options = { now?: () => Date; mailbox?: boolean };

/** The whole application on a database of its own. */
export async function testApi({
  now = () => new Date('2026-11-23T09:00:00Z'),
  mailbox = false,
}: Options = {}) {
  const { database, owner, ownerUrl, urls, close } = await testDatabase();
  const app = await buildApp({ database, secret, now, mailbox, publicUrl: 'http://localhost:3000' });
  await app.ready();
  const token = ({ personId, partnershipId, sessionId }: SignedIn) =>
    app.jwt.sign({
      sub: personId,
      pid: partnershipId,
      sid: sessionId,
      iat: Math.floor(now().getTime() / 1000),
    });
  return {
    app,
    database,
    owner,
    ownerUrl,
    urls,
    token,
    as: (person: SignedIn) => callAs(app, token(person)),
    anonymous: () => request(app.server),
    close: async () => {
      await app.close();
      await close();
    },
  };
}

function callAs(app: App, token: string) {
  const with_ = (method: 'get' | 'post' | 'put' | 'patch' | 'delete') => (path: string) =>
    request(app.server)[method](`/api${path}`).set('authorization', `Bearer ${token}`);
  return {
    get: with_('get'),
    post: with_('post'),
    put: with_('put'),
    patch: with_('patch'),
    delete: with_('delete'),
  };
}

export type TestApi = Awaited<ReturnType<typeof testApi>>;
