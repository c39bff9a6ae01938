import type { Db } from '@lateral/db/client';
import { refuseLink } from '@lateral/domain/sign-in/links';
import { refused } from '../problems.ts';
import { hashOf } from '../secrets.ts';
import { choosePartnership, openSession } from './open-session.ts';
import { lockLink, recordLinkUsed } from './queries.ts';

type Given = {
  token: string;
  browserHash: string | null;
  partnershipId: string | undefined;
  /** The browser in a few words. */
  browser: string | null;
};

/** Signs a person in with a link. One who belongs to several partnerships is asked which, and the link stays good. */
export async function redeemLink(db: Db, { token, browserHash, partnershipId, browser }: Given, now: Date) {
  const link = await lockLink(db, hashOf(token));
  const refusal = refuseLink(link, browserHash, now);
  if (refusal || !link) throw refused(refusal ?? 'link-unknown');
  const chosen = await choosePartnership(db, link.personId, partnershipId, now);
  await recordLinkUsed(db, link.tokenHash, now);
  const by = link.browserHash === null ? 'first-link' : link.means;
  const confirmedBy = link.means === 'oidc' && link.isFresh ? ('oidc' as const) : undefined;
  return openSession(db, link.personId, chosen, { by, browser, confirmedBy }, now);
}
