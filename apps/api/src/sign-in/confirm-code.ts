import { randomInt } from 'node:crypto';
import type { Database, Db } from '@lateral/db/client';
import {
  confirmCodeDigits,
  confirmCodeMinutes,
  confirmCodeTries,
  refuseCode,
  refuseCodeAddress,
} from '@lateral/domain/sign-in/codes';
import type { Actor } from '../actor.ts';
import { postMail } from '../outbox.ts';
import { notFound, refused } from '../problems.ts';
import { hashOf } from '../secrets.ts';
import { deleteCode, findOwnAddress, recordConfirmed, replaceCode, takeTry } from './account-queries.ts';

/** Bound to its session, so that a code read over a shoulder is of no use elsewhere. */
const hashOfCode = (sessionId: string, code: string) => hashOf(`${sessionId} ${code}`);

/** Mails a code to a person's own confirmed address. @throws 409 when there is none (a role mailbox never is) */
export async function sendCode(database: Database, { personId, partnershipId, sessionId }: Actor, now: Date) {
  const person = await database.withPartnership(partnershipId, (db) => findOwnAddress(db, personId));
  if (!person) throw notFound();
  const refusal = refuseCodeAddress(person);
  if (refusal) throw refused(refusal);
  const code = String(randomInt(10 ** confirmCodeDigits)).padStart(confirmCodeDigits, '0');
  const expiresAt = new Date(now.getTime() + confirmCodeMinutes * 60_000);
  await database.withSignInDesk(async (db) => {
    const codeHash = hashOfCode(sessionId, code);
    await replaceCode(db, { sessionId, codeHash, expiresAt, triesLeft: confirmCodeTries });
    await postMail(db, mailOf(person.email, code), now);
  });
  return { sentTo: person.email };
}

const mailOf = (to: string, code: string) => ({
  partnershipId: null,
  to,
  subject: `${code.slice(0, 4)} ${code.slice(4)} is your Lateral code`,
  text: `Hello,

Your code is ${code.slice(0, 4)} ${code.slice(4)}

Type it where Lateral asks for it, within ${confirmCodeMinutes} minutes. It works once.
Nobody from Lateral or your partnership will ever ask you for it.
If you did not ask for a code, somebody may be signed in as you: sign in, choose Your account, and sign out everywhere.
`,
});

/**
 * Proves who somebody is by the code that was mailed. The try is taken in a transaction of its own, so that a wrong
 * one counts.
 */
export async function confirmWithCode(database: Database, sessionId: string, given: string, now: Date) {
  const code = await database.withSignInDesk((db) => takeTry(db, sessionId));
  const refusal = refuseCode(code, hashOfCode(sessionId, given.replaceAll(/\s/g, '')), now);
  if (refusal) throw refused(refusal);
  await database.withSignInDesk(async (db: Db) => {
    await deleteCode(db, sessionId);
    await recordConfirmed(db, sessionId, 'code', now);
  });
}
