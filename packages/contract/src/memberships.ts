import { endReasons } from '@lateral/domain/memberships/spans';
import { needs, standings } from '@lateral/domain/memberships/standing';
import { phases } from '@lateral/domain/schools/phases';
import { z } from 'zod';
import { day, endpoint, instant, page, paging, refusals } from './endpoint.ts';

const tags = ['memberships'];

/** Some of a list, with commas between them: `opened,agreed`. */
function someOf(all: readonly string[]) {
  const one = `(?:${all.join('|')})`;
  return z
    .string()
    .max(200)
    .regex(new RegExp(`^${one}(?:,${one})*$`), `must be some of ${all.join(', ')}, with commas between them`);
}

export const membershipRow = z
  .object({
    id: z.guid(),
    urn: z.int(),
    name: z.string(),
    isOpen: z.boolean(),
    phases: z.array(z.enum(phases)),
    clusters: z.array(z.string()),
    standing: z.enum(standings),
    /** What somebody still has to do for it. */
    needs: z.array(z.enum(needs)),
    /** The membership that holds, else the last, or the next where it joins on a later day. */
    membership: z
      .object({ from: day, to: day.nullable(), endsWhy: z.enum(endReasons).nullable() })
      .nullable(),
    /** The newest version that it has signed and co-signed. */
    signed: z.object({ number: z.int(), at: instant }).nullable(),
    /** What it said with it that it would give a year, in whole pence. */
    pledgedPence: z.int().nullable(),
    /** Its headteachers and chairs of governors today, by name. */
    head: z.string().nullable(),
    chair: z.string().nullable(),
    /** When it was last written to: invited, reminded or asked to sign. */
    remindedAt: instant.nullable(),
  })
  .meta({ id: 'MembershipRow' });
export type MembershipRow = z.output<typeof membershipRow>;

export const membershipFilters = {
  q: z.string().max(100).optional(),
  /** Any of these standings. */
  standing: someOf(standings).optional(),
  /** Any of these needs. */
  needs: someOf(needs).optional(),
  phase: z.enum(phases).optional(),
  cluster: z.union([z.guid(), z.literal('none')]).optional(),
};
/** One school alone, for its own page. */
const schoolId = z.guid().optional();

export const listMemberships = endpoint({
  method: 'GET',
  url: '/memberships',
  config: { may: 'memberships.read' },
  schema: {
    tags,
    summary: 'How far each school is on its way to membership, and what it needs',
    querystring: z.strictObject({ ...membershipFilters, schoolId, ...paging }),
    response: { 200: page(membershipRow), ...refusals },
  },
});

export const membershipSummary = z
  .object({
    /** The number of the version that schools sign today; null when none is in force. */
    version: z.int().nullable(),
    schools: z.int(),
    members: z.int(),
    standings: z.record(z.enum(standings), z.int()),
    needs: z.record(z.enum(needs), z.int()),
    /** By a school's first phase. */
    phases: z.array(z.object({ phase: z.enum(phases), schools: z.int(), members: z.int() })),
    /** What members said at their newest complete signing that they would give a year. */
    pledged: z.object({ pence: z.int(), schools: z.int() }),
  })
  .meta({ id: 'MembershipSummary' });
export type MembershipSummary = z.output<typeof membershipSummary>;

export const getMembershipSummary = endpoint({
  method: 'GET',
  url: '/memberships/summary',
  config: { may: 'memberships.read' },
  schema: {
    tags,
    summary: 'How many schools have joined, by phase; how many wait for what; how much is pledged',
    response: { 200: membershipSummary, ...refusals },
  },
});

export const exportMemberships = endpoint({
  method: 'GET',
  url: '/memberships/export',
  config: { may: 'memberships.read' },
  schema: {
    tags,
    summary: 'The list of memberships as a CSV file, with formulas made harmless',
    querystring: z.strictObject(membershipFilters),
    response: { 200: z.string(), ...refusals },
  },
});
