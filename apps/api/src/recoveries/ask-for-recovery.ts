import type { Db } from '@lateral/db/client';
import { dayInLondon } from '@lateral/domain/calendars/london';
import type { Reach } from '@lateral/domain/policy';
import {
  isOpenRecovery,
  recoveryHours,
  refuseAgreeing,
  refuseAsking,
} from '@lateral/domain/recoveries/recoveries';
import { isRoleMailbox } from '@lateral/domain/sign-in/codes';
import type { Actor } from '../actor.ts';
import { recordEvents } from '../events.ts';
import { notFound, refused } from '../problems.ts';
import { hashOf } from '../secrets.ts';
import {
  findRecovery,
  hasOpenRecovery,
  isAddressTaken,
  lockPerson,
  lockRecovery,
  recordRecovery,
  updateRecovery,
  wakeFor,
} from './queries.ts';

type Asking = { personId: string; newEmail: string; reason: string };

/** The first of two people asks for a new address for somebody. Everybody who knows them is told. */
export async function askForRecovery(
  db: Db,
  actor: Actor,
  { personId, newEmail: given, reason }: Asking,
  stopToken: (recoveryId: string) => string,
  now: Date,
) {
  const newEmail = given.trim().toLowerCase();
  const person = await lockPerson(db, personId, actor.reach, dayInLondon(now));
  if (!person) throw notFound();
  const refusal = refuseAsking(
    { personId, email: person.email.toLowerCase() },
    {
      askedBy: actor.personId,
      newEmail,
      isOpen: await hasOpenRecovery(db, personId),
      isAddressTaken: await isAddressTaken(db, newEmail, personId),
      isRoleMailbox: isRoleMailbox(newEmail),
    },
  );
  if (refusal) throw refused(refusal);
  const { partnershipId } = actor;
  const id = crypto.randomUUID();
  const stopHash = hashOf(stopToken(id));
  const asked = { askedBy: actor.personId, askedAt: now };
  await recordRecovery(db, { partnershipId, id, personId, newEmail, reason, stopHash, ...asked });
  await wakeFor(db, 'tell-recovery', { partnershipId, recoveryId: id });
  await recordEvents(db, actor, [{ kind: 'recovery-asked', detail: { personId } }], now);
  return found(db, id);
}

/** The second person agrees; a day later it happens, unless somebody stops it. */
export async function agreeToRecovery(db: Db, actor: Actor, recoveryId: string, now: Date) {
  const recovery = await lockRecovery(db, recoveryId, actor.reach, dayInLondon(now));
  if (!recovery) throw notFound();
  const refusal = refuseAgreeing(recovery, actor.personId);
  if (refusal) throw refused(refusal);
  const { partnershipId } = actor;
  const dueAt = new Date(now.getTime() + recoveryHours * 3_600_000);
  const agreed = { state: 'agreed', agreedBy: actor.personId, agreedAt: now, dueAt } as const;
  await updateRecovery(db, recoveryId, agreed);
  await wakeFor(db, 'tell-recovery', { partnershipId, recoveryId });
  await wakeFor(db, 'finish-recovery', { partnershipId, recoveryId }, recoveryHours * 3600 + 5);
  const detail = { personId: recovery.personId };
  await recordEvents(db, actor, [{ kind: 'recovery-agreed', detail }], now);
  return found(db, recoveryId);
}

const everywhere: Reach = { scope: 'all' };

/** Somebody who was told stops it: signed in, or (with no actor) with the secret of their mail. */
export async function stopRecovery(
  db: Db,
  who: { partnershipId: string; personId: string | null; reach?: Reach },
  recoveryId: string,
  now: Date,
) {
  const recovery = await lockRecovery(db, recoveryId, who.reach ?? everywhere, dayInLondon(now));
  if (!recovery) throw notFound();
  if (!isOpenRecovery(recovery.state)) throw refused('recovery-ended');
  await updateRecovery(db, recoveryId, { state: 'stopped', stoppedBy: who.personId, endedAt: now });
  await wakeFor(db, 'tell-recovery', { partnershipId: who.partnershipId, recoveryId });
  const detail = { personId: recovery.personId };
  await recordEvents(db, who, [{ kind: 'recovery-stopped', detail }], now);
  return found(db, recoveryId);
}

async function found(db: Db, id: string) {
  const recovery = await findRecovery(db, id);
  if (!recovery) throw notFound();
  return recovery;
}
