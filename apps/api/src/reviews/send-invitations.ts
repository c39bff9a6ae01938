import type { Database, Db } from '@lateral/db/client';
import { findPartnershipName } from '../all-partnerships.ts';
import { postMails } from '../outbox.ts';
import { organizerOf } from '../write-invitation.ts';
import { composeInvitation } from './compose-invitation.ts';
import {
  holdInvitations,
  listTeamNames,
  listToMail,
  recordMailed,
  type ToMail,
} from './invitation-queries.ts';

type Calls = { now: Date; publicUrl: string; mailFrom: string };

/** So many people and reviews are written to in one transaction. */
const atOnce = 100;

/**
 * Writes the mails that a publication causes into the outbox, some at a time, each in the transaction that says it is
 * done: killed at any point and called again, by any number of workers, it writes each once. Of several things that
 * somebody has not yet heard about one review the last is told; what was asked and taken back in between is not.
 */
export async function sendInvitations(database: Database, partnershipId: string, calls: Calls) {
  for (;;) {
    const done = await database.withPartnership(partnershipId, (db) => sendSome(db, partnershipId, calls));
    if (done < atOnce) return;
  }
}

async function sendSome(db: Db, partnershipId: string, { now, publicUrl, mailFrom }: Calls) {
  await holdInvitations(db, partnershipId);
  const rows = await listToMail(db, atOnce);
  if (rows.length === 0) return 0;
  const news = Map.groupBy(rows, ({ seasonId, schoolId, personId }) => `${seasonId} ${schoolId} ${personId}`);
  const partnership = await findPartnershipName(db, partnershipId);
  const sender = { partnership, publicUrl, organizer: organizerOf(mailFrom, partnership) };
  const teams = Map.groupBy(
    await listTeamNames(
      db,
      rows.map(({ schoolId }) => schoolId),
    ),
    ({ seasonId, schoolId }) => `${seasonId} ${schoolId}`,
  );
  const mails = [...news.values()].flatMap((own) => {
    const last = own.at(-1);
    if (!last || !isWorthSaying(last)) return [];
    const team = teams.get(`${last.seasonId} ${last.schoolId}`) ?? [];
    return { partnershipId, to: last.email, ...composeInvitation(last, team, sender) };
  });
  await postMails(db, mails, now);
  await recordMailed(db, rows, now);
  return news.size;
}

/** Nobody needs to hear that something is off of which they never heard; and whoever was erased has no address. */
const isWorthSaying = ({ method, isKnown, email }: ToMail) =>
  email !== '' && (method === 'request' || isKnown);
