import type { Database } from '@lateral/db/client';
import { isStillNews } from '../notifications/send-digests.ts';
import type { openPost } from '../post.ts';
import { isStillWanted } from '../reminders/send-reminders.ts';

type Calls = { database: Database; post: ReturnType<typeof openPost>; now: Date };

/** Sends one mail of the outbox, unless whoever it is for has acted on the reminder, or read all of the daily mail, meanwhile. */
export async function sendMail({ database, post, now }: Calls, mailId: string) {
  const partnershipId = await database.withSignInDesk((db) => post.findPartnership(db, mailId));
  if (partnershipId) {
    const isWanted = await database.withPartnership(
      partnershipId,
      async (db) => (await isStillWanted(db, partnershipId, mailId, now)) && (await isStillNews(db, mailId)),
    );
    if (!isWanted) return database.withSignInDesk((db) => post.drop(db, mailId));
  }
  await database.withSignInDesk((db) => post.send(db, mailId, now));
}
