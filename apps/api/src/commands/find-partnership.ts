import type { Database } from '@lateral/db/client';
import { listPartnershipsNamed } from '../partnerships/found-queries.ts';

/** A partnership's id by its name, whatever the capitals, or by the id itself; null when there is none. */
export async function findPartnershipId(database: Database, name: string) {
  const [found] = await database.withSignInDesk((db) => listPartnershipsNamed(db, name.trim()));
  return found?.id ?? null;
}
