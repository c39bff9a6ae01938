import type { Db } from '@lateral/db/client';
import { linkMinutes } from '@lateral/domain/sign-in/links';
import { postMail } from '../outbox.ts';
import { hashOf, makeSecret } from '../secrets.ts';
import { findPersonId, recordLink } from './queries.ts';

/** Mails a sign-in link to a known address; an unknown one gets nothing, and the caller cannot tell. */
export async function sendLink(db: Db, email: string, browserHash: string, publicUrl: string, now: Date) {
  const personId = await findPersonId(db, email.trim().toLowerCase());
  if (!personId) return;
  const token = makeSecret();
  const expiresAt = new Date(now.getTime() + linkMinutes * 60_000);
  await recordLink(db, { tokenHash: hashOf(token), personId, browserHash, expiresAt });
  const text = `Hello,

Follow this link to sign in to Lateral:

${publicUrl}/sign-in/link#${token}

It works once, for ${linkMinutes} minutes, in the browser where you asked for it.
If you did not ask to sign in, you can ignore this mail.
`;
  await postMail(
    db,
    { partnershipId: null, to: email.trim(), subject: 'Your link to sign in to Lateral', text },
    now,
  );
}
