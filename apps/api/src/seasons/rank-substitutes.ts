import type { Substitutes } from '@lateral/contract/season-substitutes';
import type { Db } from '@lateral/db/client';
import { teamSize } from '@lateral/domain/reviews/team';
import { rankSeatInProcess } from '@lateral/planner/ask';
import { notFound, refused } from '../problems.ts';
import { type AskRow, listAsks } from './ask-queries.ts';
import { listBookedSeats, listBookings } from './booking-queries.ts';
import { cutList, describeExclusion } from './describe-exclusion.ts';
import { introduceLeaders, toKm } from './introduce-leaders.ts';
import { oneMoreDay, overShare } from './over-share.ts';
import { readPresent } from './read-present.ts';
import { listNames } from './reason-queries.ts';

type Place = { seasonId: string; schoolId: string };

/**
 * All that the question who could take an empty seat of a published review needs, as it stood at one moment.
 * @throws 404; 409 when it is not published, has been called off or is over
 */
export async function readEmptySeat(db: Db, { seasonId, schoolId }: Place, today: string) {
  const present = await readPresent(db, seasonId, today);
  const booking = (await listBookings(db, seasonId)).find((one) => one.schoolId === schoolId);
  if (!present) throw notFound();
  const review = present.schedule.reviews.find(({ school }) => school === schoolId);
  if (booking?.state !== 'booked' || !review) throw refused('not-published');
  const asks = await listAsks(db, seasonId, schoolId);
  const left = (await listBookedSeats(db, seasonId)).filter(
    (seat) => seat.schoolId === schoolId && seat.state === 'declined',
  );
  return {
    ...present,
    schoolId,
    review,
    asks,
    day: booking.day,
    empty: Math.max(0, teamSize - review.team.length),
    /** Whose seat is to be filled: the last who left and for whom nobody is asked; any id where nobody did. */
    leaverId: chooseLeaver(left, asks) ?? booking.leadId,
    names: await listNames(db, present.instance),
  };
}

export type EmptySeat = Awaited<ReturnType<typeof readEmptySeat>>;

function chooseLeaver(left: readonly { personId: string }[], asks: readonly AskRow[]) {
  const open = new Set(asks.filter(({ state }) => state === 'open').map(({ leaverId }) => leaverId));
  return left.find(({ personId }) => !open.has(personId))?.personId;
}

/**
 * Everyone for the empty seat, in a process of its own: first those who still owe a day, then those who would give one
 * more than their share, each the cheapest first. Nobody who has been asked for it before is asked again.
 */
export async function rankSubstitutes(seat: EmptySeat) {
  if (seat.empty === 0) return { fits: [], excluded: [] };
  const { instance, schedule, schoolId, review } = seat;
  const ranking = await rankSeatInProcess(oneMoreDay(instance), schedule, {
    school: schoolId,
    seat: review.team.length,
  });
  const asked = new Set(seat.asks.map(({ personId }) => personId));
  const isOver = overShare(instance, schedule);
  const fits = (ranking.placed ? ranking.fits : [])
    .filter(({ leader }) => !asked.has(leader))
    .map((fit) => ({ ...fit, isOverShare: isOver(fit.leader) }));
  return {
    fits: [...fits.filter((fit) => !fit.isOverShare), ...fits.filter((fit) => fit.isOverShare)],
    excluded: ranking.excluded,
  };
}

type Wanted = { q?: string | undefined; limit: number };

/** Call it outside any transaction. */
export async function listSubstitutes(seat: EmptySeat, { q = '', limit }: Wanted): Promise<Substitutes> {
  const { fits, excluded } = await rankSubstitutes(seat);
  const leaders = introduceLeaders(seat.instance, seat.names, seat.schoolId);
  const given = new Map<string, number>();
  for (const { team } of seat.schedule.reviews)
    for (const id of team) given.set(id, (given.get(id) ?? 0) + 1);
  const known = new Map(seat.instance.leaders.map((leader) => [leader.id, leader]));
  const shown = fits.filter(({ leader }) => leaders.isKnown(leader));
  return {
    empty: seat.empty,
    asks: seat.asks.map(describeAsk),
    fits: cutList(
      shown.map(({ leader, lead, isOverShare }) => ({
        ...leaders.introduce(leader),
        km: toKm(leaders.metresTo(leader)),
        given: given.get(leader) ?? 0,
        most: known.get(leader)?.maxReviews ?? 0,
        trainedOn: known.get(leader)?.trainedOn ?? null,
        wouldLead: lead === leader,
        isOverShare,
      })),
      q,
      limit,
    ),
    excluded: cutList(
      excluded
        .filter(({ leader, code }) => code !== 'SIZE' && leaders.isKnown(leader))
        .map((one) => describeExclusion(one, leaders)),
      q,
      limit,
    ),
  };
}

export const describeAsk = ({
  id,
  personId,
  name,
  state,
  askedAt,
  expiresAt,
  answeredAt,
  reason,
}: AskRow) => ({
  id,
  personId,
  name,
  state,
  askedAt,
  expiresAt,
  answeredAt,
  reason,
});
