import type { Conflict, Instance, Leader, School } from '../../packages/planner/src/instance.ts';
import type { Dice } from './dice.ts';
import { dealLeaders, expertiseOf } from './generate-leaders.ts';

/** One county: what a season lists, of this county only. */
export type Area = Pick<Instance, 'clusters' | 'units' | 'schools' | 'leaders' | 'conflicts' | 'history'> & {
  groups: { id: string; kind: 'mat' | 'federation'; name: string }[];
};

/** Schools, leaders and units are dealt as in the published county of 300; these are its shares. */
const shares = { secondary: 0.133, allThrough: 0.01, special: 0.04 };
const partnershipSize = 35;
const similarSize = 11;
/** Metres of a county's side for each root of its number of schools: 60 km for 300. */
const sidePerRoot = 3464;

/** Makes one county of a given number of schools, of the same make as the published ones. */
export function generateArea(dice: Dice, area: string, count: number): Area {
  const schools = dealSchools(dice, area, count);
  const clusters = dealClusters(dice, area, schools, Math.round(sidePerRoot * Math.sqrt(count)));
  const groups = dealGroups(dice, area, schools);
  const { leaders, units } = dealLeaders(dice, area, schools, groups);
  const neighbours = Map.groupBy(schools, ({ clusterIds }) => clusterIds[0] ?? '');
  return {
    clusters,
    groups,
    units,
    schools,
    leaders,
    conflicts: dealConflicts(dice, schools, leaders, neighbours),
    history: dealHistory(dice, schools, leaders),
  };
}

function dealSchools(dice: Dice, area: string, count: number): School[] {
  const many = (share: number) => Math.round(share * count);
  const { secondary, allThrough, special } = shares;
  const others = [
    ...Array.from({ length: many(secondary) }, () => ['secondary']),
    ...Array.from({ length: many(allThrough) }, () => ['primary', 'secondary']),
    ...Array.from({ length: many(special) }, () => ['special']),
  ];
  const all = [...Array.from({ length: count - others.length }, () => ['primary']), ...others];
  return all.map((phases, i) => {
    const id = `${area}-S${String(i + 1).padStart(4, '0')}`;
    return { ...dealWishes(dice, phases), ...dealCalendar(dice, phases), id, name: `School ${id}`, area };
  });
}

type Wishes = 'phases' | 'receives' | 'maxOut' | 'priority' | 'notBefore' | 'notAfter' | 'focus' | 'features';
type Place = 'clusterIds' | 'groupId' | 'e' | 'n';

function dealWishes(dice: Dice, phases: string[]): Pick<School, Wishes | Place> {
  const priority = dice.chance(0.037) ? 'early' : null;
  const areas = dice.share([
    [0.45, 0],
    [0.34, 1],
    [0.21, 2],
  ]);
  return {
    phases,
    receives: true,
    maxOut: phases[0] === 'primary' && dice.chance(0.13) ? 1 : 2,
    priority,
    notBefore: null,
    notAfter: priority && dice.chance(0.55) ? '2026-12-18' : null,
    focus: dice.some(expertiseOf(phases), areas).map((name) => ({ area: name, required: dice.chance(0.63) })),
    features: [],
    clusterIds: [],
    groupId: null,
    e: 0,
    n: 0,
  };
}

const insetsOfMany = [
  ['2026-10-23', 0.7],
  ['2027-01-04', 0.73],
  ['2027-06-07', 0.69],
] as const;

function dealCalendar(dice: Dice, phases: string[]) {
  const exams = [
    ...(phases.includes('primary') ? ['2027-05-10/2027-05-14'] : []),
    ...(phases.includes('secondary') ? ['2027-01-11/2027-01-15', '2027-05-10/2027-06-25'] : []),
  ];
  const long = dice.share([
    [0.03, ['2026-09-21/2026-12-18']],
    [0.045, ['2027-04-12/2027-07-09']],
    [0.04, [dice.span(dice.between(8, 15))]],
    [1, [] as string[]],
  ]);
  const spans = dice.chance(0.7) ? [dice.span(dice.between(2, 5))] : [];
  const insets = insetsOfMany.flatMap(([date, share]) => (dice.chance(share) ? [date] : []));
  return {
    inset: [...new Set([...insets, dice.day(), dice.day()])].toSorted(),
    unavailable: [...exams, ...long, ...spans, ...dice.blocked(dice.between(3, 10), 0.26)].toSorted(),
    preferred: dice.chance(0.23) ? dice.days(dice.between(4, 8)) : [],
    avoid: dice.chance(0.19) ? dice.days(8) : [],
  };
}

