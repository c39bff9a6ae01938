import type { Db } from '@lateral/db/client';
import { agreements } from '@lateral/db/schema';
import { findInForce } from '@lateral/domain/agreements/states';
import { desc, inArray } from 'drizzle-orm';

/** The version of the agreement that schools sign today, or null. */
export async function findVersionInForce(db: Db) {
  const newest = await db
    .select({
      id: agreements.id,
      number: agreements.number,
      state: agreements.state,
      issuedAt: agreements.issuedAt,
      consentBy: agreements.consentBy,
    })
    .from(agreements)
    .where(inArray(agreements.state, ['issued', 'withdrawn']))
    .orderBy(desc(agreements.number))
    .limit(1);
  return findInForce(newest);
}

export type VersionInForce = Awaited<ReturnType<typeof findVersionInForce>>;
