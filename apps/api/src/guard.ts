import jwt from '@fastify/jwt';
import type { May } from '@lateral/contract/endpoint';
import { dayInLondon } from '@lateral/domain/calendars/london';
import { confirmFirst, decideFor, inWhoseName, type Permission } from '@lateral/domain/policy';
import { isConfirmed } from '@lateral/domain/sign-in/sessions';
import { tokenAllows } from '@lateral/domain/tokens/tokens';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from './actor.ts';
import { countCall, findTokenStanding, readBearer, readToken, type SentToken } from './api-tokens.ts';
import { beyondToken, confirmIdentity, forbidden, notFound, signInFirst } from './problems.ts';
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
async function readAccess(app: FastifyInstance, request: FastifyRequest) {
  const claims = await request.jwtVerify<Claims>().catch(() => null);
  if (!claims || claims.exp * 1000 <= app.now().getTime()) throw signInFirst();
  return claims;
}

/** Who is signed in, and when they last proved who they are. Somebody whose session or every role has ended is a stranger. */
async function admitPerson(app: FastifyInstance, request: FastifyRequest) {
  const { sub: personId, sid: sessionId, pid: partnershipId } = await readAccess(app, request);
  const standing = await app.database.readAtOnce(partnershipId, (db) =>
    findStanding(db, { personId, sessionId }, dayInLondon(app.now())),
  );
  if (!standing) throw signInFirst();
  const { roles, confirmedAt, confirmedBy } = standing;
  const caller = { personId, sessionId, partnershipId, roles, token: null, confirmedBy };
  return { caller, scopes: null, confirmedAt };
}

/** The program that calls with a token: it has the roles of the token's owner, and of what they allow only its scopes. */
async function admitProgram(
  app: FastifyInstance,
  request: FastifyRequest,
  reply: FastifyReply,
  sent: SentToken,
) {
  const standing = await app.database.withPartnership(sent.partnershipId, (db) =>
    findTokenStanding(db, sent.tokenHash, app.now()),
  );
  if (!standing) throw signInFirst();
  await countCall(app, request, reply);
  const { personId, roles, name, scopes } = standing;
  const caller = {
    personId,
    sessionId: '',
    partnershipId: sent.partnershipId,
    roles,
    token: name,
    confirmedBy: null,
  };
  return { caller, scopes, confirmedAt: null };
}

async function admit(app: FastifyInstance, request: FastifyRequest, reply: FastifyReply, may: May) {
  if (may === 'anyone') return;
  const sent = readToken(readBearer(request));
  const { caller, scopes, confirmedAt } = sent
    ? await admitProgram(app, request, reply, sent)
    : await admitPerson(app, request);
  if (may === 'signed-in') {
    if (scopes) throw beyondToken();
    request.actor = { ...caller, reach: { scope: 'all' }, onBehalfOf: null };
    return;
  }
  const { roles } = caller;
  const permission = may as Permission;
  const { schoolId = null } = request.params as { schoolId?: string };
  const reach = decideFor(roles, permission, schoolId);
  if (reach === 'hidden') throw notFound();
  if (reach === 'forbidden') throw forbidden();
  if (scopes && !tokenAllows(scopes, permission)) throw beyondToken(permission);
  if (confirmFirst.includes(permission) && !isConfirmed(confirmedAt, app.now())) throw confirmIdentity();
  request.actor = { ...caller, reach, onBehalfOf: inWhoseName(roles, permission, schoolId) };
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
  app.addHook('onRequest', async (request, reply) => {
    // A route that does not exist has no policy; it answers 404 like one that is hidden.
    const may = request.routeOptions.config.may;
    if (may) await admit(app, request, reply, may);
  });
}
