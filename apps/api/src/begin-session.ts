import type { FastifyInstance, FastifyReply } from 'fastify';
import { signInCookies } from './cookies.ts';

/** What a session's tokens are made of: whose they are, of which session and partnership, and what renews them. */
export type Opened = {
  sub: string;
  sid: string;
  pid: string;
  refresh: { token: string; expiresAt: Date };
};

/** Gives a browser its session: the refresh token in a cookie that no script reads, the access token in the answer. */
export function beginSession(app: FastifyInstance, reply: FastifyReply, { refresh, ...claims }: Opened) {
  signInCookies(app).keepRefresh(reply, refresh.token, refresh.expiresAt);
  return { accessToken: app.jwt.sign({ ...claims, iat: Math.floor(app.now().getTime() / 1000) }) };
}
