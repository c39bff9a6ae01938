import { isDeepStrictEqual } from 'node:util';
import { listCandidateDays } from './calendar.ts';
import type { Config, Instance, PreviousReview, School } from './instance.ts';
import { indexPairFacts, mayReview } from './pairs.ts';
import { findPinClash, type PinClash } from './pin-clash.ts';
import { readInstance } from './read-instance.ts';

type RuleKey = Exclude<keyof Config, 'weights'>;
type RelaxRule = { [Key in RuleKey]: { kind: 'relax-rule'; key: Key; value: Config[Key] } }[RuleKey];

/** One thing that a partnership may try. Ids, dates and codes only. */
export type Change =
  /** Another value for one rule of the partnership, for every school; it may also be a stricter one. */
  | RelaxRule
  /** One more review day from a leader: their own reviews and their unit's days both grow by one. */
  | { kind: 'add-day'; leaderId: string }
  /** A weekday in a term and in the window that was closed. */
  | { kind: 'add-candidate-day'; date: string }
  /** A review that is to stand as it is. The rules about it alone are not asked, those it shares with other locks are. */
  | { kind: 'pin'; school: string; date: string; team: string[]; lead: string }
  /** A leader who is not to review a school. */
  | { kind: 'bar'; leaderId: string; schoolId: string }
  /** A leader who gives no review at all. What was locked with them is open again, as announced. */
  | { kind: 'drop-out'; leaderId: string }
  /** One leader, or anyone of their schools, may come again: the recent visits to this school are forgotten. */
  | { kind: 'allow-repeat'; leaderId: string; schoolId: string }
  /** Leaders from other clusters may come to this school; its own leaders gain nothing by it. */
  | { kind: 'allow-cluster'; schoolId: string }
  /** Leaders from the school's own group may come to it; its own leaders gain nothing by it. */
  | { kind: 'allow-group'; schoolId: string }
  /** The school's earliest and latest date no longer hold. */
  | { kind: 'free-dates'; schoolId: string }
  /** A focus area that the team must bring becomes one that it should. */
  | { kind: 'soften-focus'; schoolId: string; area: string };

/** Which field of the change is at fault, and how. */
export interface ChangeFault {
  field: string;
  code:
    | 'unknown'
    | 'not-receiving'
    | 'not-in-team'
    | 'twice'
    | 'locked'
    | 'not-closed'
    | 'no-term-day'
    | 'no-value'
    | 'nothing-to-do'
    | PinClash;
}

export type Applied = { instance: Instance } | { fault: ChangeFault };

type Of<Kind extends Change['kind']> = Extract<Change, { kind: Kind }>;

/**
 * The instance with one change made, or what is wrong with the change. The instance given is left as it is. The rules
 * for one school alone are rewritten as facts that reach no other pair: see each kind.
 */
export function applyChange(instance: Instance, change: Change): Applied {
  const fault = findUnknown(instance, change);
  if (fault !== null) return { fault };
  switch (change.kind) {
    case 'relax-rule':
      return relaxRule(instance, change);
    case 'add-day':
      return { instance: addDay(instance, change) };
    case 'add-candidate-day':
      return addCandidateDay(instance, change);
    case 'pin':
      return pin(instance, change);
    case 'bar':
      return bar(instance, change);
    case 'drop-out':
      return { instance: dropOut(instance, change) };
    case 'allow-repeat':
      return allowRepeat(instance, change);
    case 'allow-cluster':
      return allowCluster(instance, change);
    case 'allow-group':
      return allowGroup(instance, change);
    case 'free-dates':
      return freeDates(instance, change);
    case 'soften-focus':
      return softenFocus(instance, change);
  }
}

/** Ids that the instance has not. */
function findUnknown({ schools, leaders }: Instance, change: Change): ChangeFault | null {
  if ('leaderId' in change && !leaders.some(({ id }) => id === change.leaderId)) {
    return { field: 'leaderId', code: 'unknown' };
  }
  if ('schoolId' in change && !schools.some(({ id }) => id === change.schoolId)) {
    return { field: 'schoolId', code: 'unknown' };
  }
  return null;
}

const faulty = (field: string, code: ChangeFault['code']): Applied => ({ fault: { field, code } });

