import type { Db } from '@lateral/db/client';
import { dayInLondon } from '@lateral/domain/calendars/london';
import type { TrainingKind } from '@lateral/domain/training/kinds';
import { halfOf, hasBegun } from '@lateral/domain/training/sessions';
import type { Actor } from '../actor.ts';
import { recordEvents } from '../events.ts';
import { notify } from '../notify.ts';
import { badField, notFound, refused } from '../problems.ts';
import { requireVersion } from '../versions.ts';
import { calledOff, moved } from './compose-mails.ts';
import { lockBooked, lockSession, recordChange, recordSession, type SessionRow } from './queries.ts';
import { type Calls, tellBooked } from './tell-booked.ts';

type Facts = { day: string; startsAt: string; endsAt: string; place: string; places: number };

/** @throws 400 for a day that is past or an end that is not after the beginning */
function checkFacts({ day, startsAt, endsAt }: Facts, now: Date) {
  if (day < dayInLondon(now)) throw badField('/body/day', 'is in the past');
  if (hasBegun({ day, startsAt }, now)) throw badField('/body/startsAt', 'is in the past');
  if (endsAt <= startsAt) throw badField('/body/endsAt', 'is not after the beginning');
}

/** Schedules a session. @returns its id */
export async function createSession(db: Db, actor: Actor, facts: Facts & { kind: TrainingKind }, at: Date) {
  checkFacts(facts, at);
  const { partnershipId } = actor;
  const id = await recordSession(db, { partnershipId, ...facts, half: halfOf(facts.startsAt) });
  const detail = { kind: facts.kind, day: facts.day };
  await recordEvents(db, actor, [{ kind: 'training-scheduled', detail }], at);
  return id;
}

/** A session that can still be changed, held. @throws 404, 409 once it has begun or is called off */
async function holdComing(db: Db, sessionId: string, now: Date) {
  const session = await lockSession(db, sessionId);
  if (!session) throw notFound();
  if (session.calledOffAt) throw refused('called-off');
  if (hasBegun(session, now)) throw refused('past');
  return session;
}

const isMoved = (before: SessionRow, after: Facts) =>
  (['day', 'startsAt', 'endsAt', 'place'] as const).some((field) => before[field] !== after[field]);

/** Changes a session; everybody who has booked is told when or where it now is. @throws 412 when another has changed it */
export async function changeSession(
  db: Db,
  actor: Actor,
  sessionId: string,
  { read, ...facts }: Facts & { read: number },
  calls: Calls,
) {
  const before = await holdComing(db, sessionId, calls.at);
  requireVersion(before.version, read);
  checkFacts(facts, calls.at);
  if (facts.places < before.booked)
    throw badField('/body/places', `is fewer than the ${before.booked} that are booked`);
  await recordChange(db, sessionId, { ...facts, half: halfOf(facts.startsAt) });
  if (!isMoved(before, facts)) return;
  const people = await lockBooked(db, sessionId);
  const after = { ...before, ...facts, version: before.version + 1 };
  await tellBooked(db, calls, after, people, { compose: moved, method: 'REQUEST' });
  const detail = { kind: before.kind, day: facts.day };
  await recordEvents(
    db,
    actor,
    [{ kind: 'training-moved', detail: { ...detail, from: before.day } }],
    calls.at,
  );
  const notices = people.map(({ personId }) => ({ kind: 'training-changed' as const, personId, detail }));
  await notify(db, actor, notices, calls.at);
}

/** Calls a session off; everybody who has booked is told, with the reason. */
export async function callOffSession(
  db: Db,
  actor: Actor,
  sessionId: string,
  { reason }: { reason: string },
  calls: Calls,
) {
  const session = await holdComing(db, sessionId, calls.at);
  const people = await lockBooked(db, sessionId);
  await recordChange(db, sessionId, { calledOffAt: calls.at });
  const after = { ...session, version: session.version + 1 };
  await tellBooked(db, calls, after, people, {
    compose: (letter) => calledOff(letter, reason),
    method: 'CANCEL',
  });
  const detail = { kind: session.kind, day: session.day };
  const told = { ...detail, people: people.length };
  await recordEvents(db, actor, [{ kind: 'training-called-off', detail: told }], calls.at);
  const notices = people.map(({ personId }) => ({ kind: 'training-ended' as const, personId, detail }));
  await notify(db, actor, notices, calls.at);
}
