import type { Db } from '@lateral/db/client';
import { type Answer, refuseAnswer } from '@lateral/domain/reviews/answers';
import type { Actor } from '../actor.ts';
import { recordEvents } from '../events.ts';
import { badField, notFound, refused } from '../problems.ts';
import { leaveSeat } from './leave-seat.ts';
import { findBooking, findSeat, holdSeason, recordAnswer } from './queries.ts';

type Place = { seasonId: string; schoolId: string; personId: string };
type Given = { answer: Answer; reason: string | null };
type Moment = { now: Date; today: string };

/**
 * A reviewer says yes or no, or the broker puts down that they dropped out. Said again, a yes changes nothing.
 * @throws 404 for a seat that is not, 409 as `refuseAnswer` says, 400 for a no without a reason
 */
export async function answerSeat(
  db: Db,
  actor: Actor,
  { seasonId, schoolId, personId }: Place,
  given: Given,
  { now, today }: Moment,
) {
  const key = { seasonId, schoolId, personId };
  await holdSeason(db, seasonId);
  const booking = await findBooking(db, seasonId, schoolId);
  const seat = await findSeat(db, key);
  if (!booking || !seat) throw notFound();
  const refusal = refuseAnswer(booking, seat, given, today);
  if (refusal === 'reason-needed') throw badField('/body/reason', 'is missing: say why, in a few words');
  if (refusal) throw refused(refusal);
  if (given.answer === 'declined') {
    const why = personId === actor.personId ? 'declined' : 'dropped-out';
    return leaveSeat(db, actor, { ...key, day: seat.day, reason: given.reason ?? '' }, why, now);
  }
  if (seat.state === 'accepted') return;
  await recordAnswer(db, key, { state: 'accepted', reason: null, at: now });
  const detail = { day: seat.day, personId };
  await recordEvents(db, actor, [{ kind: 'seat-accepted', schoolId, detail }], now);
}
