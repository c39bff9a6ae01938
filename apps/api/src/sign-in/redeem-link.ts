import type { Db } from '@lateral/db/client';
import { dayInLondon } from '@lateral/domain/calendars/london';
import { refuseLink } from '@lateral/domain/sign-in/links';
import { Problem, refused } from '../problems.ts';
import { openSession } from './open-session.ts';
import { listPartnershipsOf, lockLink, recordLinkUsed } from './queries.ts';
import { hashOf } from './secrets.ts';

type Given = { token: string; browser: string | undefined; partnershipId: string | undefined };

/** Signs a person in with a link. One who belongs to several partnerships is asked which, and the link stays good. */
export async function redeemLink(db: Db, { token, browser, partnershipId }: Given, now: Date) {
  const link = await lockLink(db, hashOf(token));
  const refusal = refuseLink(link, browser ? hashOf(browser) : null, now);
  if (refusal || !link) throw refused(refusal ?? 'link-unknown');

  const choices = await listPartnershipsOf(db, link.personId, dayInLondon(now));
  if (choices.length === 0) throw refused('no-role');
  const chosen = choices.length === 1 ? choices[0] : choices.find(({ id }) => id === partnershipId);
  if (!chosen) throw new Problem(409, 'choose-partnership', { choices });

  await recordLinkUsed(db, link.tokenHash, now);
  return openSession(db, link.personId, chosen.id, now);
}
