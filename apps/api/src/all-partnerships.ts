import type { Db } from '@lateral/db/client';
import { partnerships } from '@lateral/db/schema';
import { eq } from 'drizzle-orm';

/** For the keeper: every partnership. */
export const listPartnershipIds = async (db: Db) =>
  (await db.select({ id: partnerships.id }).from(partnerships)).map(({ id }) => id);

export async function findPartnershipName(db: Db, id: string) {
  const [row] = await db
    .select({ name: partnerships.name })
    .from(partnerships)
    .where(eq(partnerships.id, id));
  return row?.name ?? '';
}
