import { phases } from '@lateral/domain/schools/phases';
import { comparisons, exclusionCodes } from '@lateral/domain/seasons/explanations';
import { z } from 'zod';
import { day, endpoint, problem, refusals, wholeNumber } from './endpoint.ts';
import { job } from './jobs.ts';

const tags = ['seasons'];
const params = z.object({ seasonId: z.guid(), schoolId: z.guid() });

const code = z.enum(exclusionCodes);
const schoolRef = z.object({ schoolId: z.guid(), name: z.string() });

/** A leader as the plan knew them: the school is the nearest of theirs to the host. */
const leader = z.object({
  personId: z.guid(),
  name: z.string(),
  role: z.enum(['head', 'deputy']),
  schoolName: z.string(),
});

/** Somebody who could take the seat, on the same day, with nothing else changed. */
const other = leader.extend({
  km: z.number(),
  /** How much further from the host than whoever has the seat; negative if nearer. */
  kmFurther: z.number(),
  comparison: z.enum(comparisons),
});
export type OtherReviewer = z.output<typeof other>;

const seat = leader.extend({
  leads: z.boolean(),
  canLead: z.boolean(),
  /** As the crow flies, to one decimal. */
  km: z.number(),
  /** Days that they could still give after this plan. */
  daysLeft: z.int(),
  /** What of the host's focus and phases they bring. */
  focus: z.array(z.string()),
  phases: z.array(z.enum(phases)),
  trainedOn: day.nullable(),
  /** The school year in which they, or anyone of their school, last reviewed this school; null if never. */
  lastHere: z.object({ person: z.int().nullable(), school: z.int().nullable() }),
  sameCluster: z.boolean(),
  /** The next best three. */
  others: z.array(other),
  /** How many leaders could take the seat, and how many each rule keeps out first. */
  fitting: z.int(),
  excluded: z.array(z.object({ code, count: z.int() })),
});
export type SeatReason = z.output<typeof seat>;

export const explainReview = endpoint({
  method: 'GET',
  url: '/seasons/:seasonId/reviews/:schoolId/explanation',
  config: { may: 'seasons.read' },
  schema: {
    tags,
    summary: 'Why each reviewer of a planned review fits, who is next best, and what keeps the others out',
    params,
    response: {
      200: z
        .object({
          /** null: planned before reasons were kept. */
          seats: z.array(seat).nullable(),
        })
        .meta({ id: 'ReviewExplanation' }),
      ...refusals,
    },
  },
});

/** How many more leaders could come without a rule. */
const gain = z.object({ code, adds: z.int() });

const cause = z.discriminatedUnion('kind', [
  /** A team could come as the plan stands. */
  z.object({ kind: z.literal('possible'), day, team: z.array(leader) }),
  /** No team exists whatever the plan. `together`: the fewest rules that keep it so. */
  z.object({
    kind: z.literal('eligibility'),
    lacking: z.array(z.string()),
    rules: z.array(gain),
    together: z.array(code).nullable(),
  }),
  /** Schools that together need more reviewer days than there are. */
  z.object({
    kind: z.literal('supply'),
    /** The cluster of all these schools; null if they are of several, or of none. */
    clusterName: z.string().nullable(),
    role: z.enum(['head', 'any']),
    shortDays: z.int(),
    /** How many schools these are, and some of them: of the fewest that are short by themselves, where they are known. */
    schools: z.int(),
    some: z.array(schoolRef),
  }),
  /** Whoever may come has no day left in this plan. */
  z.object({
    kind: z.literal('used-up'),
    leaders: z.array(leader.extend({ reviews: z.array(schoolRef) })),
  }),
  /** Whoever may come makes no team on any day. */
  z.object({
    kind: z.literal('composition'),
    leaders: z.array(leader),
    apart: z.array(z.object({ names: z.array(z.string()), schoolName: z.string() })),
    rules: z.array(gain),
  }),
  /** No day joins a team: on each day of the school, how many could come and what keeps the others. */
  z.object({
    kind: z.literal('days'),
    closedDays: z.int(),
    days: z.array(z.object({ day, free: z.int(), blocked: z.array(z.object({ code, count: z.int() })) })),
  }),
]);
export type UnplacedCause = z.output<typeof cause>;

/** A change with which the planner did place the school, the least first. */
const relaxation = z.object({
  change: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('add-day'), who: leader }),
    z.object({ kind: z.literal('allow-repeat'), who: leader }),
    z.object({ kind: z.literal('allow-cluster') }),
    z.object({ kind: z.literal('allow-group') }),
    z.object({ kind: z.literal('free-dates') }),
    z.object({ kind: z.literal('soften-focus'), area: z.string() }),
    z.object({ kind: z.literal('fewer-heads') }),
    z.object({ kind: z.literal('allow-return') }),
  ]),
  /** Other reviews whose day, team or lead would not be as they are. */
  othersTouched: z.int(),
});
export type Relaxation = z.output<typeof relaxation>;

export const explainUnplaced = endpoint({
  method: 'GET',
  url: '/seasons/:seasonId/unplaced/:schoolId/explanation',
  config: { may: 'seasons.read' },
  schema: {
    tags,
    summary: 'What stands in the way of a review of a school that could not be placed',
    params,
    response: {
      200: z
        .object({
          /** null: planned before reasons were kept. */
          causes: z.array(cause).nullable(),
          /** What would place it; null until somebody has asked and the answer is there. */
          relaxations: z.array(relaxation).nullable(),
          /** The job that last looked for it. */
          job: job.nullable(),
        })
        .meta({ id: 'UnplacedExplanation' }),
      ...refusals,
    },
  },
});

export const relaxSchool = endpoint({
  method: 'POST',
  url: '/seasons/:seasonId/unplaced/:schoolId/relaxations',
  config: { may: 'seasons.plan' },
  schema: {
    tags,
    summary: 'Look for the least changes with which the planner can place a school; nothing is changed',
    params,
    response: { 202: job, ...refusals, 409: problem },
  },
});

/** Why one leader cannot take the seat: the first rule, and those of its facts that a sentence needs. */
export const excludedReviewer = leader.extend({
  code,
  /** Another school or colleague that the rule is about. */
  otherSchool: z.string().nullable(),
  colleague: z.string().nullable(),
  facts: z.object({
    km: z.number().optional(),
    year: z.int().optional(),
    phase: z.string().optional(),
    area: z.string().optional(),
    trainedOn: day.nullable().optional(),
    why: z.enum(['weekday', 'unavailable', 'inset']).optional(),
    of: z.enum(['leader', 'unit']).optional(),
    given: z.int().optional(),
    most: z.int().optional(),
  }),
});
export type ExcludedReviewer = z.output<typeof excludedReviewer>;

/** The first few of a list, and how many there are. */
export const listOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), total: z.int() });

export const listCandidates = endpoint({
  method: 'GET',
  url: '/seasons/:seasonId/reviews/:schoolId/seats/:personId/candidates',
  config: { may: 'seasons.read' },
  schema: {
    tags,
    summary: 'Every leader for one seat: who fits, the best first, and why each other does not',
    params: params.extend({ personId: z.guid() }),
    querystring: z.strictObject({
      /** Words of a name or a school. */
      q: z.string().max(100).optional(),
      /** How many of each list. */
      limit: wholeNumber(1, 200).optional(),
    }),
    response: {
      200: z
        .object({ fits: listOf(other), excluded: listOf(excludedReviewer) })
        .meta({ id: 'SeatCandidates' }),
      ...refusals,
    },
  },
});
export type SeatCandidates = z.output<(typeof listCandidates)['schema']['response'][200]>;
