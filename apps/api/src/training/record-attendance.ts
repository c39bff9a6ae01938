import type { Db } from '@lateral/db/client';
import { dayInLondon } from '@lateral/domain/calendars/london';
import { refuseAttendance, trainedAfter } from '@lateral/domain/training/sessions';
import type { Actor } from '../actor.ts';
import { recordEvents } from '../events.ts';
import { notify } from '../notify.ts';
import { badField, notFound, refused } from '../problems.ts';
import { listOthersAttended, lockBooked, lockSession, recordAttended, recordTrained } from './queries.ts';

type Said = { personId: string; attended: boolean };

/**
 * Says who came and who did not, all or none: coming is what trains them. Said otherwise later, it takes back what this
 * session alone gave. @throws 404, 400 for somebody who had not booked, 409 before the day or when it is called off
 */
export async function recordAttendance(
  db: Db,
  actor: Actor,
  sessionId: string,
  said: readonly Said[],
  at: Date,
) {
  const session = await lockSession(db, sessionId);
  if (!session) throw notFound();
  const refusal = refuseAttendance(
    { ...session, isCalledOff: session.calledOffAt !== null },
    dayInLondon(at),
  );
  if (refusal) throw refused(refusal);
  const booked = new Map((await lockBooked(db, sessionId)).map((person) => [person.personId, person]));
  const stranger = said.findIndex(({ personId }) => !booked.has(personId));
  if (stranger >= 0) throw badField(`/body/people/${stranger}/personId`, 'has not booked this session');

  const changed = [...new Map(said.map((one) => [one.personId, one])).values()].flatMap((one) => {
    const person = booked.get(one.personId);
    return person && person.attended !== one.attended ? [{ ...person, attended: one.attended }] : [];
  });
  const ids = (hasCome: boolean) =>
    changed.filter(({ attended }) => attended === hasCome).map(({ personId }) => personId);
  for (const hasCome of [true, false]) await recordAttended(db, sessionId, ids(hasCome), hasCome);

  const others = Map.groupBy(
    await listOthersAttended(db, sessionId, [...booked.keys()]),
    ({ personId }) => personId,
  );
  const trained = changed.flatMap((person) => {
    const after = trainedAfter(person, session, person.attended, others.get(person.personId) ?? []);
    const isSame = after.trainedOn === person.trainedOn && after.canLead === person.canLead;
    return isSame ? [] : [{ personId: person.personId, ...after }];
  });
  await recordTrained(db, trained);
  const detail = { kind: session.kind, day: session.day, came: ids(true).length, away: ids(false).length };
  await recordEvents(db, actor, [{ kind: 'training-attended', detail }], at);
  const notices = trained.flatMap(({ personId, trainedOn }) =>
    trainedOn === null ? [] : [{ kind: 'trained' as const, personId, detail: { trainedOn } }],
  );
  await notify(db, actor, notices, at);
}
