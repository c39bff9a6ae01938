import type { Database, Db } from '@lateral/db/client';
import { addDays } from '@lateral/domain/calendars/weeks';
import { digestDueAt, digestReachDays } from '@lateral/domain/notifications/digest';
import { mayRead, readableBy } from '@lateral/domain/notifications/kinds';
import { findPartnershipName, listPartnershipIds } from '../all-partnerships.ts';
import { postMail } from '../outbox.ts';
import { composeDigest } from './compose-digest.ts';
import {
  countUnreadOfMail,
  isClosedOn,
  listRolesOf,
  listUntold,
  recordDigested,
  takeDigests,
  type Untold,
} from './digest-queries.ts';
import { unsubscribeToken } from './unsubscribe.ts';

type Calls = { now: Date; publicUrl: string; derive: (purpose: string) => string };

/**
 * Puts the daily mails of every partnership into the outbox, when it is time: one partnership in one transaction. Called
 * again, or by two workers, or after one that died, it sends nobody a second.
 */
export async function sendDigests(database: Database, calls: Calls) {
  if (!digestDueAt(calls.now)) return;
  for (const id of await database.withKeeper(listPartnershipIds))
    await database.withPartnership(id, (db) => sendDigestsOf(db, id, calls));
}

async function sendDigestsOf(db: Db, partnershipId: string, { now, publicUrl, derive }: Calls) {
  const due = digestDueAt(now);
  if (!due || (await isClosedOn(db, due.day))) return;
  const since = new Date(`${addDays(due.day, -digestReachDays)}T00:00:00Z`);
  const untold = await keepReadable(db, await listUntold(db, since, due.upTo), due.day);
  const byPerson = Map.groupBy(untold, ({ personId }) => personId);
  const mailIds = new Map([...byPerson.keys()].map((personId) => [personId, crypto.randomUUID() as string]));
  const taken = await takeDigests(
    db,
    [...mailIds].map(([personId, mailId]) => ({ partnershipId, personId, day: due.day, mailId })),
  );
  const partnership = await findPartnershipName(db, partnershipId);
  for (const personId of taken) {
    const items = byPerson.get(personId) ?? [];
    const { name = '', email: to = '' } = items[0] ?? {};
    const token = unsubscribeToken(derive, { partnershipId, personId });
    const id = mailIds.get(personId) ?? '';
    await postMail(
      db,
      { id, partnershipId, to, ...composeDigest({ partnership, name, items, publicUrl, token }) },
      now,
    );
    await recordDigested(
      db,
      items.map((item) => item.id),
      due.day,
    );
  }
}

/** Nobody is mailed about what they may not see any more. */
async function keepReadable(db: Db, untold: readonly Untold[], day: string) {
  const personIds = [...new Set(untold.map(({ personId }) => personId))];
  if (personIds.length === 0) return [];
  const roles = await listRolesOf(db, personIds, day);
  const readable = new Map([...roles].map(([personId, held]) => [personId, readableBy(held)]));
  return untold.filter((one) => {
    const theirs = readable.get(one.personId);
    return theirs !== undefined && mayRead(theirs, one);
  });
}

/** Whether a mail of the outbox should still go: false for a daily mail of which everything has been read by now. */
export const isStillNews = async (db: Db, mailId: string) => (await countUnreadOfMail(db, mailId)) !== 0;
