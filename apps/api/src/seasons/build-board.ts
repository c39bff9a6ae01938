import type { Board } from '@lateral/contract/seasons';
import { listWeeks } from '@lateral/domain/calendars/weeks';
import { supply } from '@lateral/planner/supply';
import { buildInstance } from './build-instance.ts';
import type { SeasonFacts } from './facts-queries.ts';
import type { listReviews, listSeats, listUnplaced } from './queries.ts';

type Draft = {
  reviews: Awaited<ReturnType<typeof listReviews>>;
  seats: Awaited<ReturnType<typeof listSeats>>;
  unplaced: Awaited<ReturnType<typeof listUnplaced>>;
};

/** The season as a board: clusters down, weeks across, with what is short and what could not be placed. */
export function buildBoard(facts: SeasonFacts, draft: Draft): Board {
  const instance = buildInstance(facts);
  const mainCluster = new Map(instance.schools.map(({ id, clusterIds }) => [id, clusterIds[0] ?? '']));
  const clusterOf = (schoolId: string) => {
    const id = mainCluster.get(schoolId);
    return id === undefined || id.startsWith('unassigned-') ? null : id;
  };
  const seats = Map.groupBy(draft.seats, ({ schoolId }) => schoolId);
  const homeOf = describeHomes(facts);
  const closed = new Set(facts.closed.map(({ day }) => day));
  return {
    weeks: listWeeks(facts.season.year, facts.terms, closed),
    clusters: describeClusters(facts, draft, clusterOf, supply(instance).clusters),
    reviews: draft.reviews.map(({ phases, ...review }) => ({
      ...review,
      clusterId: clusterOf(review.schoolId),
      phase: phases[0] ?? null,
      team: (seats.get(review.schoolId) ?? []).map(({ personId, name }) => ({
        personId,
        name,
        ...homeOf(personId),
      })),
    })),
    unplaced: draft.unplaced.map((row) => ({ ...row, clusterId: clusterOf(row.schoolId) })),
    load: countLoad(facts, draft.seats),
    blocked: [...Map.groupBy(facts.schoolDays, ({ schoolId }) => schoolId)].map(([schoolId, rows]) => ({
      schoolId,
      days: rows.map(({ day }) => day),
    })),
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
    const schools = own.map(({ schoolId }) => names.get(schoolId) ?? '').sort();
    const role = own.find((row) => row.role === 'headteacher')?.role ?? own[0]?.role ?? 'deputy';
    return { role, schoolName: schools[0] ?? '' };
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