function relaxRule(instance: Instance, { key, value }: Of<'relax-rule'>): Applied {
  if (!Object.hasOwn(instance.config, key) || (key as string) === 'weights') return faulty('key', 'unknown');
  const config = { ...instance.config, [key]: value };
  const blank = { schools: [], leaders: [], units: [], conflicts: [], history: [], previous: [] };
  const read = readInstance({ format: 'psr-schedule/1', ...instance, ...blank, config });
  return 'faults' in read ? faulty('value', 'no-value') : { instance: { ...instance, config } };
}

function addDay(instance: Instance, { leaderId }: Of<'add-day'>): Instance {
  const unitId = instance.leaders.find(({ id }) => id === leaderId)?.unitId;
  return {
    ...instance,
    leaders: instance.leaders.map((one) =>
      one.id === leaderId ? { ...one, maxReviews: one.maxReviews + 1 } : one,
    ),
    units: instance.units.map((one) => (one.id === unitId ? { ...one, maxDays: one.maxDays + 1 } : one)),
  };
}

function addCandidateDay(instance: Instance, { date }: Of<'add-candidate-day'>): Applied {
  if (!isDate(date)) return faulty('date', 'no-value');
  if (!instance.calendar.closed.includes(date)) return faulty('date', 'not-closed');
  const closed = instance.calendar.closed.filter((day) => day !== date);
  const calendar = { ...instance.calendar, closed };
  if (!listCandidateDays(calendar).dates.includes(date)) return faulty('date', 'no-term-day');
  return { instance: { ...instance, calendar } };
}

/** Whether a text is an ISO date that the calendar knows: `2026-02-31` is none. */
function isDate(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === date;
}

function pin(instance: Instance, { school, date, team, lead }: Of<'pin'>): Applied {
  const host = instance.schools.find(({ id }) => id === school);
  const known = new Set(instance.leaders.map(({ id }) => id));
  if (host === undefined) return faulty('school', 'unknown');
  if (!host.receives) return faulty('school', 'not-receiving');
  if (!isDate(date)) return faulty('date', 'no-value');
  if (!listCandidateDays(instance.calendar).dates.includes(date)) return faulty('date', 'no-term-day');
  if (team.length !== instance.config.teamSize) return faulty('team', 'no-value');
  if (!team.every((id) => known.has(id))) return faulty('team', 'unknown');
  if (new Set(team).size !== team.length) return faulty('team', 'twice');
  if (!team.includes(lead)) return faulty('lead', 'not-in-team');
  const review: PreviousReview = { school, date, team: [...team], lead, status: 'locked' };
  const free = { ...instance, previous: instance.previous.filter((one) => one.school !== school) };
  const clash = findPinClash(free, review);
  if (clash !== null) return faulty('team', clash);
  return { instance: { ...instance, previous: [...free.previous, review] } };
}

function bar(instance: Instance, { leaderId, schoolId }: Of<'bar'>): Applied {
  const held = instance.previous.some(
    ({ school, team, status }) => status === 'locked' && school === schoolId && team.includes(leaderId),
  );
  if (held) return faulty('schoolId', 'locked');
  return { instance: { ...instance, conflicts: [...instance.conflicts, { leaderId, schoolId }] } };
}

function dropOut(instance: Instance, { leaderId }: Of<'drop-out'>): Instance {
  return {
    ...instance,
    leaders: instance.leaders.map((one) => (one.id === leaderId ? { ...one, maxReviews: 0 } : one)),
    previous: instance.previous.map((review) =>
      review.status === 'locked' && review.team.includes(leaderId)
        ? { ...review, status: 'announced' }
        : review,
    ),
  };
}

/** Takes away the visits by which REPEAT excludes this leader here: their own, or by `repeatLevel` their schools'. */
function allowRepeat(instance: Instance, { leaderId, schoolId }: Of<'allow-repeat'>): Applied {
  const { repeatLevel, repeatYears } = instance.config;
  const homes = instance.leaders.find(({ id }) => id === leaderId)?.schoolIds ?? [];
  const history = instance.history.filter((past) => {
    const theirs = repeatLevel === 'person' ? past.leaderId === leaderId : homes.includes(past.fromSchool);
    return !theirs || past.host !== schoolId || past.year < instance.calendar.year - repeatYears;
  });
  if (history.length === instance.history.length) return faulty('leaderId', 'nothing-to-do');
  return { instance: { ...instance, history } };
}

/**
 * Each school that shares no cluster with the host gets one of its own with it, after its others, so that no two other
 * schools come to share one and no main cluster changes. The charge for crossing clusters goes with it: costs are to be
 * taken from the instance as it was.
 */
