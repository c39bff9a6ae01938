import type { Database } from '@lateral/db/client';
import { refuseCodeAddress } from '@lateral/domain/sign-in/codes';
import { type ConfirmMeans, confirmedUntil, isConfirmed } from '@lateral/domain/sign-in/sessions';
import type { Actor } from '../actor.ts';
import { notFound } from '../problems.ts';
import { findConfirmedAt, findOwnAddress, hasIdentity, listSessions } from './account-queries.ts';
import { listPasskeys } from './passkey-queries.ts';

/** How somebody signs in, where they are signed in, and how they can prove who they are: the best means first. */
export async function readAccount(
  database: Database,
  { personId, sessionId, partnershipId }: Actor,
  providerName: string | null,
  now: Date,
) {
  const person = await database.withPartnership(partnershipId, (db) => findOwnAddress(db, personId));
  if (!person) throw notFound();
  const codeRefusal = refuseCodeAddress(person);
  return database.withSignInDesk(async (db) => {
    const passkeys = await listPasskeys(db, personId);
    const isKnownThere = providerName !== null && (await hasIdentity(db, personId));
    const has: Record<ConfirmMeans, boolean> = {
      passkey: passkeys.length > 0,
      oidc: isKnownThere,
      code: codeRefusal === null,
    };
    const confirmedAt = await findConfirmedAt(db, sessionId);
    const sessions = await listSessions(db, personId);
    return {
      passkeys,
      sessions: sessions.map((session) => ({ ...session, isThis: session.id === sessionId })),
      confirmation: {
        until: confirmedAt && isConfirmed(confirmedAt, now) ? confirmedUntil(confirmedAt) : null,
        means: (['passkey', 'oidc', 'code'] as const).filter((means) => has[means]),
        providerName,
        codeAddress: codeRefusal ? null : person.email,
        codeRefusal,
      },
    };
  });
}
