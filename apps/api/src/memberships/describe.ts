import type { MembershipRow, MembershipSummary } from '@lateral/contract/memberships';
import {
  type MembershipFacts,
  needs,
  needsOf,
  standingOf,
  standings,
} from '@lateral/domain/memberships/standing';
import { phases } from '@lateral/domain/schools/phases';
import { stages } from '../signing-facts.ts';
import type { VersionInForce } from '../version-in-force.ts';
import type { countStandings, MembershipRecord } from './queries.ts';

/** A school as the list shows it: its standing and its needs by the rules. */
export function describeRow(row: MembershipRecord, inForce: VersionInForce, day: string): MembershipRow {
  const {
    from,
    to,
    endsWhy,
    asUrn,
    stage,
    isSignedInForce,
    number,
    signedAt,
    wasAsked,
    key: _,
    ...rest
  } = row;
  const facts: MembershipFacts = {
    urn: row.urn,
    membership: from === null ? null : { from, to, endsWhy, urn: asUrn },
    begun: stage === null ? null : (stages[stage - 1] ?? null),
    hasSigned: number !== null,
    hasSignedInForce: inForce ? isSignedInForce === true : null,
    wasAsked: wasAsked === true,
  };
  return {
    ...rest,
    standing: standingOf(facts, day),
    needs: needsOf(facts, day),
    membership: from === null ? null : { from, to, endsWhy },
    signed: number === null || signedAt === null ? null : { number, at: signedAt },
  };
}

type Counted = Awaited<ReturnType<typeof countStandings>>[number];

/** The figures of the whole list. */
export function describeSummary(rows: readonly Counted[], inForce: VersionInForce): MembershipSummary {
  const sum = (some: readonly Counted[], of: (row: Counted) => number) =>
    some.reduce((total, row) => total + of(row), 0);
  const count = (some: readonly Counted[]) => sum(some, (row) => row.schools);
  const members = rows.filter(({ standing }) => standing === 'member');
  return {
    version: inForce?.number ?? null,
    schools: count(rows),
    members: count(members),
    standings: byKey(standings, (one) => count(rows.filter(({ standing }) => standing === one))),
    needs: byKey(needs, (one) => sum(rows, (row) => row[one])),
    phases: phases.flatMap((phase) => {
      const own = rows.filter((row) => row.phase === phase);
      const joined = members.filter((row) => row.phase === phase);
      return own.length > 0 ? [{ phase, schools: count(own), members: count(joined) }] : [];
    }),
    pledged: { pence: sum(rows, (row) => row.pledgedPence), schools: sum(rows, (row) => row.pledging) },
  };
}

const byKey = <K extends string>(keys: readonly K[], of: (key: K) => number) =>
  Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<K, number>;
