import { draftStepKinds } from '@lateral/domain/seasons/states';
import { z } from 'zod';
import { day, endpoint, problem, refusals } from './endpoint.ts';

const tags = ['seasons'];
const params = z.object({ seasonId: z.guid(), schoolId: z.guid() });
const draftVersion = z.int().min(0);

const member = z.object({ personId: z.guid(), name: z.string() });

export const opening = z
  .object({
    day,
    /** How many reviewers could come that day, whoever else comes. */
    fits: z.int(),
    /** Three who could come together, keeping every rule; null where there are none. */
    team: z.array(member).nullable(),
    leadId: z.guid().nullable(),
  })
  .meta({ id: 'Opening' });
export type Opening = z.output<typeof opening>;

export const listOpenings = endpoint({
  method: 'GET',
  url: '/seasons/:seasonId/schools/:schoolId/openings',
  config: { may: 'seasons.plan' },
  schema: {
    tags,
    summary: 'The days on which a school could be reviewed, and who could come, with all else left as it is',
    params,
    response: { 200: z.object({ draftVersion: z.int(), items: z.array(opening) }), ...refusals },
  },
});

/** What a step by hand answers: the draft is another one now. */
const step = z.object({ draftVersion: z.int() });

export const draftRefusals = [
  'draft-changed',
  'breaks-rule',
  'review-over',
  'nothing-to-undo',
  'busy',
] as const;

export const placeReview = endpoint({
  method: 'PUT',
  url: '/seasons/:seasonId/reviews/:schoolId',
  config: { may: 'seasons.plan' },
  schema: {
    tags,
    summary:
      'Set a school’s review in the draft by hand: its day, its team and who leads. Rules hold here too',
    params,
    body: z.strictObject({
      draftVersion,
      day,
      team: z.array(z.guid()).min(1).max(6),
      leadId: z.guid(),
    }),
    response: { 200: step, ...refusals, 409: problem },
  },
});

export const takeOutReview = endpoint({
  method: 'DELETE',
  url: '/seasons/:seasonId/reviews/:schoolId',
  config: { may: 'seasons.plan' },
  schema: {
    tags,
    summary: 'Take a school’s review out of the draft',
    params,
    querystring: z.strictObject({ draftVersion: z.string().regex(/^\d{1,9}$/) }),
    response: { 200: step, ...refusals, 409: problem },
  },
});

export const undoStep = endpoint({
  method: 'POST',
  url: '/seasons/:seasonId/draft/undo',
  config: { may: 'seasons.plan' },
  schema: {
    tags,
    summary: 'Undo the last step that was made by hand since the draft was planned',
    params: z.object({ seasonId: z.guid() }),
    body: z.strictObject({ draftVersion }),
    response: {
      200: step.extend({ undone: z.object({ kind: z.enum(draftStepKinds), schoolName: z.string() }) }),
      ...refusals,
      409: problem,
    },
  },
});
