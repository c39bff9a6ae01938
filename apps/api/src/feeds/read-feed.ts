import type { Db } from '@lateral/db/client';
import { dayInLondon } from '@lateral/domain/calendars/london';
import { reconcile } from '@lateral/domain/feeds/entries';
import { findPartnershipName } from '../all-partnerships.ts';
import { notFound } from '../problems.ts';
import { listRolesHeld } from '../roles-held.ts';
import { hashOf } from '../secrets.ts';
import { listOwnDays } from './own-days.ts';
import { listEntries, lockFeedBySecret, recordEntries, recordFeedRead, removeEntries } from './queries.ts';
import { writeCalendar } from './write-calendar.ts';

const hourMs = 3_600_000;

/**
 * The calendar behind a secret, brought up to now, and kept as it was given. @throws 404 for a secret that is not, or no
 * longer, anybody's, and for somebody whose every role has ended
 */
export async function readFeed(db: Db, secret: string, publicUrl: string, now: Date): Promise<string> {
  const feed = await lockFeedBySecret(db, hashOf(secret));
  if (!feed) throw notFound();
  const { partnershipId, personId, withTerms, readAt } = feed;
  const today = dayInLondon(now);
  const roles = await listRolesHeld(db, personId, today);
  if (roles.length === 0) throw notFound();
  const wanted = await listOwnDays(db, { personId, roles, withTerms }, today);
  const { entries, changed, over } = reconcile(await listEntries(db, personId), wanted, now, today);
  await recordEntries(db, feed, changed);
  await removeEntries(db, personId, over);
  if (!readAt || now.getTime() - readAt.getTime() > hourMs) await recordFeedRead(db, personId, now);
  const name = `Lateral: ${await findPartnershipName(db, partnershipId)}`;
  return writeCalendar({ name, personId, entries, publicUrl });
}
