import type { Db } from '@lateral/db/client';
import { hasCome } from '@lateral/domain/reviews/changes';
import { clashFinder } from '@lateral/domain/reviews/clashes';
import type { SeatState } from '@lateral/domain/reviews/states';
import { teamSize } from '@lateral/domain/reviews/team';
import type { Instance, PreviousReview } from '@lateral/planner/instance';
import { readInstance } from '@lateral/planner/read-instance';
import { listBookedSeats, listBookings } from './booking-queries.ts';
import { countPast, type Past } from './count-past.ts';
import type { SeasonFacts } from './facts-queries.ts';
import { listReviews, listSeats, listStepped } from './queries.ts';

type Published = {
  seats: Awaited<ReturnType<typeof listBookedSeats>>;
  bookings: Awaited<ReturnType<typeof listBookings>>;
};
type Known = { schoolId: string; day: string; leadId: string; team: string[]; isFirm: boolean };

/**
 * An instance in view of what people have been told. A review that all three have said yes to
 * stays as it is; any other is changed as little as may be, and so is what the broker has put into the draft by hand.
 * One that can no longer be held, as when its day has become an INSET day, may move. Whoever has said no to a school is
 * not sent there again.
 */
export async function addPrevious(
  db: Db,
  seasonId: string,
  instance: Instance,
  facts: SeasonFacts,
  today: string,
): Promise<Instance> {
  const seats = await listBookedSeats(db, seasonId);
  const bookings = (await listBookings(db, seasonId)).filter(({ state }) => state !== 'called-off');
  const coming = bookings.filter((booking) => !hasCome(booking, today));
  const known = [...(await listKnown(db, seasonId, { seats, bookings: coming }, facts))];
  const leaders = new Set(instance.leaders.map(({ id }) => id));
  const schools = new Set(instance.schools.map(({ id }) => id));
  const previous = known.flatMap(({ schoolId, day, leadId, team, isFirm }): PreviousReview[] => {
    const here = team.filter((id) => leaders.has(id));
    const [lead = ''] = here.includes(leadId) ? [leadId] : here;
    if (!schools.has(schoolId) || here.length === 0) return [];
    return [{ school: schoolId, date: day, team: here, lead, status: isFirm ? 'locked' : 'announced' }];
  });
  const conflicts = declinedConflicts(seats, instance);
  const past = pastOf(bookings, seats, today);
  const told = { ...instance, previous, conflicts: [...instance.conflicts, ...conflicts] };
  return loosen(allowAgreed(countPast(told, past)));
}

/** Whoever has said no to a school is not asked to go there again. */
export function declinedConflicts(
  seats: readonly { schoolId: string; personId: string; state: SeatState }[],
  { leaders, schools }: Instance,
): Instance['conflicts'] {
  const [isLeader, isSchool] = [leaders, schools].map((list) => new Set(list.map(({ id }) => id)));
  return seats
    .filter(
      ({ state, schoolId, personId }) =>
        state === 'declined' && isSchool?.has(schoolId) && isLeader?.has(personId),
    )
    .map(({ personId, schoolId }) => ({ leaderId: personId, schoolId }));
}

/** Reviews whose day has come, with those who were on them. */
export const pastOf = (
  bookings: Awaited<ReturnType<typeof listBookings>>,
  seats: Awaited<ReturnType<typeof listBookedSeats>>,
  today: string,
): Past[] =>
  bookings
    .filter((booking) => hasCome(booking, today))
    .map(({ schoolId }) => ({
      schoolId,
      team: seats
        .filter((seat) => seat.schoolId === schoolId && seat.state !== 'declined')
        .map(({ personId }) => personId),
    }));

/** What is published or was set by hand, by school; the hand comes last. */
async function listKnown(
  db: Db,
  seasonId: string,
  { seats, bookings }: Published,
  facts: SeasonFacts,
): Promise<Iterable<Known>> {
  const known = new Map<string, Known>();
  const teams = Map.groupBy(
    seats.filter(({ state }) => state !== 'declined'),
    ({ schoolId }) => schoolId,
  );
  const hostsOn = Map.groupBy(bookings, ({ day }) => day);
  const findClashes = clashFinder(clashFactsOf(facts));
  for (const { schoolId, day, leadId } of bookings) {
    const own = teams.get(schoolId) ?? [];
    const team = own.map(({ personId }) => personId);
    const hosts = new Set((hostsOn.get(day) ?? []).map((one) => one.schoolId));
    const isAgreed = own.length === teamSize && own.every((seat) => seat.state === 'accepted');
    const isFirm = isAgreed && findClashes({ schoolId, day, team }, hosts).length === 0;
    known.set(schoolId, { schoolId, day, leadId, team, isFirm });
  }
  const stepped = new Set(await listStepped(db, seasonId));
  const drafted = Map.groupBy(await listSeats(db, seasonId), ({ schoolId }) => schoolId);
  for (const { schoolId, day, leadId } of await listReviews(db, seasonId)) {
    if (!stepped.has(schoolId) || known.get(schoolId)?.isFirm) continue;
    const team = (drafted.get(schoolId) ?? []).map(({ personId }) => personId);
    known.set(schoolId, { schoolId, day, leadId, team, isFirm: false });
  }
  return known.values();
}

export const clashFactsOf = (facts: SeasonFacts) => ({
  members: new Set(facts.members.map(({ id }) => id)),
  terms: facts.terms,
  closed: new Set(facts.closed.map(({ day }) => day)),
  schoolDays: facts.schoolDays,
  leaderDays: facts.leaderDays,
  leaders: facts.leaders,
});

/** Whoever has been asked for more days than they owe, and has not said no, gives them: their limits move nothing. */
function allowAgreed(instance: Instance): Instance {
  const agreed = instance.previous.flatMap(({ team }) => team);
  const count = (ids: readonly string[]) =>
    ids.reduce((counts, id) => counts.set(id, (counts.get(id) ?? 0) + 1), new Map<string, number>());
  const unitOf = new Map(instance.leaders.map(({ id, unitId }) => [id, unitId]));
  const ofLeader = count(agreed);
  const ofUnit = count(agreed.flatMap((id) => unitOf.get(id) ?? []));
  return {
    ...instance,
    leaders: instance.leaders.map((leader) => ({
      ...leader,
      maxReviews: Math.max(leader.maxReviews, ofLeader.get(leader.id) ?? 0),
    })),
    units: instance.units.map((unit) => ({
      ...unit,
      maxDays: Math.max(unit.maxDays, ofUnit.get(unit.id) ?? 0),
    })),
  };
}

/** Reviews that stand, but that no season can hold side by side any more, may move: those whom the planner names. */
function loosen(instance: Instance): Instance {
  const read = readInstance({ format: 'psr-schedule/1', ...instance });
  if (!('faults' in read)) return instance;
  const odd = new Set(
    read.faults.flatMap(({ path }) => /^\/previous\/(\d+)/.exec(path)?.[1] ?? []).map(Number),
  );
  const previous = instance.previous.map((review, i) =>
    odd.has(i) && review.status === 'locked' ? { ...review, status: 'announced' as const } : review,
  );
  const isLooser = previous.some(({ status }, i) => status !== instance.previous[i]?.status);
  return isLooser ? loosen({ ...instance, previous }) : instance;
}
