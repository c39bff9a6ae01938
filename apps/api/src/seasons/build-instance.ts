import type { Phase } from '@lateral/domain/schools/phases';
import type { Conflict, Instance, Leader, School } from '@lateral/planner/instance';
import type { SeasonFacts } from './facts-queries.ts';
import { dueFrom, limitsOf, unitDays } from './leader-limits.ts';
import { pastVisits } from './past-visits.ts';
import { poolSchools } from './pool-schools.ts';
import { configOf } from './rules.ts';

type Member = SeasonFacts['members'][number];

/** One partnership is one area: its leaders review its schools alone. */
const area = 'partnership';
const kindOfPhase: Record<Phase, string> = {
  primary: 'primary-partnership',
  secondary: 'similar-secondary',
  special: 'special-county',
};

/** A member in no cluster is planned with the others of its phase that are in none. */
const unassigned = (phase: Phase) => `unassigned-${phase}`;

/** Turns what we know into an instance for the planner (psr-schedule/1). Ids are ours; there are no names in it. */
export function buildInstance(facts: SeasonFacts): Instance {
  const { season, members } = facts;
  const homes = new Set(members.map(({ id }) => id));
  const gathered = gatherLeaders(facts, homes);
  const pools = poolSchools(
    [...homes],
    gathered.map(({ schoolIds }) => schoolIds),
  );
  const offered = facts.offers?.leaders ?? null;
  const due = dueFrom(facts.sums, season.year);
  const leaders = gathered.map((leader) => ({
    ...leader,
    unitId: pools.get(leader.schoolIds[0] ?? '') ?? '',
    ...limitsOf(leader, offered, due),
  }));
  const phasesInUse = [...new Set(members.flatMap(({ phases }) => phases))];
  return {
    name: `season-${season.year}`,
    config: configOf(facts.rules),
    calendar: {
      year: season.year,
      windowStart: season.windowStart,
      windowEnd: season.windowEnd,
      terms: facts.terms.map(({ name, start, end }) => ({ id: name, start, end })),
      closed: facts.closed.map(({ day }) => day),
    },
    clusters: [
      ...facts.clusters.map(({ id, kind }) => ({ id, kind, phase: phaseOfKind(kind) })),
      ...phasesInUse.map((phase) => ({ id: unassigned(phase), kind: kindOfPhase[phase], phase })),
    ],
    groups: [...new Set(members.flatMap((member) => groupOf(member) ?? []))].map((id) => ({ id })),
    units: [...new Set(pools.values())].map((id) => ({
      id,
      maxDays: unitDays(
        [...pools].flatMap(([schoolId, pool]) => (pool === id ? [schoolId] : [])),
        leaders.filter(({ unitId }) => unitId === id),
        offered,
        due,
      ),
    })),
    schools: buildSchools(facts),
    leaders,
    conflicts: listConflicts(facts, homes, new Set(leaders.map(({ id }) => id))),
    history: pastVisits(facts.visits, homes, leaders),
    previous: [],
  };
}

/** Whom schools would rather not have; of those who are no member, or review nobody, the planner knows nothing. */
function listConflicts(
  { offers }: SeasonFacts,
  homes: ReadonlySet<string>,
  leaderIds: ReadonlySet<string>,
): Conflict[] {
  return (offers?.barred ?? []).flatMap(({ schoolId, otherSchoolId, personId }): Conflict[] => {
    if (!homes.has(schoolId)) return [];
    if (personId !== null) return leaderIds.has(personId) ? [{ leaderId: personId, schoolId }] : [];
    return otherSchoolId && homes.has(otherSchoolId) ? [{ schoolA: schoolId, schoolB: otherSchoolId }] : [];
  });
}

const phaseOfKind = (kind: string) =>
  (Object.keys(kindOfPhase) as Phase[]).find((phase) => kindOfPhase[phase] === kind) ?? 'primary';

/** The trust or federation whose schools do not review one another. */
const groupOf = ({ trust, federation }: Member) => trust ?? federation;

