import type { SeatReason, UnplacedCause } from '@lateral/contract/season-reasons';
import type { ExclusionCode } from '@lateral/domain/seasons/explanations';
import type { SeatExplanation } from '@lateral/planner/explain-seats';
import type { Cause } from '@lateral/planner/explain-unplaced';
import { type Leaders, toKm } from './introduce-leaders.ts';
import type { Names } from './reason-queries.ts';

const countRules = (counts: Partial<Record<ExclusionCode, number>>) =>
  (Object.entries(counts) as [ExclusionCode, number][])
    .map(([code, count]) => ({ code, count }))
    .sort((a, b) => b.count - a.count);

/** Why the reviewer of one seat fits, with names. */
export function describeSeat(seat: SeatExplanation, leaders: Leaders): SeatReason {
  const { leads, canLead, focus, trainedOn, lastHere, sameCluster, fitting } = seat;
  return {
    ...leaders.introduce(seat.leader),
    leads,
    canLead,
    km: toKm(seat.metres),
    daysLeft: Math.max(0, Math.min(seat.reviewsLeft, seat.unitDaysLeft)),
    focus,
    phases: leaders.hostPhases.filter((phase) => seat.phases.includes(phase)),
    trainedOn,
    lastHere,
    sameCluster,
    others: seat.alternatives
      .filter(({ leader }) => leaders.isKnown(leader))
      .map((fit) => leaders.describeOther(fit, seat.leader)),
    fitting,
    excluded: countRules(seat.excluded),
  };
}

const describeGains = (rules: readonly { code: ExclusionCode; useful: number }[]) =>
  rules.filter(({ useful }) => useful > 0).map(({ code, useful }) => ({ code, adds: useful }));

/** A shortage may be of hundreds of schools. */
const schoolsNamed = 12;

/** One thing that stands in the way of a review, with names. */
export function describeCause(cause: Cause, leaders: Leaders, { clusters }: Names): UnplacedCause {
  const { introduce, nameSchool } = leaders;
  switch (cause.kind) {
    case 'possible':
      return { kind: cause.kind, day: cause.date, team: cause.team.map(introduce) };
    case 'eligibility': {
      const { kind, lacking, together } = cause;
      return { kind, lacking, together, rules: describeGains(cause.rules) };
    }
    case 'supply': {
      const { kind, role, shortDays, schools, smallest } = cause;
      const [cluster, ...others] = new Set(schools.map(leaders.clusterOf));
      return {
        kind,
        role,
        shortDays,
        clusterName: others.length === 0 ? (clusters.get(cluster ?? '') ?? null) : null,
        schools: schools.length,
        some: (smallest ?? schools).slice(0, schoolsNamed).map(nameSchool),
      };
    }
    case 'used-up':
      return {
        kind: cause.kind,
        leaders: cause.leaders.map(({ leader, schools }) => ({
          ...introduce(leader),
          reviews: schools.map(nameSchool),
        })),
      };
    case 'composition':
      return {
        kind: cause.kind,
        leaders: cause.leaders.map(introduce),
        apart: cause.apart.map(({ leaders: pair, school }) => ({
          names: pair.map((id) => introduce(id).name),
          schoolName: nameSchool(school).name,
        })),
        rules: describeGains(cause.rules),
      };
    case 'days':
      return {
        kind: cause.kind,
        closedDays: cause.closedDays,
        days: cause.days.map(({ date, free, blocked }) => ({
          day: date,
          free,
          blocked: countRules(blocked),
        })),
      };
  }
}
