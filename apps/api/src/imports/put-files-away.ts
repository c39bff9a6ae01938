import type { Database } from '@lateral/db/client';
import { daysFilesAreKept } from '@lateral/domain/imports/states';
import { discardUnapplied, dropBytesOfImports } from './queries.ts';

/** Puts away files that came long ago, and with them the imports that nobody applied. Called once a day. */
export async function putFilesAway(database: Database, now: Date) {
  const before = new Date(now.getTime() - daysFilesAreKept * 24 * 60 * 60 * 1000);
  await database.withKeeper(async (db) => {
    await discardUnapplied(db, before);
    await dropBytesOfImports(db, before);
  });
}
