import type { Database } from '@lateral/db/client';
import { daysFilesAreKept } from '@lateral/domain/imports/states';
import { type Kept, keptUntil, retentionRules } from '@lateral/domain/retention/rules';
import { askForErasure } from '../erasures/ask-for-erasure.ts';
import { discardUnapplied } from '../imports/queries.ts';
import { atOnce, deleteSome, listLeavers, oldRows } from '../retention/queries.ts';

/**
 * Deletes what has been kept for long enough, rule by rule (`domain/retention`), in pieces that each stand alone: killed
 * in the middle it goes on the next night. A worker calls it daily. @returns how many records went, by rule
 */
export async function forgetOld(database: Database, now: Date): Promise<Record<Kept, number>> {
  await database.withKeeper((db) => discardUnapplied(db, keptUntil(now, daysFilesAreKept)));
  const gone: Partial<Record<Kept, number>> = {};
  for (const { what, days } of retentionRules) {
    const before = keptUntil(now, days);
    gone[what] = what === 'people' ? await askForLeavers(database, before, now) : 0;
    if (what === 'people') continue;
    for (const old of oldRows[what]) {
      for (let some = atOnce; some === atOnce; gone[what] += some)
        some = await database.withKeeper((db) => deleteSome(db, old, before));
    }
  }
  return gone as Record<Kept, number>;
}

async function askForLeavers(database: Database, before: Date, now: Date) {
  const leavers = await database.withKeeper((db) => listLeavers(db, before));
  for (const whose of leavers)
    await database.withKeeper((db) =>
      askForErasure(db, whose, { askedBy: null, reason: 'kept-long-enough' }, now),
    );
  return leavers.length;
}
