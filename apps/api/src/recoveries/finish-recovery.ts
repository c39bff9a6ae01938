import type { Db } from '@lateral/db/client';
import { isDue } from '@lateral/domain/recoveries/recoveries';
import { recordEvents } from '../events.ts';
import { giveAddress, isSomebodyElses, lockRecoveryOf } from './keeper-queries.ts';
import { updateRecovery, wakeFor } from './queries.ts';

/**
 * Does what two people have agreed to once its day has passed, in one transaction: the new address, every session
 * ended, every old key gone. Run again it finds it done. A worker calls it.
 */
export async function finishRecovery(
  db: Db,
  { partnershipId, recoveryId }: { partnershipId: string; recoveryId: string },
  now: Date,
) {
  const recovery = await lockRecoveryOf(db, partnershipId, recoveryId);
  if (recovery?.state !== 'agreed') return;
  if (!isDue(recovery, now)) throw new Error(`recovery ${recoveryId} is not due yet`);
  const { personId, newEmail, agreedBy, person } = recovery;
  const isTaken = await isSomebodyElses(db, newEmail, personId);
  if (!isTaken) await giveAddress(db, personId, newEmail, agreedBy, now);
  const state = isTaken ? ('failed' as const) : ('done' as const);
  await updateRecovery(db, recoveryId, { state, endedAt: now, oldEmail: person.email });
  await recordEvents(
    db,
    { partnershipId, personId: null },
    [{ kind: isTaken ? 'recovery-failed' : 'recovery-done', detail: { personId } }],
    now,
  );
  await wakeFor(db, 'tell-recovery', { partnershipId, recoveryId });
}
