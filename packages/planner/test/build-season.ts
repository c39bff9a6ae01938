import type { Instance, Leader, School } from '../src/instance.ts';

const weights = {
  travel: 1,
  longTrip: 2,
  longTripFrom: 200,
  crossCluster: 300,
  phaseMismatch: 150,
  dissimilarity: 4,
  load: 60,
  early: 20,
  prefMiss: 80,
  avoid: 80,
  leaderAvoid: 40,
  focusMiss: 150,
  spread: 60,
  changeDate: { announced: 1500, draft: 100 },
  changeMember: { announced: 800, draft: 50 },
};

export function buildSchool(id: string, own: Partial<School> = {}): School {
  return {
    id,
    name: `${id} School`,
    area: 'north',
    phases: ['primary'],
    clusterIds: ['oak'],
    groupId: null,
    e: 0,
    n: 0,
    features: [50],
    receives: false,
    maxOut: 2,
    inset: [],
    unavailable: [],
    preferred: [],
    avoid: [],
    priority: null,
    notBefore: null,
    notAfter: null,
    focus: [],
    ...own,
  };
}

export function buildLeader(id: string, school: string, own: Partial<Leader> = {}): Leader {
  return {
    id,
    name: id,
    role: 'head',
    schoolIds: [school],
    unitId: school,
    maxReviews: 2,
    targetHalfDays: 2,
    canLead: true,
    trainedOn: '2026-06-01',
    expertise: [],
    weekdays: [1, 2, 3, 4, 5],
    unavailable: [],
    avoid: [],
    ...own,
  };
}

/**
 * A week from Monday 5 October 2026 in which the school Host can be reviewed by the heads of Ash, Elm and Fir, and by
 * nobody else: one rule that excludes one of them leaves Host without a review.
 */
export function buildSeason(): Instance {
  const schools = [
    buildSchool('Host', { receives: true }),
    ...['Ash', 'Elm', 'Fir'].map((id) => buildSchool(id)),
  ];
  return {
    name: 'small',
    config: {
      teamSize: 3,
      minHeads: 1,
      maxPerHomeSchool: 1,
      excludeSameGroup: true,
      competitorKm: 5,
      competitorPhases: ['secondary'],
      reciprocal: 'forbid',
      repeatYears: 2,
      repeatLevel: 'school',
      crossCluster: { primary: 'forbid' },
      crossPhase: {},
      sameArea: true,
      hostHeadHome: true,
      focusHard: true,
      weights,
    },
    calendar: {
      year: 2026,
      windowStart: '2026-10-05',
      windowEnd: '2026-10-09',
      terms: [{ id: 'T1', start: '2026-09-01', end: '2026-12-18' }],
      closed: [],
    },
    clusters: ['oak', 'yew'].map((id) => ({ id, kind: 'primary-partnership', phase: 'primary' })),
    groups: [{ id: 'trust' }],
    units: ['Host', 'Ash', 'Elm', 'Fir', 'Guest'].map((id) => ({ id, maxDays: 3 })),
    schools,
    leaders: ['Ash', 'Elm', 'Fir'].map((school) => buildLeader(`${school} head`, school)),
    conflicts: [],
    history: [],
    previous: [],
  };
}

/** A season of so many schools, here and there: 12 are planned in a second, 200 keep the engine at work for a minute. */
export function buildBusySeason(count: number): Instance {
  const season = buildSeason();
  const ids = Array.from({ length: count }, (_, s) => `S${s}`);
  return {
    ...season,
    calendar: { ...season.calendar, windowEnd: '2026-11-27' },
    units: ids.map((id) => ({ id, maxDays: 4 })),
    schools: ids.map((id, s) =>
      buildSchool(id, {
        receives: true,
        e: (s * 7919) % 30_011,
        n: (s * 104_729) % 29_989,
        features: [s % 97],
      }),
    ),
    leaders: ids.flatMap((id) => [
      buildLeader(`${id} head`, id),
      buildLeader(`${id} deputy`, id, { role: 'deputy', targetHalfDays: 3 }),
    ]),
  };
}
