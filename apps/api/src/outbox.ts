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
};

/** Puts a mail in the outbox, in the transaction that causes it; the worker sends it once that has committed. */
export async function postMail(db: Db, { id = crypto.randomUUID(), to, ...mail }: Mail, at: Date) {
  await db.insert(mails).values({ id, toAddress: to, ...mail, createdAt: at });
  await db.execute(sql`select wake_worker('send-mail', ${JSON.stringify({ mailId: id })}::json)`);
}
