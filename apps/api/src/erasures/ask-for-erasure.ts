import type { Database, Db } from '@lateral/db/client';
import { dayInLondon } from '@lateral/domain/calendars/london';
import { type ErasureReason, refuseErasure } from '@lateral/domain/erasures/erasures';
import { recordEvents } from '../events.ts';
import { notFound, refused } from '../problems.ts';
import { isGone, partnershipParts } from './parts.ts';
import {
  countMailOf,
  countMentions,
  countPart,
  findBrokers,
  findErasure,
  findWhom,
  lockPerson,
  recordErasure,
  type Whose,
  wakeEraser,
} from './queries.ts';

/** What would go if a person were erased: number of records by part. @throws 404 */
export async function previewErasure(database: Database, whose: Whose, askedBy: string | null, now: Date) {
  const { partnershipId, personId } = whose;
  const goes: Record<string, number> = {};
  const { whom, ...answer } = await database.withPartnership(partnershipId, async (db) => {
    const found = await findWhom(db, whose);
    if (!found) throw notFound();
    for (const part of partnershipParts.filter(isGone))
      goes[part.name] = await countPart(db, part, personId, partnershipId);
    goes.history = await countMentions(db, whose, found);
    const brokers = await findBrokers(db, whose, dayInLondon(now));
    const refusal = refuseErasure({ personId, askedBy, ...brokers });
    return { erasure: await findErasure(db, whose), refusal, whom: found };
  });
  goes.mail = await database.withSignInDesk((db) => countMailOf(db, partnershipId, whom.addresses));
  return { ...answer, goes };
}

/**
 * Asks for a person to be erased; a worker does it. Asked again it is the same asking.
 * @param askedBy null for a command or the clock
 * @throws 404, or 409 with the reason why not
 */
export async function askForErasure(
  db: Db,
  whose: Whose,
  { askedBy, reason }: { askedBy: string | null; reason: ErasureReason },
  now: Date,
) {
  if ((await lockPerson(db, whose)).length === 0) throw notFound();
  const asked = await findErasure(db, whose);
  if (asked) return asked;
  const brokers = await findBrokers(db, whose, dayInLondon(now));
  const refusal = refuseErasure({ personId: whose.personId, askedBy, ...brokers });
  if (refusal) throw refused(refusal);
  await recordErasure(db, { ...whose, reason, askedBy, askedAt: now });
  const by = { partnershipId: whose.partnershipId, personId: askedBy };
  await recordEvents(db, by, [{ kind: 'erasure-asked', detail: { personId: whose.personId, reason } }], now);
  await wakeEraser(db, whose);
  const erasure = await findErasure(db, whose);
  if (!erasure) throw new Error('the erasure was not written');
  return erasure;
}