function allowCluster(instance: Instance, { schoolId }: Of<'allow-cluster'>): Applied {
  const host = instance.schools.find(({ id }) => id === schoolId);
  if (host === undefined) return faulty('schoolId', 'unknown');
  const shared = instance.schools.filter(
    ({ id, area, clusterIds }) =>
      id !== schoolId &&
      !(instance.config.sameArea && area !== host.area) &&
      !clusterIds.some((one) => host.clusterIds.includes(one)),
  );
  const taken = new Set(instance.clusters.map(({ id }) => id));
  const joint = new Map(shared.map(({ id }) => [id, freeId(`${schoolId}+${id}`, taken)]));
  const changed = {
    ...instance,
    clusters: [
      ...instance.clusters,
      ...[...joint.values()].map((id) => ({ id, kind: 'similar-secondary', phase: host.phases[0] ?? '' })),
    ],
    schools: instance.schools.map((school) => {
      if (school.id === schoolId) return { ...school, clusterIds: [...school.clusterIds, ...joint.values()] };
      const cluster = joint.get(school.id);
      return cluster === undefined ? school : { ...school, clusterIds: [...school.clusterIds, cluster] };
    }),
  };
  if (!lets(instance, changed, schoolId)) return faulty('schoolId', 'nothing-to-do');
  return { instance: barElsewhere(instance, changed, schoolId) };
}

/** Whether a change lets anyone review the school who might not before. */
function lets(before: Instance, after: Instance, schoolId: string): boolean {
  const may = (instance: Instance) => {
    const facts = indexPairFacts(instance);
    const host = instance.schools.find(({ id }) => id === schoolId);
    return instance.leaders.map((leader) => host !== undefined && mayReview(facts, leader, host));
  };
  const was = may(before);
  return may(after).some((able, l) => able && !was[l]);
}

function freeId(wish: string, taken: Set<string>): string {
  let id = wish;
  while (taken.has(id)) id = `${id}+`;
  taken.add(id);
  return id;
}

function allowGroup(instance: Instance, { schoolId }: Of<'allow-group'>): Applied {
  const changed = changeSchool(instance, schoolId, (school) => ({ ...school, groupId: null }));
  if (changed === null || !lets(instance, changed, schoolId)) return faulty('schoolId', 'nothing-to-do');
  return { instance: barElsewhere(instance, changed, schoolId) };
}

function freeDates(instance: Instance, { schoolId }: Of<'free-dates'>): Applied {
  const changed = changeSchool(instance, schoolId, (one) => ({ ...one, notBefore: null, notAfter: null }));
  return changed === null ? faulty('schoolId', 'nothing-to-do') : { instance: changed };
}

function softenFocus(instance: Instance, { schoolId, area }: Of<'soften-focus'>): Applied {
  const changed = changeSchool(instance, schoolId, (school) => ({
    ...school,
    focus: school.focus.map((one) => (one.area === area ? { ...one, required: false } : one)),
  }));
  return changed === null ? faulty('area', 'nothing-to-do') : { instance: changed };
}

/** The instance with one school changed, null if that changes nothing. */
function changeSchool(instance: Instance, id: string, change: (school: School) => School): Instance | null {
  const schools = instance.schools.map((school) => (school.id === id ? change(school) : school));
  const differs = schools.some((school, s) => !isDeepStrictEqual(school, instance.schools[s]));
  return differs ? { ...instance, schools } : null;
}

/** Keeps a change to one school from letting anyone review another: whoever newly could is put in conflict with it. */
function barElsewhere(before: Instance, after: Instance, schoolId: string): Instance {
  const [was, is] = [indexPairFacts(before), indexPairFacts(after)];
  const hosts = before.schools.filter(({ id }) => id !== schoolId);
  const changedHosts = new Map(after.schools.map((school) => [school.id, school]));
  const conflicts = before.leaders.flatMap((leader) => {
    if (!leader.schoolIds.includes(schoolId)) return [];
    return hosts.flatMap((host) => {
      const changed = changedHosts.get(host.id) ?? host;
      const gains = mayReview(is, leader, changed) && !mayReview(was, leader, host);
      return gains ? [{ leaderId: leader.id, schoolId: host.id }] : [];
    });
  });
  return { ...after, conflicts: [...after.conflicts, ...conflicts] };
}
