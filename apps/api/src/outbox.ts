import type { Db } from '@lateral/db/client';
import { mails } from '@lateral/db/schema';
import { sql } from 'drizzle-orm';

export type Mail = {
  id?: string;
  partnershipId: string | null;
  to: string;
  subject: string;
  text: string;
  unsubscribeUrl?: string;
  /** An invitation that goes with it, or its end (write-invitation.ts). */
  calendar?: string;
};

/** Puts a mail in the outbox, in the transaction that causes it; the worker sends it once that has committed. */
export const postMail = (db: Db, mail: Mail, at: Date) => postMails(db, [mail], at);

/** The same for many: a few statements, however many they are. */
export async function postMails(db: Db, posted: readonly Mail[], at: Date) {
  const rows = posted.map(({ id = crypto.randomUUID(), to, ...mail }) => ({
    id,
    toAddress: to,
    ...mail,
    createdAt: at,
  }));
  for (let i = 0; i < rows.length; i += 2000) {
    const some = rows.slice(i, i + 2000);
    const ids = sql.param(some.map(({ id }) => id));
    // Sent together: one round trip.
    await Promise.all([
      db.insert(mails).values(some).execute(),
      db.execute(
        sql`select wake_worker('send-mail', json_build_object('mailId', id)) from unnest(${ids}::uuid[]) as id`,
      ),
    ]);
  }
}
