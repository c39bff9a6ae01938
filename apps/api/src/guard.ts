import jwt from '@fastify/jwt';
import type { May } from '@lateral/contract/endpoint';
import { dayInLondon } from '@lateral/domain/calendars/london';
import { confirmFirst, decideFor, inWhoseName, type Permission } from '@lateral/domain/policy';
import { isConfirmed } from '@lateral/domain/sign-in/sessions';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Actor } from './actor.ts';
import { confirmIdentity, forbidden, notFound, signInFirst } from './problems.ts';
import { findStanding } from './standing.ts';

declare module '@fastify/jwt' {
  interface FastifyJWT {
    payload: { sub: string; sid: string; pid: string; iat?: number };
    user: { sub: string; sid: string; pid: string };
  }
}
declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor;
  }
  interface FastifyContextConfig {
    may?: May;
  }
}

const issuer = 'lateral';
/** Access tokens live five minutes (security.md §5); whether the session stands and what it may do is looked up on every request. */
const tokenLife = '5m';

type Claims = { sub: string; sid: string; pid: string; exp: number };

/** By our own clock (`app.now`), which follows the database's, and not by this machine's. */
async function readToken(app: FastifyInstance, request: FastifyRequest) {
  const claims = await request.jwtVerify<Claims>().catch(() => null);
  if (!claims || claims.exp * 1000 <= app.now().getTime()) throw signInFirst();
  return claims;
}

async function admit(app: FastifyInstance, request: FastifyRequest, may: May) {
  if (may === 'anyone') return;
  const { sub, sid, pid } = await readToken(app, request);
  const now = app.now();
  const standing = await app.database.readAtOnce(pid, (db) =>
    findStanding(db, { personId: sub, sessionId: sid }, dayInLondon(now)),
  );
  // Somebody whose session or every role has ended is a stranger here, whatever their token says.
  if (!standing) throw signInFirst();
  const { roles, confirmedAt } = standing;
  const { schoolId = null } = request.params as { schoolId?: string };
  const actor = { personId: sub, sessionId: sid, partnershipId: pid, roles };
  if (may === 'signed-in') {
    request.actor = { ...actor, reach: { scope: 'all' }, onBehalfOf: null };
    return;
  }
  const permission = may as Permission;
  const reach = decideFor(roles, permission, schoolId);
  if (reach === 'hidden') throw notFound();
  if (reach === 'forbidden') throw forbidden();
  if (confirmFirst.includes(permission) && !isConfirmed(confirmedAt, now)) throw confirmIdentity();
  request.actor = { ...actor, reach, onBehalfOf: inWhoseName(roles, permission, schoolId) };
}

/** How access tokens are signed and what a token must be to count. */
export async function signTokens(app: FastifyInstance, secret: string) {
  await app.register(jwt, {
    secret,
    sign: { algorithm: 'HS256', expiresIn: tokenLife, iss: issuer, aud: issuer },
    verify: {
      algorithms: ['HS256'],
      allowedIss: issuer,
      allowedAud: issuer,
      requiredClaims: ['exp', 'iat', 'iss', 'aud', 'sub', 'sid', 'pid'],
      cache: false,
      ignoreExpiration: true,
    },
  });
}

/** Puts the policy table before every route, and refuses to boot with a route that does not say who may call it and what it answers. */
export function guardRoutes(app: FastifyInstance) {
  app.decorateRequest('actor');
  app.addHook('onRoute', ({ method, url, config, schema }) => {
    if (method === 'HEAD' || method === 'OPTIONS') return;
    if (!config?.may) throw new Error(`${method} ${url} does not say who may call it`);
    if (!schema?.response) throw new Error(`${method} ${url} does not say what it answers`);
  });
  app.addHook('onRequest', async (request) => {
    // A route that does not exist has no policy; it answers 404 like one that is hidden.
    const may = request.routeOptions.config.may;
    if (may) await admit(app, request, may);
  });
}
