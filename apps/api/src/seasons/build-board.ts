import type { Board } from '@lateral/contract/seasons';
import { listWeeks } from '@lateral/domain/calendars/weeks';
import { hasCome, listChanges } from '@lateral/domain/reviews/changes';
import { clashFinder } from '@lateral/domain/reviews/clashes';
import { teamSize } from '@lateral/domain/reviews/team';
import { supply } from '@lateral/planner/supply';
import type { listBookedSeats, listBookings } from './booking-queries.ts';
import { buildInstance } from './build-instance.ts';
import type { SeasonFacts } from './facts-queries.ts';
import type { listReviews, listSeats, listUnplaced } from './queries.ts';
import { clashFactsOf } from './read-previous.ts';

type Draft = {
  reviews: Awaited<ReturnType<typeof listReviews>>;
  seats: Awaited<ReturnType<typeof listSeats>>;
  unplaced: Awaited<ReturnType<typeof listUnplaced>>;
};
type Published = {
  bookings: Awaited<ReturnType<typeof listBookings>>;
  bookedSeats: Awaited<ReturnType<typeof listBookedSeats>>;
};

/** The season as a board: clusters down, weeks across, with what is short and what could not be placed. */
export function buildBoard(facts: SeasonFacts, draft: Draft, published: Published, today: string): Board {
  const instance = buildInstance(facts);
  const mainCluster = new Map(instance.schools.map(({ id, clusterIds }) => [id, clusterIds[0] ?? '']));
  const clusterOf = (schoolId: string) => {
    const id = mainCluster.get(schoolId);
    return id === undefined || id.startsWith('unassigned-') ? null : id;
  };
  const seats = Map.groupBy(draft.seats, ({ schoolId }) => schoolId);
  const homeOf = describeHomes(facts);
  const standingOf = describeStanding(facts, draft, published, today);
  const closed = new Set(facts.closed.map(({ day }) => day));
  return {
    weeks: listWeeks(facts.season.year, facts.terms, closed),
    clusters: describeClusters(facts, draft, clusterOf, supply(instance).clusters),
    reviews: draft.reviews.map(({ phases, ...review }) => {
      const team = seats.get(review.schoolId) ?? [];
      const { answerOf, ...standing } = standingOf(review, team);
      return {
        ...review,
        clusterId: clusterOf(review.schoolId),
        phase: phases[0] ?? null,
        team: team.map(({ personId, name }) => ({
          personId,
          name,
          ...homeOf(personId),
          answer: answerOf(personId),
        })),
        empty: Math.max(0, teamSize - team.length),
        ...standing,
      };
    }),
    unplaced: draft.unplaced.map(({ phases, ...row }) => ({
      ...row,
      clusterId: clusterOf(row.schoolId),
      phase: phases[0] ?? null,
    })),
    load: countLoad(facts, draft.seats),
    blocked: [...Map.groupBy(facts.schoolDays, ({ schoolId }) => schoolId)].map(([schoolId, rows]) => ({
      schoolId,
      days: rows.map(({ day }) => day),
    })),
  };
}

/** How each review of the draft stands to what people have been told, and what it clashes with. */
function describeStanding(
  facts: SeasonFacts,
  { reviews }: Draft,
  { bookings, bookedSeats }: Published,
  today: string,
) {
  const bookingOf = new Map(bookings.map((booking) => [booking.schoolId, booking]));
  const answers = new Map(
    bookedSeats.map(({ schoolId, personId, state }) => [`${schoolId} ${personId}`, state]),
  );
  const sitting = Map.groupBy(
    bookedSeats.filter(({ state }) => state !== 'declined'),
    ({ schoolId }) => schoolId,
  );
  const hostsOn = Map.groupBy(reviews, ({ day }) => day);
  const findClashes = clashFinder(clashFactsOf(facts));
  return (
    { schoolId, day, leadId }: { schoolId: string; day: string; leadId: string },
    seats: readonly { personId: string }[],
  ) => {
    const booking = bookingOf.get(schoolId);
    const known = booking && booking.state !== 'called-off' ? booking : null;
    const team = seats.map(({ personId }) => personId);
    const isOver = known !== null && hasCome(known, today);
    const told = (sitting.get(schoolId) ?? []).map(({ personId }) => personId);
    const booked = known ? [{ ...known, team: told }] : [];
    const hosts = new Set((hostsOn.get(day) ?? []).map((one) => one.schoolId));
    return {
      booking: known && { day: known.day, state: known.state },
      isChanged: listChanges([{ schoolId, day, leadId, team }], booked, today).length > 0,
      clashes: isOver || day <= today ? [] : findClashes({ schoolId, day, team }, hosts),
      answerOf: (personId: string) => answers.get(`${schoolId} ${personId}`) ?? null,
    };
  };
}

function describeClusters(
  facts: SeasonFacts,
  { reviews }: Draft,
  clusterOf: (schoolId: string) => string | null,
  supplies: { clusterId: string; needed: number; available: number }[],
): Board['clusters'] {
  const all = [...facts.clusters, { id: null, name: 'In no cluster', kind: null }];
  return all.flatMap(({ id, name, kind }) => {
    const isOf = (schoolId: string) => clusterOf(schoolId) === id;
    const schools = facts.members.filter((member) => isOf(member.id)).length;
    if (schools === 0) return [];
    const placed = reviews.filter(({ schoolId }) => isOf(schoolId)).length;
    const own = supplies.filter(({ clusterId }) =>
      id === null ? clusterId.startsWith('unassigned-') : clusterId === id,
    );
    const sum = (key: 'needed' | 'available') => own.reduce((total, part) => total + part[key], 0);
    return [
      { id, name, kind, schools, placed, supply: { needed: sum('needed'), available: sum('available') } },
    ];
  });
}

/** A reviewer's role and school; of several schools, the first by name. */
function describeHomes(facts: SeasonFacts) {
  const names = new Map(facts.members.map(({ id, name }) => [id, name]));
  const rows = Map.groupBy(facts.leaders, ({ personId }) => personId);
  return (personId: string) => {
    const own = (rows.get(personId) ?? []).filter(({ schoolId }) => names.has(schoolId));
    const schools = own
      .map(({ schoolId }) => ({ schoolId, schoolName: names.get(schoolId) ?? '' }))
      .sort((a, b) => a.schoolName.localeCompare(b.schoolName));
    const role = own.find((row) => row.role === 'headteacher')?.role ?? own[0]?.role ?? 'deputy';
    return { role, ...(schools[0] ?? { schoolId: null, schoolName: '' }) };
  };
}

/** How many schools give how many reviewer days; a shared head's days are shared among the schools. */
function countLoad(facts: SeasonFacts, seats: Draft['seats']): Board['load'] {
  const homes = Map.groupBy(facts.leaders, ({ personId }) => personId);
  const given = new Map(facts.members.map(({ id }) => [id, 0]));
  for (const { personId } of seats) {
    const own = [...new Set((homes.get(personId) ?? []).map(({ schoolId }) => schoolId))].filter((id) =>
      given.has(id),
    );
    const [least] = own.sort((a, b) => (given.get(a) ?? 0) - (given.get(b) ?? 0));
    if (least) given.set(least, (given.get(least) ?? 0) + 1);
  }
  const counts = Map.groupBy(given.values(), (days) => days);
  return [...counts].map(([days, list]) => ({ days, schools: list.length })).sort((a, b) => a.days - b.days);
}
