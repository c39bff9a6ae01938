import type { Db } from '@lateral/db/client';
import { dayInLondon } from '@lateral/domain/calendars/london';
import { hasBegun, refuseBooking } from '@lateral/domain/training/sessions';
import type { Actor } from '../actor.ts';
import { recordEvents } from '../events.ts';
import { notFound, refused } from '../problems.ts';
import { booked, givenUp } from './compose-mails.ts';
import { bookingReach } from './describe-session.ts';
import { lockBooked, lockSession, recordPlace, removePlace } from './queries.ts';
import { type Calls, tellBooked } from './tell-booked.ts';
import { lockTrainee } from './trainee-queries.ts';

type Which = { sessionId: string; personId: string };

/** The session and the person, both held, as far as the actor may book them. @throws 404 */
async function hold(db: Db, actor: Actor, { sessionId, personId }: Which, at: Date) {
  const session = await lockSession(db, sessionId);
  const asking = { reach: bookingReach(actor), self: actor.personId, day: dayInLondon(at) };
  const person = session ? await lockTrainee(db, personId, asking) : null;
  if (!session || !person) throw notFound();
  return { session, person };
}

/**
 * Books a place for somebody: the session is held meanwhile, so that no place is given twice. They get a mail with an
 * invitation for their calendar. @throws 404, 409 with the reason
 */
export async function bookPlace(db: Db, actor: Actor, which: Which, calls: Calls) {
  const { session, person } = await hold(db, actor, which, calls.at);
  const taken = await lockBooked(db, session.id);
  const isTheirs = taken.some(({ personId }) => personId === person.personId);
  const refusal = refuseBooking(
    { ...session, isCalledOff: session.calledOffAt !== null },
    person,
    { places: taken.length, isTheirs },
    calls.at,
  );
  if (refusal) throw refused(refusal);
  const { partnershipId, personId: bookedBy } = actor;
  await recordPlace(db, { partnershipId, ...which, bookedAt: calls.at, bookedBy });
  await tellBooked(db, calls, session, [person], { compose: booked, method: 'REQUEST' });
  await record(db, actor, 'training-booked', { session, person }, calls.at);
}

/** Gives a place up; its person is told. @throws 404 when there is none, 409 once the session has begun or is called off */
export async function giveUpPlace(db: Db, actor: Actor, which: Which, calls: Calls) {
  const { session, person } = await hold(db, actor, which, calls.at);
  const taken = await lockBooked(db, session.id);
  if (!taken.some(({ personId }) => personId === person.personId)) throw notFound();
  if (session.calledOffAt) throw refused('called-off');
  if (hasBegun(session, calls.at)) throw refused('past');
  await removePlace(db, session.id, person.personId);
  await tellBooked(db, calls, session, [person], { compose: givenUp, method: 'CANCEL' });
  await record(db, actor, 'training-given-up', { session, person }, calls.at);
}

/** Writes down what happened, on the timeline of the person's school, and tells the person unless they did it. */
const record = (
  db: Db,
  actor: Actor,
  kind: 'training-booked' | 'training-given-up',
  {
    session: { day, kind: about },
    person: { personId, schoolId },
  }: {
    session: { day: string; kind: string };
    person: { personId: string; schoolId: string | null };
  },
  at: Date,
) =>
  recordEvents(
    db,
    actor,
    [{ kind, ...(schoolId && { schoolId }), detail: { personId, day, kind: about } }],
    at,
  );