/** Puts primaries in partnerships by place, secondaries in clusters by likeness, special schools in one. */
function dealClusters(dice: Dice, area: string, schools: School[], side: number): Area['clusters'] {
  const clusters: Area['clusters'] = [];
  const primaries = schools.filter(({ phases }) => phases.includes('primary'));
  const secondaries = schools.filter(({ phases }) => phases.includes('secondary'));
  const within = (metres: number) => Math.round(Math.max(0, Math.min(side, metres)));
  const centres = Array.from({ length: Math.max(1, Math.round(primaries.length / partnershipSize)) }, () => ({
    e: dice.between(0, side),
    n: dice.between(0, side),
    spread: dice.between(3000, 9000),
  }));
  const isPut = new Set<School>();
  const put = (school: School, centre: (typeof centres)[number]) => {
    school.e = 350_000 + within(dice.normal(centre.e, centre.spread));
    school.n = 180_000 + within(dice.normal(centre.n, centre.spread));
    const base = dice.normal(50, 8);
    school.features = Array.from({ length: 5 }, () =>
      Math.round(Math.max(0, Math.min(100, dice.normal(base, 21)))),
    );
    isPut.add(school);
  };
  centres.forEach((centre, c) => {
    const id = `${area}-P${c + 1}`;
    clusters.push({ id, kind: 'primary-partnership', phase: 'primary' });
    primaries.forEach((school, i) => {
      if (i % centres.length !== c) return;
      put(school, centre);
      school.clusterIds.push(id);
    });
  });
  for (const school of schools) if (!isPut.has(school)) put(school, dice.one(centres));
  const alike = secondaries.toSorted((a, b) => (a.features[0] ?? 0) - (b.features[0] ?? 0));
  const kinds = Math.max(1, Math.round(alike.length / similarSize));
  for (let k = 0; k < kinds; k++)
    clusters.push({ id: `${area}-S${k + 1}`, kind: 'similar-secondary', phase: 'secondary' });
  alike.forEach((school, i) => {
    school.clusterIds.push(`${area}-S${Math.floor((i * kinds) / alike.length) + 1}`);
  });
  clusters.push({ id: `${area}-X1`, kind: 'special-county', phase: 'special' });
  for (const { phases, clusterIds } of schools) if (phases[0] === 'special') clusterIds.push(`${area}-X1`);
  return clusters;
}

/** Trusts take about a third of the schools, mostly neighbours; one primary in 40 is in a federation. */
function dealGroups(dice: Dice, area: string, schools: School[]): Area['groups'] {
  const groups: Area['groups'] = [];
  const found = (kind: 'mat' | 'federation', members: School[]) => {
    const id = `${area}-G${groups.length + 1}`;
    groups.push({ id, kind, name: `${kind === 'mat' ? 'Trust' : 'Federation'} ${id}` });
    for (const school of members) school.groupId = id;
  };
  const metres = (a: School, b: School) => Math.hypot(a.e - b.e, a.n - b.n);
  const near = (school: School, count: number, isFit: (other: School) => boolean) =>
    schools
      .filter((other) => other.groupId === null && isFit(other))
      .toSorted((a, b) => metres(a, school) - metres(b, school))
      .slice(0, count);
  const federations = Math.round(schools.length / 100);
  const trusts = Math.round(schools.length / 13);
  for (let i = 0; i < federations; i++) {
    const first = dice.one(schools.filter(isFree('primary')));
    const isFit = (other: School) =>
      isFree('primary')(other) && other.clusterIds[0] === first.clusterIds[0] && other.phases.length === 1;
    found('federation', near(first, dice.between(2, 3), isFit));
  }
  for (let i = 0; i < trusts; i++) {
    const first = dice.one(schools.filter(({ groupId }) => groupId === null));
    const reach = near(first, 9, () => true);
    found('mat', [
      first,
      ...dice.some(
        reach.filter((one) => one !== first),
        dice.between(1, 6),
      ),
    ]);
  }
  return groups;
}

function isFree(phase: string) {
  return ({ groupId, phases }: School) => groupId === null && phases[0] === phase;
}

function dealConflicts(
  dice: Dice,
  schools: School[],
  leaders: Leader[],
  neighbours: Map<string, School[]>,
): Conflict[] {
  const cluster = new Map(schools.map(({ id, clusterIds }) => [id, clusterIds[0] ?? '']));
  const others = (home: string) =>
    (neighbours.get(cluster.get(home) ?? '') ?? []).filter(({ id }) => id !== home);
  const people = dice.some(leaders, Math.round(schools.length * 0.113)).flatMap((leader): Conflict[] => {
    const host = dice.one(others(leader.schoolIds[0] ?? ''));
    return host ? [{ leaderId: leader.id, schoolId: host.id }] : [];
  });
  const pairs = dice.some(schools, Math.round(schools.length * 0.027)).flatMap(({ id }): Conflict[] => {
    const other = dice.one(others(id));
    return other ? [{ schoolA: id, schoolB: other.id }] : [];
  });
  return [...people, ...pairs];
}

/** Each school was reviewed in both years before, by three leaders of its cluster. */
function dealHistory(dice: Dice, schools: School[], leaders: Leader[]): Area['history'] {
  const cluster = new Map(schools.map(({ id, clusterIds }) => [id, clusterIds[0] ?? '']));
  const byCluster = Map.groupBy(leaders, ({ schoolIds }) => cluster.get(schoolIds[0] ?? '') ?? '');
  return [2025, 2024].flatMap((year) =>
    schools.flatMap((host) => {
      const able = (byCluster.get(host.clusterIds[0] ?? '') ?? []).filter(
        ({ schoolIds }) => !schoolIds.includes(host.id),
      );
      return dice
        .some(able, 3)
        .map(({ id, schoolIds }) => ({ year, host: host.id, fromSchool: schoolIds[0] ?? '', leaderId: id }));
    }),
  );
}
