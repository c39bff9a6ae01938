import type { Db } from '@lateral/db/client';
import { judgeRefresh } from '@lateral/domain/sign-in/links';
import type { Opened } from '../begin-session.ts';
import { hashOf } from '../secrets.ts';
import { issueRefresh } from './open-session.ts';
import { endSession, lockRefreshToken, recordSeen, recordTokensUsed } from './queries.ts';

/**
 * Rotates a refresh token. One used within the grace brings another token beside the first, whose answer may have been
 * lost; one used before that ends its whole session. Null when the browser must sign in again.
 */
export async function refreshSession(db: Db, token: string, now: Date): Promise<Opened | null> {
  const known = await lockRefreshToken(db, hashOf(token));
  const verdict = judgeRefresh(known, now);
  if (!known || verdict === 'refuse') return null;
  if (verdict === 'reuse') {
    await endSession(db, known.sessionId, 'token-reused', now);
    return null;
  }
  const opened = { sub: known.personId, sid: known.sessionId, pid: known.partnershipId };
  if (verdict === 'rotate') {
    await recordTokensUsed(db, known.sessionId, now);
    await recordSeen(db, known.sessionId, now);
  }
  return { ...opened, refresh: await issueRefresh(db, known.sessionId, now) };
}
