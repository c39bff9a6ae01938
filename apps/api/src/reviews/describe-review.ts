import type { Review } from '@lateral/contract/reviews';
import type { Db } from '@lateral/db/client';
import { covers } from '@lateral/domain/policy';
import { teamSize } from '@lateral/domain/reviews/team';
import type { Actor } from '../actor.ts';
import { notFound } from '../problems.ts';
import { type BookingRow, findBooking, listOwn, listTeams, type SeatRow } from './queries.ts';

/** A published review as this person may read it; null when it is not theirs to see. */
function describeReview(booking: BookingRow, seats: readonly SeatRow[], actor: Actor): Review | null {
  const { leadId, visit, ...row } = booking;
  const isBroker = actor.reach.scope === 'all';
  const own = seats.find(({ personId }) => personId === actor.personId);
  const isHost = !isBroker && covers(actor.reach, booking.schoolId);
  if (!isBroker && !isHost && !own) return null;
  const sitting = seats.filter(({ state }) => state !== 'declined');
  const isComing = own !== undefined && own.state !== 'declined';
  return {
    ...row,
    reason: isBroker || isHost ? row.reason : null,
    part: isHost ? 'host' : partOf(own, leadId),
    answer: own?.state ?? null,
    visit: isComing ? visit : null,
    // Whoever has said no sees what they have said no to, and no more of who goes.
    team: (isBroker ? seats : isHost || isComing ? sitting : [own]).flatMap((seat) =>
      seat ? describeMember(seat, leadId, isBroker || seat === own) : [],
    ),
    empty: row.state === 'called-off' ? 0 : Math.max(0, teamSize - sitting.length),
  };
}

const partOf = (own: SeatRow | undefined, leadId: string) =>
  own ? (own.personId === leadId ? ('lead' as const) : ('reviewer' as const)) : null;

const describeMember = (
  { personId, name, role, homeName, state, reason }: SeatRow,
  leadId: string,
  mayReadWhy: boolean,
): Review['team'][number] => ({
  personId,
  name,
  role: role ?? 'deputy',
  schoolName: homeName ?? '',
  isLead: personId === leadId && state !== 'declined',
  state,
  reason: mayReadWhy ? reason : null,
});

/** One review as the actor may read it. @throws 404 */
export async function readReview(
  db: Db,
  actor: Actor,
  { seasonId, schoolId }: { seasonId: string; schoolId: string },
  today: string,
): Promise<Review> {
  const booking = await findBooking(db, seasonId, schoolId);
  if (!booking) throw notFound();
  const seats = await listTeams(db, [schoolId], today);
  const review = describeReview(
    booking,
    seats.filter((seat) => seat.seasonId === seasonId),
    actor,
  );
  if (!review) throw notFound();
  return review;
}

/** The actor's own reviews and those of their schools, next first. A seat that was called off is not shown any more. */
export async function listOwnReviews(db: Db, actor: Actor, today: string): Promise<Review[]> {
  const schoolIds = actor.roles.flatMap(({ schoolId, lentBy }) => (schoolId && !lentBy ? [schoolId] : []));
  const mine: Actor = { ...actor, reach: { scope: 'own', schoolIds } };
  const rows = await listOwn(db, actor.personId, schoolIds);
  const teams = Map.groupBy(
    await listTeams(
      db,
      rows.map(({ schoolId }) => schoolId),
      today,
    ),
    ({ seasonId, schoolId }) => `${seasonId} ${schoolId}`,
  );
  return rows.flatMap(
    (row) => describeReview(row, teams.get(`${row.seasonId} ${row.schoolId}`) ?? [], mine) ?? [],
  );
}
