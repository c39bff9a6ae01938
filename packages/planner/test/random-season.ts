import type { Instance, Leader, Schedule, School } from '../src/instance.ts';
import { pick, type Random } from '../src/random.ts';
import { buildLeader, buildSchool, buildSeason } from './build-season.ts';

const dates = ['05', '06', '07', '08', '09', '12', '13', '14', '15', '16'].map((day) => `2026-10-${day}`);
const areas = ['reading', 'maths', 'send'];

/** A small, awkward season: shared heads, pooled units, trusts, few days, two areas now and then. */
export function buildRandomSeason(random: Random): Instance {
  const season = buildSeason();
  const chance = (share: number) => random() < share;
  const some = <T>(list: readonly T[], share: number) => list.filter(() => chance(share));
  const one = <T>(list: readonly T[]) => list[pick(random, list.length)] as T;
  const split = chance(0.3);
  const buildOne = (_: unknown, s: number): School => {
    const area = split && s % 2 === 0 ? 'south' : 'north';
    const shared = some(['oak', 'yew'], 0.6).concat('all').slice(0, 2);
    return buildSchool(`S${s}`, {
      area,
      phases: one([['primary'], ['primary'], ['primary'], ['secondary'], ['primary', 'secondary']]),
      clusterIds: split ? [`${area} oak`] : shared,
      groupId: one(['trust', null, null, null]),
      e: pick(random, 30_000),
      n: pick(random, 30_000),
      receives: chance(0.8),
      maxOut: 1 + pick(random, 2),
      inset: some(dates, 0.1),
      unavailable: some(dates, 0.1).map((date) => `${date}:am`),
      preferred: one([[], [], [], some(dates, 0.3)]),
      priority: one(['early', null, null]),
      notBefore: one([...dates.slice(0, 2), null, null, null, null]),
      focus: some(areas, 0.2).map((name) => ({ area: name, required: chance(0.5) })),
    });
  };
  const schools = Array.from({ length: 4 + pick(random, 12) }, buildOne);
  const buildLeaders = ({ id, area }: School): Leader[] =>
    (['head', 'deputy'] as const).map((role) => {
      const second = chance(0.1)
        ? [one(schools)].filter((other) => other.id !== id && other.area === area)
        : [];
      return buildLeader(`${id} ${role}`, id, {
        role,
        schoolIds: [id, ...second.map((other) => other.id)],
        unitId: chance(0.9) ? id : 'pool',
        maxReviews: pick(random, 4),
        targetHalfDays: 1 + pick(random, 5),
        canLead: chance(0.7),
        trainedOn: chance(0.9) ? one(['2026-06-01', ...dates.slice(0, 4)]) : null,
        expertise: some(areas, 0.4),
        weekdays: some([1, 2, 3, 4, 5], 0.9),
        unavailable: some(dates, 0.15),
        avoid: some(dates, 0.1),
      });
    });
  const leaders = schools.flatMap(buildLeaders);
  return {
    ...season,
    config: {
      ...season.config,
      teamSize: 2 + pick(random, 3),
      minHeads: pick(random, 3),
      maxPerHomeSchool: 1 + pick(random, 2),
      reciprocal: one(['forbid', 'allow']),
      repeatLevel: one(['school', 'person']),
      crossCluster: { primary: 'penalise', secondary: one(['penalise', 'forbid']) },
      crossPhase: chance(0.5) ? { primary: 'penalise' } : {},
      sameArea: split,
      hostHeadHome: chance(0.7),
      focusHard: chance(0.7),
    },
    calendar: { ...season.calendar, windowEnd: '2026-10-16' },
    clusters: ['oak', 'yew', 'all', 'north oak', 'south oak'].map((id) => ({
      id,
      kind: 'any',
      phase: 'primary',
    })),
    units: [...schools.map(({ id }) => ({ id, maxDays: 2 + pick(random, 3) })), { id: 'pool', maxDays: 4 }],
    schools,
    leaders,
    conflicts: leaders.slice(0, 3).map(({ id }) => ({ leaderId: id, schoolId: one(schools).id })),
    history: leaders.slice(3, 8).map(({ id, schoolIds }) => ({
      year: 2025,
      host: one(schools).id,
      fromSchool: schoolIds[0] ?? '',
      leaderId: id,
    })),
  };
}

/** The season some weeks later: parts of the plan are locked, announced or draft, and some people have dropped out. */
export function reopenSeason(season: Instance, { reviews }: Schedule, random: Random): Instance {
  const statuses = ['locked', 'announced', 'draft'] as const;
  return {
    ...season,
    leaders: season.leaders.map((leader) => (random() < 0.15 ? { ...leader, unavailable: dates } : leader)),
    previous: reviews.map((review) => ({ ...review, status: statuses[pick(random, 3)] ?? 'draft' })),
  };
}

/** Small enough to try everything: five schools at most, three of which receive, seven leaders, three days. */
export function buildTinySeason(random: Random): Instance {
  const season = buildRandomSeason(random);
  const all = season.schools.slice(0, 5);
  // Few days and few people leave little to choose, so that some of what is awkward elsewhere is left out here.
  const schools = all.map((school, s) => ({
    ...school,
    receives: s < 3,
    area: 'north',
    clusterIds: ['all'],
    notBefore: null,
    phases: ['primary'],
  }));
  const ids = new Set(schools.map(({ id }) => id));
  const leaders = season.leaders
    .filter(({ schoolIds }) => schoolIds.every((id) => ids.has(id)))
    .slice(0, 7)
    .map((leader) => ({
      ...leader,
      canLead: leader.canLead || leader.role === 'head',
      maxReviews: Math.max(1, leader.maxReviews),
      trainedOn: '2026-06-01',
      weekdays: [1, 2, 3, 4, 5],
    }));
  const within = (id: string | undefined) => id === undefined || ids.has(id);
  return {
    ...season,
    config: { ...season.config, teamSize: 2, minHeads: Math.min(1, season.config.minHeads) },
    calendar: { ...season.calendar, windowEnd: '2026-10-07' },
    schools,
    leaders,
    conflicts: season.conflicts.filter(
      (one) => 'leaderId' in one && within(one.schoolId) && leaders.some(({ id }) => id === one.leaderId),
    ),
    history: season.history.filter(({ host }) => within(host)),
  };
}
