import type { Db } from '@lateral/db/client';
import { apiTokens, partnerships, people } from '@lateral/db/schema';
import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import { fullName } from '../roles-held.ts';

const columns = {
  id: apiTokens.id,
  name: apiTokens.name,
  owner: { personId: apiTokens.ownerId, name: fullName },
  scopes: apiTokens.scopes,
  createdAt: apiTokens.createdAt,
  expiresAt: apiTokens.expiresAt,
  usedAt: apiTokens.usedAt,
};

/** The tokens that work now, the oldest first. */
export const listTokens = (db: Db, now: Date) =>
  db
    .select(columns)
    .from(apiTokens)
    .innerJoin(people, eq(people.personId, apiTokens.ownerId))
    .where(and(isNull(apiTokens.endedAt), gt(apiTokens.expiresAt, now)))
    .orderBy(asc(apiTokens.createdAt), asc(apiTokens.id));

/** Holds the partnership's tokens: whoever makes one waits for the other. */
export const lockTokens = (db: Db, partnershipId: string) =>
  db
    .select({ id: partnerships.id })
    .from(partnerships)
    .where(eq(partnerships.id, partnershipId))
    .for('no key update');

export const recordToken = (db: Db, token: typeof apiTokens.$inferInsert) =>
  db.insert(apiTokens).values(token);

/** Ends a token; null when there is none that has not ended. */
export async function recordTokenEnded(db: Db, id: string, endedBy: string, endedAt: Date) {
  const [row] = await db
    .update(apiTokens)
    .set({ endedAt, endedBy })
    .where(and(eq(apiTokens.id, id), isNull(apiTokens.endedAt)))
    .returning({ name: apiTokens.name });
  return row ?? null;
}

export const hasToken = async (db: Db, id: string) => (await db.$count(apiTokens, eq(apiTokens.id, id))) > 0;
