import { crossings, importances, leaves, repeatLevels, settingFields } from '@lateral/domain/seasons/rules';
import { z } from 'zod';
import { day, endpoint, refusals, versionRefusals } from './endpoint.ts';

const tags = ['seasons'];
const params = z.object({ seasonId: z.guid() });

const rules = z.object({
  reciprocal: z.enum(leaves),
  sameGroup: z.enum(leaves),
  /** Whole kilometres, 0 to 20. */
  competitorKm: z.int(),
  /** 0 to 5. */
  repeatYears: z.int(),
  repeatLevel: z.enum(repeatLevels),
  /** 1 is Monday, 5 is Friday. */
  weekdays: z.array(z.int()).max(5),
  crossPrimary: z.enum(crossings),
  crossSecondary: z.enum(crossings),
  crossSpecial: z.enum(crossings),
  travel: z.enum(importances),
  spread: z.enum(importances),
  load: z.enum(importances),
  expertise: z.enum(importances),
});
const window = { windowStart: day, windowEnd: day };

export const seasonRules = z
  .object({
    /** How often the rules of this season have been set. */
    version: z.int(),
    /** 2026 is the season of 2026/27. */
    year: z.int(),
    rules,
    ...window,
    /** The rules of a season in which nobody has set any. */
    defaults: rules,
    /** Whether people have been told of reviews. */
    isPublished: z.boolean(),
    /** What has been set otherwise since the plan was made; null while there is no plan. */
    changedSincePlan: z.array(z.enum(settingFields)).nullable(),
  })
  .meta({ id: 'SeasonRules' });
export type SeasonRulesReply = z.output<typeof seasonRules>;

export const getRules = endpoint({
  method: 'GET',
  url: '/seasons/:seasonId/rules',
  config: { may: 'seasons.read' },
  schema: {
    tags,
    summary: 'The rules of a season, the usual ones, and what has changed since it was planned',
    params,
    response: { 200: seasonRules, ...refusals },
  },
});

export const setRules = endpoint({
  method: 'PUT',
  url: '/seasons/:seasonId/rules',
  config: { may: 'seasons.plan', versioned: true },
  schema: {
    tags,
    summary: 'Set the rules of a season and between which days reviews may fall; the plan stays as it is',
    params,
    body: z.strictObject({ ...rules.shape, ...window }),
    response: { 200: seasonRules, ...refusals, ...versionRefusals },
  },
});
