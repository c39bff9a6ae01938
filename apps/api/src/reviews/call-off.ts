import type { Db } from '@lateral/db/client';
import { calledOff, tellingsOf } from '@lateral/domain/reviews/changes';
import type { Actor } from '../actor.ts';
import { recordEvents } from '../events.ts';
import { notFound, refused } from '../problems.ts';
import { recordInvitations } from '../record-invitations.ts';
import { listHosts } from '../review-hosts.ts';
import { withdrawAsks } from '../seat-asks.ts';
import { findBooking, holdSeason, listTeams, recordCalledOff } from './queries.ts';

type Order = { seasonId: string; schoolId: string; reason: string };
type Moment = { now: Date; today: string };

/**
 * Calls a published review off at once. Its team and its school are told, their calendars cleared, and the school is
 * among those to be placed. @throws 404, 409 when it is over or was called off before
 */
export async function callOff(db: Db, actor: Actor, order: Order, { now, today }: Moment) {
  const { seasonId, schoolId, reason } = order;
  await holdSeason(db, seasonId);
  const booking = await findBooking(db, seasonId, schoolId);
  if (!booking) throw notFound();
  if (booking.state === 'called-off') throw refused('called-off');
  if (booking.state === 'done' || booking.day < today) throw refused('review-over');
  const seats = (await listTeams(db, [schoolId], today)).filter((seat) => seat.seasonId === seasonId);
  const team = seats.filter(({ state }) => state !== 'declined').map(({ personId }) => personId);
  const hosts = (await listHosts(db, [schoolId], today)).get(schoolId) ?? [];
  const { day, leadId } = booking;
  const tellings = tellingsOf(
    calledOff({ schoolId, day, leadId, team }),
    hosts.map(({ personId }) => personId),
  );
  await recordCalledOff(db, { partnershipId: actor.partnershipId, seasonId, schoolId }, reason, now);
  await withdrawAsks(db, actor, seasonId, [schoolId], now);
  await recordInvitations(db, actor, seasonId, tellings, now);
  await recordEvents(db, actor, [{ kind: 'review-called-off', schoolId, detail: { day, reason } }], now);
}
