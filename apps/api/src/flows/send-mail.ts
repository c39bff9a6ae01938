import type { Database } from '@lateral/db/client';
import type { openPost } from '../post.ts';
import { isStillWanted } from '../reminders/send-reminders.ts';

type Calls = { database: Database; post: ReturnType<typeof openPost>; now: Date };

/** Sends one mail of the outbox, unless it is a reminder and whoever it is for has acted in the meantime. */
export async function sendMail({ database, post, now }: Calls, mailId: string) {
  const partnershipId = await database.withSignInDesk((db) => post.findPartnership(db, mailId));
  if (partnershipId) {
    const isWanted = await database.withPartnership(partnershipId, (db) =>
      isStillWanted(db, partnershipId, mailId, now),
    );
    if (!isWanted) return database.withSignInDesk((db) => post.drop(db, mailId));
  }
  await database.withSignInDesk((db) => post.send(db, mailId, now));
}
