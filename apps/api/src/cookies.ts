import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hashOf, makeSecret } from './secrets.ts';

/** Back from an OpenID provider the browser comes from another site, so that a strict cookie would stay at home. */
const visitMinutes = 10;

/** The cookies of signing in: the refresh token, what tells one browser from another, and a visit to a provider. */
export function signInCookies({ publicUrl }: Pick<FastifyInstance, 'publicUrl'>) {
  const secure = publicUrl.startsWith('https:');
  const name = (cookie: string) => (secure ? `__Host-${cookie}` : cookie);
  const strict = { path: '/', httpOnly: true, sameSite: 'strict', secure } as const;
  const lax = { ...strict, sameSite: 'lax' } as const;
  const [refresh, browser, visit] = [name('lateral-refresh'), name('lateral-browser'), name('lateral-visit')];
  return {
    readRefresh: ({ cookies }: FastifyRequest) => cookies[refresh],
    keepRefresh: (reply: FastifyReply, token: string, expires: Date) =>
      void reply.setCookie(refresh, token, { ...strict, expires }),
    forgetRefresh: (reply: FastifyReply) => void reply.clearCookie(refresh, strict),
    /** The hash of this browser's secret; null when it has none yet. */
    readBrowser: ({ cookies }: FastifyRequest) => {
      const secret = cookies[browser];
      return secret ? hashOf(secret) : null;
    },
    /** Knows this browser again for a day. @returns the hash of its secret */
    knowBrowser: ({ cookies }: FastifyRequest, reply: FastifyReply) => {
      const secret = cookies[browser] ?? makeSecret();
      reply.setCookie(browser, secret, { ...strict, maxAge: 86_400 });
      return hashOf(secret);
    },
    readVisit: ({ cookies }: FastifyRequest) => cookies[visit],
    keepVisit: (reply: FastifyReply, state: string) =>
      void reply.setCookie(visit, state, { ...lax, maxAge: visitMinutes * 60 }),
    forgetVisit: (reply: FastifyReply) => void reply.clearCookie(visit, lax),
  };
}
