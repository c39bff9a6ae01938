import type { Db } from '@lateral/db/client';
import { confirmCodes, oidcIdentities, people, sessions } from '@lateral/db/schema';
import type { ConfirmMeans, SessionEnd } from '@lateral/domain/sign-in/sessions';
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { fullName } from '../roles-held.ts';

const isOpen = (personId: string) => and(eq(sessions.personId, personId), isNull(sessions.endedAt));

/** The browsers in which a person is signed in, in every partnership, the newest first. */
export const listSessions = (db: Db, personId: string) =>
  db
    .select({
      id: sessions.id,
      browser: sessions.browser,
      signedInBy: sessions.signedInBy,
      createdAt: sessions.createdAt,
      seenAt: sessions.seenAt,
    })
    .from(sessions)
    .where(isOpen(personId))
    .orderBy(desc(sql`coalesce(${sessions.seenAt}, ${sessions.createdAt})`))
    .limit(100);

/** Ends sessions of a person: one, or all. @returns how many */
export async function endSessionsOf(
  db: Db,
  personId: string,
  why: SessionEnd,
  at: Date,
  sessionId: string | null = null,
) {
  const ended = await db
    .update(sessions)
    .set({ endedAt: at, endedWhy: why })
    .where(and(isOpen(personId), sessionId === null ? undefined : eq(sessions.id, sessionId)))
    .returning({ id: sessions.id });
  return ended.length;
}

export const recordConfirmed = (db: Db, sessionId: string, by: ConfirmMeans, at: Date) =>
  db.update(sessions).set({ confirmedAt: at, confirmedBy: by }).where(eq(sessions.id, sessionId));

export async function findConfirmedAt(db: Db, sessionId: string) {
  const [row] = await db
    .select({ confirmedAt: sessions.confirmedAt })
    .from(sessions)
    .where(eq(sessions.id, sessionId));
  return row?.confirmedAt ?? null;
}

export const hasIdentity = async (db: Db, personId: string) =>
  (await db.$count(oidcIdentities, eq(oidcIdentities.personId, personId))) > 0;

/** Puts a code in place of any before it. */
export const replaceCode = (db: Db, code: typeof confirmCodes.$inferInsert) =>
  db.insert(confirmCodes).values(code).onConflictDoUpdate({ target: confirmCodes.sessionId, set: code });

/** Takes one try of a session's code, which counts whether or not it is right. Null when there is none. */
export async function takeTry(db: Db, sessionId: string) {
  const [row] = await db
    .update(confirmCodes)
    .set({ triesLeft: sql`${confirmCodes.triesLeft} - 1` })
    .where(eq(confirmCodes.sessionId, sessionId))
    .returning();
  // The try that is being made is still there to be made.
  return row ? { ...row, triesLeft: row.triesLeft + 1 } : null;
}

export const deleteCode = (db: Db, sessionId: string) =>
  db.delete(confirmCodes).where(eq(confirmCodes.sessionId, sessionId));

/** A person as their partnership knows them: name, address, and whether the address is theirs alone. */
export async function findOwnAddress(db: Db, personId: string) {
  const [row] = await db
    .select({ name: fullName, email: people.email, addressConfirmedAt: people.addressConfirmedAt })
    .from(people)
    .where(eq(people.personId, personId));
  return row ?? null;
}
