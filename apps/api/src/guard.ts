import jwt from '@fastify/jwt';
import type { May } from '@lateral/contract/endpoint';
import { dayInLondon } from '@lateral/domain/calendars/london';
import { decideFor, type Permission } from '@lateral/domain/policy';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Actor } from './actor.ts';
import { forbidden, notFound, signInFirst } from './problems.ts';
import { listRolesHeld } from './roles-held.ts';

declare module '@fastify/jwt' {
  interface FastifyJWT {
    payload: { sub: string; sid: string; pid: string };
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
/** Access tokens live five minutes (security.md §5); what a person may do is looked up afresh on every request. */
const tokenLife = '5m';

async function readToken(request: FastifyRequest) {
  try {
    return await request.jwtVerify<{ sub: string; sid: string; pid: string }>();
  } catch {
    throw signInFirst();
  }
}

async function admit(app: FastifyInstance, request: FastifyRequest, may: May) {
  if (may === 'anyone') return;
  const { sub, sid, pid } = await readToken(request);
  const today = dayInLondon(app.now());
  const roles = await app.database.withPartnership(pid, (db) => listRolesHeld(db, sub, today));
  // Somebody whose every role has ended is a stranger here, whatever their token says.
  if (roles.length === 0) throw signInFirst();
  const { schoolId = null } = request.params as { schoolId?: string };
  const reach =
    may === 'signed-in' ? ({ scope: 'all' } as const) : decideFor(roles, may as Permission, schoolId);
  if (reach === 'hidden') throw notFound();
  if (reach === 'forbidden') throw forbidden();
  request.actor = { personId: sub, sessionId: sid, partnershipId: pid, roles, reach };
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
