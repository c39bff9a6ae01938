import type { Db } from '@lateral/db/client';
import { passkeyChallenges, passkeys } from '@lateral/db/schema';
import { and, asc, eq } from 'drizzle-orm';

const shown = {
  id: passkeys.credentialId,
  name: passkeys.name,
  createdAt: passkeys.createdAt,
  usedAt: passkeys.usedAt,
};

export const listPasskeys = (db: Db, personId: string) =>
  db
    .select({ ...shown, transports: passkeys.transports })
    .from(passkeys)
    .where(eq(passkeys.personId, personId))
    .orderBy(asc(passkeys.createdAt));

export const recordChallenge = (db: Db, challenge: typeof passkeyChallenges.$inferInsert) =>
  db.insert(passkeyChallenges).values(challenge);

/** Holds a question until the transaction ends, so that it is answered once. */
export async function lockChallenge(db: Db, challenge: string) {
  const [row] = await db
    .select()
    .from(passkeyChallenges)
    .where(eq(passkeyChallenges.challenge, challenge))
    .for('update');
  return row ?? null;
}

export const recordChallengeUsed = (db: Db, challenge: string, at: Date) =>
  db.update(passkeyChallenges).set({ usedAt: at }).where(eq(passkeyChallenges.challenge, challenge));

export async function lockPasskey(db: Db, credentialId: string) {
  const [row] = await db.select().from(passkeys).where(eq(passkeys.credentialId, credentialId)).for('update');
  return row ?? null;
}

export const recordPasskeyUsed = (db: Db, credentialId: string, counter: number, at: Date) =>
  db.update(passkeys).set({ counter, usedAt: at }).where(eq(passkeys.credentialId, credentialId));

/** Keeps a new passkey; null when somebody has it already. */
export async function recordPasskey(db: Db, passkey: typeof passkeys.$inferInsert) {
  const [row] = await db.insert(passkeys).values(passkey).onConflictDoNothing().returning(shown);
  return row ?? null;
}

const ofPerson = (personId: string, credentialId: string) =>
  and(eq(passkeys.credentialId, credentialId), eq(passkeys.personId, personId));

export async function recordPasskeyName(db: Db, personId: string, credentialId: string, name: string) {
  const [row] = await db
    .update(passkeys)
    .set({ name })
    .where(ofPerson(personId, credentialId))
    .returning(shown);
  return row ?? null;
}

export async function deletePasskey(db: Db, personId: string, credentialId: string) {
  const [row] = await db.delete(passkeys).where(ofPerson(personId, credentialId)).returning(shown);
  return row ?? null;
}
