import type { Db } from '@lateral/db/client';
import { oidcIdentities, oidcVisits, sessions } from '@lateral/db/schema';
import { and, eq, isNull } from 'drizzle-orm';

export const recordVisit = (db: Db, visit: typeof oidcVisits.$inferInsert) =>
  db.insert(oidcVisits).values(visit);

/** Takes a visit, once: whoever comes second finds none. */
export async function takeVisit(db: Db, stateHash: string) {
  const [row] = await db.delete(oidcVisits).where(eq(oidcVisits.stateHash, stateHash)).returning();
  return row ?? null;
}

const isThis = (issuer: string, subject: string) =>
  and(eq(oidcIdentities.issuer, issuer), eq(oidcIdentities.subject, subject));

export async function findIdentity(db: Db, issuer: string, subject: string) {
  const [row] = await db
    .select({ personId: oidcIdentities.personId })
    .from(oidcIdentities)
    .where(isThis(issuer, subject));
  return row?.personId ?? null;
}

/** Whether a person is somebody else to this provider already. */
export const isKnownTo = async (db: Db, issuer: string, personId: string) =>
  (await db.$count(
    oidcIdentities,
    and(eq(oidcIdentities.issuer, issuer), eq(oidcIdentities.personId, personId)),
  )) > 0;

export const recordIdentity = (db: Db, identity: typeof oidcIdentities.$inferInsert) =>
  db.insert(oidcIdentities).values(identity).onConflictDoNothing();

export const recordIdentityUsed = (db: Db, issuer: string, subject: string, at: Date) =>
  db.update(oidcIdentities).set({ usedAt: at }).where(isThis(issuer, subject));

/** Whose an open session is. */
export async function findSessionOwner(db: Db, sessionId: string) {
  const [row] = await db
    .select({ personId: sessions.personId })
    .from(sessions)
    .where(and(eq(sessions.id, sessionId), isNull(sessions.endedAt)));
  return row?.personId ?? null;
}
