import { changeKinds } from '@lateral/domain/reviews/changes';
import { invitationMethods, parts, tellings } from '@lateral/domain/reviews/states';
import { z } from 'zod';
import { day, endpoint, problem, refusals } from './endpoint.ts';
import { season } from './seasons.ts';

const tags = ['seasons'];
const params = z.object({ seasonId: z.guid() });

const seasonChange = z.object({
  kind: z.enum(changeKinds),
  schoolId: z.guid(),
  schoolName: z.string(),
  day,
  /** The day that it had; null for a review that people do not know of. */
  wasDay: day.nullable(),
  team: z.array(
    z.object({
      personId: z.guid(),
      name: z.string(),
      isLead: z.boolean(),
      change: z.enum(['stays', 'joins', 'leaves']),
    }),
  ),
  /** Seats that nobody has. */
  empty: z.int(),
  /** Who is told, of what, in the order in which they stand in the team; the school itself first. */
  told: z.array(
    z.object({
      personId: z.guid(),
      name: z.string(),
      method: z.enum(invitationMethods),
      part: z.enum(parts),
      why: z.enum(tellings),
    }),
  ),
});
export type SeasonChange = z.output<typeof seasonChange>;

export const seasonChanges = z
  .object({
    /** Which draft this is about: publishing says it again. */
    draftVersion: z.int(),
    changes: z.array(seasonChange),
    /** How many people are told, each of all that is theirs. */
    people: z.int(),
  })
  .meta({ id: 'SeasonChanges' });
export type SeasonChanges = z.output<typeof seasonChanges>;

export const listSeasonChanges = endpoint({
  method: 'GET',
  url: '/seasons/:seasonId/changes',
  config: { may: 'seasons.publish' },
  schema: {
    tags,
    summary: 'What publishing the draft would change, and exactly who would be told what',
    params,
    response: { 200: seasonChanges, ...refusals },
  },
});

export const publishRefusals = ['draft-changed', 'nothing-to-publish', 'busy'] as const;

export const publishSeason = endpoint({
  method: 'POST',
  url: '/seasons/:seasonId/publish',
  config: { may: 'seasons.publish' },
  schema: {
    tags,
    summary: 'Publish the draft: each person is told once, with a calendar invitation, what is theirs',
    params,
    body: z.strictObject({ draftVersion: z.int().min(0) }),
    response: {
      200: z.object({ season, published: z.int(), people: z.int() }),
      ...refusals,
      409: problem,
    },
  },
});