function buildSchools(facts: SeasonFacts): School[] {
  const clustersOf = Map.groupBy(facts.assignments, ({ schoolId }) => schoolId);
  const kinds = new Map(facts.clusters.map(({ id, kind }) => [id, kind as string]));
  const offerOf = new Map(facts.offers?.schools.map((offer) => [offer.schoolId, offer]));
  const daysOf = Map.groupBy(facts.schoolDays, ({ schoolId }) => schoolId);
  const centre = centreOf(facts.members);
  const feature = featuresOf(facts.members);
  return facts.members.map((member) => {
    const days = daysOf.get(member.id) ?? [];
    const offer = offerOf.get(member.id);
    const on = (kind: string) => days.filter((row) => row.kind === kind).map(({ day }) => day);
    const phases = member.phases.length > 0 ? member.phases : (['primary'] as Phase[]);
    // A school's main cluster is the one of its first phase.
    const own = (clustersOf.get(member.id) ?? []).map(({ clusterId }) => clusterId);
    const place = (id: string) => phases.findIndex((phase) => kindOfPhase[phase] === kinds.get(id));
    const fitting = own.filter((id) => place(id) >= 0).sort((a, b) => place(a) - place(b));
    return {
      id: member.id,
      name: member.id,
      area,
      phases,
      clusterIds: fitting.length > 0 ? fitting : [unassigned(phases[0] ?? 'primary')],
      groupId: groupOf(member),
      e: member.easting ?? centre.e,
      n: member.northing ?? centre.n,
      features: feature(member),
      receives: true,
      maxOut: 2,
      inset: on('inset'),
      unavailable: on('blocked'),
      preferred: offer?.preferred ?? [],
      avoid: offer?.avoided ?? [],
      priority: null,
      notBefore: null,
      notAfter: null,
      focus: (offer?.focus ?? []).map((code) => ({ area: code, required: false })),
    };
  });
}

/** One entry for a person, however many member schools they lead: a head anywhere is a head. */
function gatherLeaders(
  facts: SeasonFacts,
  homes: ReadonlySet<string>,
): Omit<Leader, 'unitId' | 'maxReviews' | 'targetHalfDays'>[] {
  const away = Map.groupBy(facts.leaderDays, ({ personId }) => personId);
  const knows = Map.groupBy(facts.offers?.leaders ?? [], ({ personId }) => personId);
  const rows = Map.groupBy(
    facts.leaders.filter(({ schoolId }) => homes.has(schoolId)),
    ({ personId }) => personId,
  );
  return [...rows.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    return {
      id: first.personId,
      name: first.personId,
      role: own.some(({ role }) => role === 'headteacher') ? ('head' as const) : ('deputy' as const),
      schoolIds: [...new Set(own.map(({ schoolId }) => schoolId))],
      canLead: first.canLead,
      trainedOn: first.trainedOn,
      expertise: [...new Set((knows.get(first.personId) ?? []).flatMap((known) => known.expertise))].sort(),
      weekdays: facts.rules.weekdays,
      unavailable: (away.get(first.personId) ?? []).map(({ day }) => day),
      avoid: [],
    };
  });
}

/** A school whose place the register does not give is taken to be in the middle of the others. */
function centreOf(members: readonly Member[]) {
  const mean = (of: (member: Member) => number | null) => {
    const known = members.flatMap((member) => of(member) ?? []);
    return known.length === 0 ? 0 : Math.round(known.reduce((a, b) => a + b, 0) / known.length);
  };
  return { e: mean(({ easting }) => easting), n: mean(({ northing }) => northing) };
}

/** How alike schools are, each from 0 to 100: size, free school meals, sixth form, selective, rural. Unknown is the middle. */
function featuresOf(members: readonly Member[]) {
  const largest = Math.max(1, ...members.map(({ pupils }) => pupils ?? 0));
  const flag = (value: boolean | null) => (value === null ? 50 : value ? 100 : 0);
  const says = (text: string | null, pattern: RegExp) => (text === null ? null : pattern.test(text));
  return ({ pupils, facts }: Member) => [
    pupils === null ? 50 : Math.round((100 * pupils) / largest),
    facts.fsmPercent === null ? 50 : Math.min(100, Math.round(facts.fsmPercent)),
    flag(facts.sixthForm),
    flag(says(facts.admissionsPolicy, /^selective/i)),
    flag(says(facts.urbanRural, /rural/i)),
  ];
}
