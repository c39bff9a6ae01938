import type { Db } from '@lateral/db/client';
import { givenAnswers } from '@lateral/db/schema';
import { and, eq, sql } from 'drizzle-orm';

type Call = { partnershipId: string; personId: string; route: string; key: string };

/** Holds a key until the transaction ends; false when the same call is at work in another. */
export async function holdKey(db: Db, { partnershipId, personId, route, key }: Call): Promise<boolean> {
  const name = JSON.stringify([partnershipId, personId, route, key]);
  const { rows } = await db.execute<{ held: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) as held`,
  );
  return rows[0]?.held === true;
}

export async function findAnswer(db: Db, { personId, route, key }: Call) {
  const [row] = await db
    .select({ bodyHash: givenAnswers.bodyHash, status: givenAnswers.status, answer: givenAnswers.answer })
    .from(givenAnswers)
    .where(
      and(eq(givenAnswers.personId, personId), eq(givenAnswers.route, route), eq(givenAnswers.key, key)),
    );
  return row ?? null;
}

export const recordAnswer = (db: Db, answer: typeof givenAnswers.$inferInsert) =>
  db.insert(givenAnswers).values(answer);
