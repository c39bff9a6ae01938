import type { Db } from '@lateral/db/client';
import { sessionDays } from '@lateral/domain/sign-in/links';
import { recordRefreshToken, recordSession } from './queries.ts';
import { hashOf, makeSecret } from './secrets.ts';

/** `refresh` is null when the browser keeps the refresh token that it has. */
export type Opened = {
  sub: string;
  sid: string;
  pid: string;
  refresh: { token: string; expiresAt: Date } | null;
};

/** A new refresh token for a session, good for fourteen days from now. */
export async function issueRefresh(db: Db, sessionId: string, now: Date) {
  const token = makeSecret();
  const expiresAt = new Date(now.getTime() + sessionDays * 86_400_000);
  await recordRefreshToken(db, { tokenHash: hashOf(token), sessionId, expiresAt });
  return { token, expiresAt };
}

/** Begins a session, bound to one partnership for as long as it lasts. */
export async function openSession(
  db: Db,
  personId: string,
  partnershipId: string,
  now: Date,
): Promise<Opened> {
  const sessionId = await recordSession(db, personId, partnershipId, now);
  return {
    sub: personId,
    sid: sessionId,
    pid: partnershipId,
    refresh: await issueRefresh(db, sessionId, now),
  };
}
