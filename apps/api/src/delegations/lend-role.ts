import type { Db } from '@lateral/db/client';
import { dayInLondon } from '@lateral/domain/calendars/london';
import { refuseDelegation } from '@lateral/domain/delegations/delegations';
import { covers } from '@lateral/domain/policy';
import type { Actor } from '../actor.ts';
import { recordEvents } from '../events.ts';
import { notFound, refused } from '../problems.ts';
import {
  findDelegation,
  holdsIn,
  isLent,
  lockSchool,
  recordDelegation,
  recordDelegationEnded,
} from './queries.ts';

type Lending = { schoolId: string; delegateId: string; until: string };

const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** A head lets somebody of their school prepare things in their name. @throws 404, or 409 saying why not */
export async function lendRole(db: Db, actor: Actor, { schoolId, delegateId, until }: Lending, now: Date) {
  const school = covers(actor.reach, schoolId) ? await lockSchool(db, schoolId) : null;
  if (!school) throw notFound();
  const today = dayInLondon(now);
  const principalId = actor.personId;
  const refusal = refuseDelegation({
    principalId,
    delegateId,
    isHead: await holdsIn(db, { personId: principalId, schoolId, role: 'headteacher' }, today),
    isOfSchool: await holdsIn(db, { personId: delegateId, schoolId }, today),
    isLent: await isLent(db, { schoolId, principalId, delegateId }, today, now),
    days: daysBetween(today, until),
  });
  if (refusal) throw refused(refusal);
  const { partnershipId } = actor;
  const row = { partnershipId, schoolId, principalId, delegateId, until, createdAt: now };
  const lent = await findDelegation(db, await recordDelegation(db, row));
  if (!lent) throw notFound();
  const detail = { to: delegateId, until };
  await recordEvents(db, actor, [{ kind: 'role-lent', schoolId, detail }], now);
  return lent;
}

/** Takes back at once what this head lent. */
export async function takeBack(db: Db, actor: Actor, id: string, now: Date) {
  const ended = await recordDelegationEnded(db, id, actor.personId, now);
  if (!ended) throw notFound();
  const { schoolId, delegateId } = ended;
  await recordEvents(db, actor, [{ kind: 'role-taken-back', schoolId, detail: { from: delegateId } }], now);
}
