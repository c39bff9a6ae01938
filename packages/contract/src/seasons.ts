import { clashCodes } from '@lateral/domain/reviews/clashes';
import { bookingStates, seatStates } from '@lateral/domain/reviews/states';
import { clusterKinds } from '@lateral/domain/schools/clusters';
import { phases } from '@lateral/domain/schools/phases';
import { planBlockers } from '@lateral/domain/seasons/readiness';
import { z } from 'zod';
import { day, endpoint, instant, problem, refusals } from './endpoint.ts';
import { job } from './jobs.ts';

const tags = ['seasons'];
const params = z.object({ seasonId: z.guid() });

const supply = z.object({ needed: z.int(), available: z.int() });

export const season = z
  .object({
    id: z.guid(),
    /** 2026 is the season of 2026/27. */
    year: z.int(),
    windowStart: day,
    windowEnd: day,
    members: z.int(),
    trainedLeaders: z.int(),
    placed: z.int(),
    unplaced: z.int(),
    /** Reviewer days that the season needs and that trained leaders can give. */
    supply,
    plannedAt: instant.nullable(),
    /** When it was last published; null while nobody has been told anything. */
    publishedAt: instant.nullable(),
    /** Which draft it has: it rises with every change of the draft. */
    draftVersion: z.int(),
    /** Whether there is a step by hand to undo since it was planned. */
    canUndo: z.boolean(),
    /**
     * The soft cost of the plan, and what is proven: no plan leaves fewer schools without a review than
     * `boundUnplaced`; none that leaves out as many as this one costs less than `boundCost`.
     */
    quality: z.object({ cost: z.int(), boundCost: z.int(), boundUnplaced: z.int() }).nullable(),
    job: job.nullable(),
    /** What must be there before a season can be planned, and is not. */
    blockers: z.array(z.enum(planBlockers)),
  })
  .meta({ id: 'Season' });
export type Season = z.output<typeof season>;

export const listSeasons = endpoint({
  method: 'GET',
  url: '/seasons',
  config: { may: 'seasons.read' },
  schema: {
    tags,
    summary: 'Review seasons, newest first',
    response: { 200: z.object({ items: z.array(season) }), ...refusals },
  },
});

export const startSeason = endpoint({
  method: 'POST',
  url: '/seasons',
  config: { may: 'seasons.plan' },
  schema: {
    tags,
    summary: 'Begin the season of a year: the window in which reviews may fall',
    body: z.strictObject({ year: z.int().min(2000).max(2100), windowStart: day, windowEnd: day }),
    response: { 201: season, ...refusals, 409: problem },
  },
});

export const getSeason = endpoint({
  method: 'GET',
  url: '/seasons/:seasonId',
  config: { may: 'seasons.read' },
  schema: { tags, summary: 'One season and how it stands', params, response: { 200: season, ...refusals } },
});

export const planSeason = endpoint({
  method: 'POST',
  url: '/seasons/:seasonId/plan',
  config: { may: 'seasons.plan' },
  schema: {
    tags,
    summary: 'Plan the season again from what is known now; the draft before it is replaced',
    params,
    body: z.strictObject({
      seconds: z.int().min(1).max(600).optional(),
      seed: z.int().min(0).max(2_147_483_647).optional(),
    }),
    response: { 202: season, ...refusals, 409: problem },
  },
});

const boardReview = z.object({
  schoolId: z.guid(),
  schoolName: z.string(),
  clusterId: z.guid().nullable(),
  phase: z.enum(phases).nullable(),
  day,
  leadId: z.guid(),
  team: z.array(
    z.object({
      personId: z.guid(),
      name: z.string(),
      role: z.string(),
      /** Their own school; null for somebody who leads none any more. */
      schoolId: z.guid().nullable(),
      schoolName: z.string(),
      /** What they have said; null for somebody who has not been told. */
      answer: z.enum(seatStates).nullable(),
    }),
  ),
  /** Seats that nobody has. */
  empty: z.int(),
  /** The review as people know it; null for one that they do not know of. */
  booking: z.object({ day, state: z.enum(bookingStates) }).nullable(),
  /** Whether publishing would change it. */
  isChanged: z.boolean(),
  /** What has happened since, so that it cannot stand as it is. */
  clashes: z.array(z.object({ code: z.enum(clashCodes), personId: z.guid().nullable() })),
});

export const board = z
  .object({
    weeks: z.array(z.object({ monday: day, isHoliday: z.boolean() })),
    clusters: z.array(
      z.object({
        /** null gathers the members that are in no cluster. */
        id: z.guid().nullable(),
        name: z.string(),
        kind: z.enum(clusterKinds).nullable(),
        schools: z.int(),
        placed: z.int(),
        supply,
      }),
    ),
    reviews: z.array(boardReview),
    unplaced: z.array(
      z.object({
        schoolId: z.guid(),
        schoolName: z.string(),
        clusterId: z.guid().nullable(),
        phase: z.enum(phases).nullable(),
        reasons: z.array(z.string()),
      }),
    ),
    /** How many schools give how many reviewer days. */
    load: z.array(z.object({ days: z.int(), schools: z.int() })),
    /** Days on which a school cannot host, by school, for the hatching. */
    blocked: z.array(z.object({ schoolId: z.guid(), days: z.array(day) })),
  })
  .meta({ id: 'Board' });
export type Board = z.output<typeof board>;

export const getBoard = endpoint({
  method: 'GET',
  url: '/seasons/:seasonId/board',
  config: { may: 'seasons.read' },
  schema: { tags, summary: 'The season by cluster and week', params, response: { 200: board, ...refusals } },
});

export const getInstance = endpoint({
  method: 'GET',
  url: '/seasons/:seasonId/instance',
  config: { may: 'seasons.read' },
  schema: {
    tags,
    summary: 'What the last plan was made from, in the planner’s format (psr-schedule/1), without names',
    params,
    response: { 200: z.record(z.string(), z.json()), ...refusals },
  },
});

export const getSchedule = endpoint({
  method: 'GET',
  url: '/seasons/:seasonId/schedule',
  config: { may: 'seasons.read' },
  schema: {
    tags,
    summary: 'The last plan, in the planner’s format',
    params,
    response: { 200: z.record(z.string(), z.json()), ...refusals },
  },
});
