import type { SchoolDayKind } from '../calendars/days.ts';

/** What has happened to a review since it was planned, so that it cannot stand as it is. */
export const clashCodes = [
  'not-a-member',
  'no-school-day',
  'host-inset',
  'host-blocked',
  'reviewer-gone',
  'reviewer-away',
  'reviewer-inset',
  'head-needed',
] as const;
export type ClashCode = (typeof clashCodes)[number];
export type Clash = { code: ClashCode /** The reviewer whom it is about. */; personId: string | null };

type SchoolDay = { schoolId: string; day: string; kind: SchoolDayKind };
export type ClashFacts = {
  members: ReadonlySet<string>;
  terms: readonly { start: string; end: string }[];
  closed: ReadonlySet<string>;
  schoolDays: readonly SchoolDay[];
  leaderDays: readonly { personId: string; day: string }[];
  /** Those who may review today, a row for each school. */
  leaders: readonly { personId: string; schoolId: string; role: string }[];
};

/** Looks reviews up against the facts of today: what each clashes with, in the order of `clashCodes`. */
export function clashFinder(facts: ClashFacts) {
  const schoolDays = new Map(facts.schoolDays.map(({ schoolId, day, kind }) => [`${schoolId} ${day}`, kind]));
  const away = new Set(facts.leaderDays.map(({ personId, day }) => `${personId} ${day}`));
  const rolesOf = Map.groupBy(facts.leaders, ({ personId }) => personId);
  const isSchoolDay = (day: string) =>
    !facts.closed.has(day) && facts.terms.some(({ start, end }) => start <= day && day <= end);

  function reviewerClash(personId: string, day: string, hosts: ReadonlySet<string>): Clash | null {
    const roles = (rolesOf.get(personId) ?? []).filter(({ schoolId }) => facts.members.has(schoolId));
    const isInset = roles.some(({ schoolId }) => schoolDays.get(`${schoolId} ${day}`) === 'inset');
    const isHosting = roles.some(({ role, schoolId }) => role === 'headteacher' && hosts.has(schoolId));
    if (roles.length === 0) return { code: 'reviewer-gone', personId };
    if (away.has(`${personId} ${day}`)) return { code: 'reviewer-away', personId };
    if (isInset) return { code: 'reviewer-inset', personId };
    return isHosting ? { code: 'head-needed', personId } : null;
  }

  /** @param hosts the schools that are reviewed on that day: their heads stay at home */
  return (
    { schoolId, day, team }: { schoolId: string; day: string; team: readonly string[] },
    hosts: ReadonlySet<string>,
  ): Clash[] => {
    const clashes: Clash[] = [];
    const kind = schoolDays.get(`${schoolId} ${day}`);
    if (!facts.members.has(schoolId)) clashes.push({ code: 'not-a-member', personId: null });
    if (!isSchoolDay(day)) clashes.push({ code: 'no-school-day', personId: null });
    if (kind) clashes.push({ code: kind === 'inset' ? 'host-inset' : 'host-blocked', personId: null });
    return [...clashes, ...team.flatMap((personId) => reviewerClash(personId, day, hosts) ?? [])];
  };
}
