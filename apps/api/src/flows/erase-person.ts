import type { Database, Db } from '@lateral/db/client';
import { dayInLondon } from '@lateral/domain/calendars/london';
import type { Erased } from '../erasures/erased-file.ts';
import { isGone, partnershipParts, signInParts } from '../erasures/parts.ts';
import {
  blankIdentity,
  blankImports,
  blankMentions,
  blankPerson,
  deleteMailOf,
  deleteNotices,
  deletePart,
  deleteSessionsOf,
  findErasure,
  findWhom,
  isKnownElsewhere,
  lockPerson,
  recordErased,
  recordErasure,
  type Whose,
} from '../erasures/queries.ts';
import { recordEvents } from '../events.ts';
import { chainPartnership } from '../history/chain-events.ts';

/**
 * Erases a person from a partnership, whole or not at all: their record is emptied, what was theirs goes, and what was
 * said of them leaves the history, whose hashes stay. When no other partnership knows them, every way in goes too. Run
 * again it finds it done. A worker calls it. @returns the erasure and whether it was done now; null when none was asked for
 */
export async function erasePerson(database: Database, whose: Whose, now: Date) {
  // An entry that has no hash yet cannot lose what it says.
  await chainPartnership(database, whose.partnershipId);
  return database.withKeeper(async (db) => {
    await lockPerson(db, whose);
    const whom = await findWhom(db, whose);
    const erasure = await findErasure(db, whose);
    if (!whom || !erasure) return null;
    const { reason } = erasure;
    if (erasure.doneAt) return { ...whose, reason, at: erasure.doneAt.toISOString(), isNew: false };
    await erase(db, whose, whom, now);
    await recordErased(db, whose, now);
    const { partnershipId, personId } = whose;
    const detail = { personId, reason };
    await recordEvents(db, { partnershipId, personId: null }, [{ kind: 'person-erased', detail }], now);
    return { ...whose, reason, at: now.toISOString(), isNew: true };
  });
}

async function erase(
  db: Db,
  whose: Whose,
  whom: NonNullable<Awaited<ReturnType<typeof findWhom>>>,
  now: Date,
) {
  const { partnershipId, personId } = whose;
  // While their roles still say in which schools they are spoken of by name.
  const left = await blankMentions(db, whose, whom);
  if (left > 0) throw new Error(`${left} entries about ${personId} are not chained yet`);
  await deleteNotices(db, whose, whom);
  await blankImports(db, whose, whom);
  for (const part of partnershipParts.filter(isGone)) await deletePart(db, part, personId, partnershipId);
  await deleteMailOf(db, partnershipId, whom.addresses);
  await blankPerson(db, whose, dayInLondon(now));
  await deleteSessionsOf(db, whose);
  if (await isKnownElsewhere(db, whose)) return;
  for (const part of signInParts) await deletePart(db, part, personId, null);
  await blankIdentity(db, personId);
}

/**
 * Erases again everybody on a list, in a database that was restored from before: what was erased stays erased.
 * @param list who was erased from which partnership, and when; those that the database does not know are passed over
 * @returns how many were erased now
 */
export async function replayErasures(
  database: Database,
  list: readonly Erased[],
  now: Date,
): Promise<number> {
  let erased = 0;
  for (const { at, reason, partnershipId, personId } of list) {
    const whose = { partnershipId, personId };
    const isThere = await database.withKeeper(async (db) => {
      if (!(await findWhom(db, whose))) return false;
      await recordErasure(db, { ...whose, reason, askedBy: null, askedAt: new Date(at) });
      return true;
    });
    if (isThere && (await erasePerson(database, whose, now))?.isNew) erased += 1;
  }
  return erased;
}
