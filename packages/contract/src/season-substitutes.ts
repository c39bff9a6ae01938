import { askStates } from '@lateral/domain/reviews/states';
import { z } from 'zod';
import { day, endpoint, instant, problem, refusals, wholeNumber } from './endpoint.ts';
import { excludedReviewer, listOf } from './season-reasons.ts';

const tags = ['seasons'];
const params = z.object({ seasonId: z.guid(), schoolId: z.guid() });

const substitute = z.object({
  personId: z.guid(),
  name: z.string(),
  role: z.enum(['head', 'deputy']),
  schoolName: z.string(),
  km: z.number(),
  /** Reviews that they have this season, and the most that they give. */
  given: z.int(),
  most: z.int(),
  trainedOn: day.nullable(),
  /** Whether they would lead the team. */
  wouldLead: z.boolean(),
  /** Whether they, or their school, would give more than they owe: a favour to ask for. */
  isOverShare: z.boolean(),
});
export type Substitute = z.output<typeof substitute>;

const seatAsk = z.object({
  id: z.guid(),
  personId: z.guid(),
  name: z.string(),
  state: z.enum(askStates),
  askedAt: instant,
  expiresAt: instant,
  answeredAt: instant.nullable(),
  /** Why they said no. */
  reason: z.string().nullable(),
});
export type SeatAsk = z.output<typeof seatAsk>;

export const listSubstitutes = endpoint({
  method: 'GET',
  url: '/seasons/:seasonId/reviews/:schoolId/substitutes',
  config: { may: 'reviews.mend' },
  schema: {
    tags,
    summary: 'Who could take the empty seat of a published review, the best first, and why each other cannot',
    params,
    querystring: z.strictObject({
      /** Words of a name or a school. */
      q: z.string().max(100).optional(),
      /** How many of each list. */
      limit: wholeNumber(1, 200).optional(),
    }),
    response: {
      200: z
        .object({
          fits: listOf(substitute),
          excluded: listOf(excludedReviewer),
          /** Who has been asked for a seat of this review, newest first. */
          asks: z.array(seatAsk),
          /** How many seats are empty. */
          empty: z.int(),
        })
        .meta({ id: 'Substitutes' }),
      ...refusals,
      409: problem,
    },
  },
});
export type Substitutes = z.output<(typeof listSubstitutes)['schema']['response'][200]>;

export const substituteRefusals = [
  'not-published',
  'no-empty-seat',
  'does-not-fit',
  'asked-already',
  'draft-changed',
] as const;

export const askSubstitute = endpoint({
  method: 'POST',
  url: '/seasons/:seasonId/reviews/:schoolId/asks',
  config: { may: 'reviews.mend' },
  schema: {
    tags,
    summary:
      'Ask somebody to take the empty seat; when their time is up or they say no, the next best is asked',
    params,
    body: z.strictObject({ personId: z.guid() }),
    response: { 201: seatAsk, ...refusals, 409: problem },
  },
});

export const withdrawAsk = endpoint({
  method: 'DELETE',
  url: '/seasons/:seasonId/reviews/:schoolId/asks/:askId',
  config: { may: 'reviews.mend' },
  schema: {
    tags,
    summary: 'Take back an ask that nobody has answered; nobody else is asked for it',
    params: params.extend({ askId: z.guid() }),
    response: { 204: z.void(), ...refusals, 409: problem },
  },
});
