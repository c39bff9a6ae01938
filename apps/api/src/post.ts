import type { Db } from '@lateral/db/client';
import { mails } from '@lateral/db/schema';
import { and, eq, isNull } from 'drizzle-orm';
import { createTransport } from 'nodemailer';
import type { Env } from './env.ts';

/** An invitation as mail programs take it: its method stands beside it as well as within it (RFC 6047). */
function attach(calendar: string | null) {
  if (calendar === null) return {};
  const [, method = 'REQUEST'] = /^METHOD:([A-Z]+)\s*$/m.exec(calendar) ?? [];
  return { icalEvent: { method, filename: 'invitation.ics', content: calendar } };
}

/** Sends mail by SMTP, or, where none is set, keeps it for the mailbox in the app. */
export function openPost({ smtpUrl, mailFrom }: Pick<Env, 'smtpUrl' | 'mailFrom'>) {
  const transport = smtpUrl ? createTransport(smtpUrl) : null;
  return {
    /** Whose mail it is; null for mail of the installation, and for one that has been sent or dropped. */
    async findPartnership(db: Db, mailId: string) {
      const [mail] = await db
        .select({ partnershipId: mails.partnershipId })
        .from(mails)
        .where(and(eq(mails.id, mailId), isNull(mails.sentAt)));
      return mail?.partnershipId ?? null;
    },
    /** Takes a mail that is not wanted any more out of the outbox. */
    async drop(db: Db, mailId: string) {
      await db.delete(mails).where(and(eq(mails.id, mailId), isNull(mails.sentAt)));
    },
    /** Sends one mail of the outbox, once: a second call finds it sent. Throws when the server does not take it. */
    async send(db: Db, mailId: string, now: Date) {
      const [mail] = await db.select().from(mails).where(eq(mails.id, mailId)).for('update');
      if (!mail || mail.sentAt) return;
      const { toAddress: to, subject, text, unsubscribeUrl, calendar } = mail;
      const headers = unsubscribeUrl
        ? {
            'List-Unsubscribe': `<${unsubscribeUrl}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }
        : {};
      const messageId = `<${mailId}@lateral>`;
      await transport?.sendMail({
        from: mailFrom,
        to,
        subject,
        text,
        messageId,
        headers,
        ...attach(calendar),
      });
      await db.update(mails).set({ sentAt: now }).where(eq(mails.id, mailId));
    },
  };
}
