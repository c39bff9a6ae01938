import { phases } from '@lateral/domain/schools/phases';
import { seasonTabs } from '@lateral/domain/seasons/standing';
import { z } from 'zod';
import { day, endpoint, page, paging, refusals } from './endpoint.ts';

const tags = ['seasons'];
const params = z.object({ seasonId: z.guid() });

/** What is looked for, as in the address of the board: lists have commas between. */
const filters = {
  /** Words of a name or a school. */
  q: z.string().max(100).optional(),
  /** Ids of clusters; "none" is for the schools in no cluster. */
  cluster: z.string().max(4000).optional(),
  phase: z.string().max(100).optional(),
};

const reviewerFilters = {
  ...filters,
  /** Those who have not answered for every review to come. */
  answer: z.literal('waiting').optional(),
};

export const seasonReviewer = z
  .object({
    personId: z.guid(),
    name: z.string(),
    role: z.string(),
    schoolName: z.string(),
    clusterName: z.string(),
    phase: z.enum(phases).nullable(),
    trainedOn: day.nullable(),
    /** Reviews that they have been on, that they know of, and that only the draft has for them. */
    done: z.int(),
    booked: z.int(),
    drafted: z.int(),
    /** Of those that they know of and that are to come: how many they have not said yes or no to. */
    unanswered: z.int(),
    /** The most that they give this season, and what is left of it. */
    most: z.int(),
    left: z.int(),
    next: z.object({ schoolId: z.guid(), schoolName: z.string(), day }).nullable(),
  })
  .meta({ id: 'SeasonReviewer' });
export type SeasonReviewer = z.output<typeof seasonReviewer>;

export const listReviewers = endpoint({
  method: 'GET',
  url: '/seasons/:seasonId/reviewers',
  config: { may: 'seasons.read' },
  schema: {
    tags,
    summary: 'Everyone who may review, with what they give this season; those with most left to give first',
    params,
    querystring: z.strictObject({ ...reviewerFilters, ...paging }),
    response: { 200: page(seasonReviewer), ...refusals },
  },
});

export const exportReviewers = endpoint({
  method: 'GET',
  url: '/seasons/:seasonId/reviewers.csv',
  config: { may: 'seasons.read' },
  schema: {
    tags,
    summary: 'The same list as a CSV file, with formulas made harmless',
    params,
    querystring: z.strictObject(reviewerFilters),
    response: { 200: z.string(), ...refusals },
  },
});

export const exportReviews = endpoint({
  method: 'GET',
  url: '/seasons/:seasonId/reviews.csv',
  config: { may: 'seasons.read' },
  schema: {
    tags,
    summary: 'The schools of the board that are looked for, as a CSV file, with formulas made harmless',
    params,
    querystring: z.strictObject({ ...filters, tab: z.enum(seasonTabs).optional() }),
    response: { 200: z.string(), ...refusals },
  },
});
