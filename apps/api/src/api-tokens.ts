import rateLimit, { type CreateRateLimitOptions } from '@fastify/rate-limit';
import type { Db } from '@lateral/db/client';
import { apiTokens } from '@lateral/db/schema';
import { dayInLondon } from '@lateral/domain/calendars/london';
import { tokenRate, tokenWorks } from '@lateral/domain/tokens/tokens';
import { and, eq, sql } from 'drizzle-orm';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from './problems.ts';
import { listRolesHeld } from './roles-held.ts';
import { hashOf } from './secrets.ts';

/** What a program sent: which partnership it says it is of, and the hash that it is known by there. */
export type SentToken = { partnershipId: string; tokenHash: string };

declare module 'fastify' {
  interface FastifyInstance {
    limitToken: ReturnType<FastifyInstance['createRateLimit']>;
  }
}

/** A token as a program sends it: it names its partnership, so that it is looked for behind that wall alone. */
export const writeToken = (partnershipId: string, secret: string) =>
  `lateral_${partnershipId.replaceAll('-', '')}_${secret}`;

/** What a token says; null when what was sent is none. */
export function readToken(text: string): SentToken | null {
  const found = /^lateral_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})_[\w-]{43}$/.exec(
    text,
  );
  return found ? { partnershipId: found.slice(1, 6).join('-'), tokenHash: hashOf(text) } : null;
}

/** What a caller sent to say who they are; '' when nothing. */
export const readBearer = ({ headers }: FastifyRequest) =>
  /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';

/**
 * What a token is good for now: its scopes, and the roles that its owner holds themselves. Null when it has ended, or
 * when every role of its owner has. Notes that it was used, to the minute.
 */
export async function findTokenStanding(db: Db, tokenHash: string, now: Date) {
  const [token] = await db.select().from(apiTokens).where(eq(apiTokens.tokenHash, tokenHash));
  if (!token || !tokenWorks(token, now)) return null;
  const roles = await listRolesHeld(db, token.ownerId, dayInLondon(now));
  if (roles.length === 0) return null;
  const aMinuteAgo = new Date(now.getTime() - 60_000);
  if (!token.usedAt || token.usedAt < aMinuteAgo)
    await db
      .update(apiTokens)
      .set({ usedAt: now })
      .where(
        and(
          eq(apiTokens.id, token.id),
          sql`coalesce(${apiTokens.usedAt}, '-infinity') < ${aMinuteAgo.toISOString()}::timestamptz`,
        ),
      );
  return { personId: token.ownerId, roles, name: token.name, scopes: token.scopes };
}

/** Prepares to count what each token calls. Each process counts for itself: it keeps the service even, and is no wall. */
export async function limitCalls(app: FastifyInstance) {
  await app.register(rateLimit, { global: false });
  const options: CreateRateLimitOptions = {
    max: tokenRate.calls,
    timeWindow: tokenRate.seconds * 1000,
    keyGenerator: (request) => hashOf(readBearer(request)),
  };
  app.decorate('limitToken', app.createRateLimit(options));
}

/**
 * Counts one call with a token, and tells the caller how many are left and for how many seconds
 * (`RateLimit` and `RateLimit-Policy`, draft-ietf-httpapi-ratelimit-headers).
 * @throws 429 with the seconds to wait
 */
export async function countCall(app: FastifyInstance, request: FastifyRequest, reply: FastifyReply) {
  const limit = await app.limitToken(request);
  if (limit.isAllowed) return;
  reply.header('ratelimit-policy', `"token";q=${tokenRate.calls};w=${tokenRate.seconds}`);
  reply.header('ratelimit', `"token";r=${limit.remaining};t=${limit.ttlInSeconds}`);
  if (limit.isExceeded)
    throw new Problem(429, 'too-many-calls', { retryAfter: Math.max(1, limit.ttlInSeconds) });
}
