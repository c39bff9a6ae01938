import type { Database, Db } from '@lateral/db/client';
import { linkMinutes } from '@lateral/domain/sign-in/links';
import type { Identity, Provider } from '../oidc.ts';
import { hashOf, makeSecret } from '../secrets.ts';
import { recordConfirmed } from './account-queries.ts';
import {
  findIdentity,
  findSessionOwner,
  isKnownTo,
  recordIdentity,
  recordIdentityUsed,
  recordVisit,
  takeVisit,
} from './oidc-queries.ts';
import { findPersonId, recordLink } from './queries.ts';

const visitMinutes = 10;

/** Sets out for the provider: to sign in, or (with a session) to prove who somebody is. */
export async function setOut(
  database: Database,
  provider: Provider,
  from: { browserHash: string; sessionId: string | null },
  now: Date,
) {
  const { url, state, nonce, codeVerifier } = await provider.setOut(from.sessionId !== null);
  const expiresAt = new Date(now.getTime() + visitMinutes * 60_000);
  await database.withSignInDesk((db) =>
    recordVisit(db, { stateHash: hashOf(state), nonce, codeVerifier, expiresAt, ...from }),
  );
  return { url, state };
}

type Return = { query: string; state: string | undefined; cookie: string | undefined };

/**
 * Where a browser goes that came back from the provider: with a link of its own to sign in, to the page that says that
 * it has been confirmed, or to one that says why not. Roles never come from a provider; they stand in the partnership.
 */
export async function comeBack(
  database: Database,
  provider: Provider,
  { query, state, cookie }: Return,
  now: Date,
): Promise<string> {
  // The state must be the one that this very browser set out with.
  const visit =
    state && state === cookie ? await database.withSignInDesk((db) => takeVisit(db, hashOf(state))) : null;
  if (!visit || !state || visit.expiresAt <= now) return refusedAt('visit-over');
  const identity = await provider.comeBack(query, { ...visit, state }, now);
  if (!identity) return refusedAt('provider-refused');
  return database.withSignInDesk(async (db) => {
    const personId = await findPerson(db, provider.issuer, identity, now);
    if (!personId) return refusedAt('nobody-known');
    const { sessionId, browserHash } = visit;
    if (sessionId) return confirm(db, { sessionId, personId, isFresh: identity.isFresh }, now);
    const token = makeSecret();
    const expiresAt = new Date(now.getTime() + linkMinutes * 60_000);
    const link = { tokenHash: hashOf(token), personId, browserHash, expiresAt };
    await recordLink(db, { ...link, means: 'oidc', isFresh: identity.isFresh });
    return `/sign-in/link?from=provider#${token}`;
  });
}

const refusedAt = (
  why: 'visit-over' | 'provider-refused' | 'nobody-known' | 'another-person' | 'not-fresh',
) => `/sign-in/provider?why=${why}`;

/** By subject, once it is known; the first time by an address that the provider has proved. */
async function findPerson(db: Db, issuer: string, { subject, email }: Identity, now: Date) {
  const known = await findIdentity(db, issuer, subject);
  if (known) {
    await recordIdentityUsed(db, issuer, subject, now);
    return known;
  }
  const personId = email ? await findPersonId(db, email) : null;
  // Somebody who is another account there already is not this one too, whoever now has the address.
  if (!personId || (await isKnownTo(db, issuer, personId))) return null;
  await recordIdentity(db, { issuer, subject, personId, createdAt: now, usedAt: now });
  return personId;
}

async function confirm(
  db: Db,
  { sessionId, personId, isFresh }: { sessionId: string; personId: string; isFresh: boolean },
  now: Date,
) {
  if ((await findSessionOwner(db, sessionId)) !== personId) return refusedAt('another-person');
  if (!isFresh) return refusedAt('not-fresh');
  await recordConfirmed(db, sessionId, 'oidc', now);
  return '/sign-in/provider';
}
