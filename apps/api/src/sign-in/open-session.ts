import type { Db } from '@lateral/db/client';
import { dayInLondon } from '@lateral/domain/calendars/london';
import { sessionDays } from '@lateral/domain/sign-in/links';
import type { ConfirmMeans, SignInMeans } from '@lateral/domain/sign-in/sessions';
import type { Opened } from '../begin-session.ts';
import { Problem, refused } from '../problems.ts';
import { hashOf, makeSecret } from '../secrets.ts';
import { listPartnershipsOf, recordRefreshToken, recordSession } from './queries.ts';

/** How somebody came in: by what, in which browser, and whether that also proved who they are. */
export type Entry = { by: SignInMeans; browser: string | null; confirmedBy?: ConfirmMeans | undefined };

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
  { by, browser, confirmedBy }: Entry,
  now: Date,
): Promise<Opened> {
  const sessionId = await recordSession(db, {
    personId,
    partnershipId,
    createdAt: now,
    browser,
    signedInBy: by,
    ...(confirmedBy && { confirmedAt: now, confirmedBy }),
  });
  return {
    sub: personId,
    sid: sessionId,
    pid: partnershipId,
    refresh: await issueRefresh(db, sessionId, now),
  };
}

/**
 * The partnership that somebody signs in to: their only one, or the one that they chose.
 * @throws 409 `no-role`, or `choose-partnership` with the choices
 */
export async function choosePartnership(db: Db, personId: string, chosenId: string | undefined, now: Date) {
  const choices = await listPartnershipsOf(db, personId, dayInLondon(now));
  if (choices.length === 0) throw refused('no-role');
  const chosen = choices.length === 1 ? choices[0] : choices.find(({ id }) => id === chosenId);
  if (!chosen) throw new Problem(409, 'choose-partnership', { choices });
  return chosen.id;
}
