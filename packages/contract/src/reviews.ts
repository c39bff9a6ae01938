import { answers } from '@lateral/domain/reviews/answers';
import { bookingStates, parts, seatStates } from '@lateral/domain/reviews/states';
import { z } from 'zod';
import { day, endpoint, instant, problem, refusals, words } from './endpoint.ts';

const tags = ['reviews'];
/** Named for what the school is to the caller: it need not be one of theirs. */
const params = z.object({ seasonId: z.guid(), hostId: z.guid() });
const seatParams = params.extend({ personId: z.guid() });

const member = z.object({
  personId: z.guid(),
  name: z.string(),
  role: z.string(),
  schoolName: z.string(),
  isLead: z.boolean(),
  state: z.enum(seatStates),
  /** Why they said no. For the broker alone. */
  reason: z.string().nullable(),
});

/** A published review, as those read it whom it concerns. */
export const review = z
  .object({
    seasonId: z.guid(),
    schoolId: z.guid(),
    schoolName: z.string(),
    town: z.string().nullable(),
    postcode: z.string().nullable(),
    day,
    state: z.enum(bookingStates),
    /** Why it was called off. */
    reason: z.string().nullable(),
    /** What the caller does on the day; null for the broker. */
    part: z.enum(parts).nullable(),
    /** What the caller has answered, on a team. */
    answer: z.enum(seatStates).nullable(),
    /** What the school says to its visitors: for the team; null for others, and where it has said nothing. */
    visit: z
      .object({
        askFor: z.string().nullable(),
        phone: z.string().nullable(),
        arrival: z.string().nullable(),
        access: z.string().nullable(),
      })
      .nullable(),
    team: z.array(member),
    /** Seats that nobody has. */
    empty: z.int(),
  })
  .meta({ id: 'Review' });
export type Review = z.output<typeof review>;

/** Somebody asks for help with a seat that has become empty. */
export const reviewAsk = z
  .object({
    id: z.guid(),
    seasonId: z.guid(),
    schoolId: z.guid(),
    schoolName: z.string(),
    town: z.string().nullable(),
    day,
    expiresAt: instant,
  })
  .meta({ id: 'ReviewAsk' });
export type ReviewAsk = z.output<typeof reviewAsk>;

export const listOwnReviews = endpoint({
  method: 'GET',
  url: '/reviews/mine',
  config: { may: 'reviews.read' },
  schema: {
    tags,
    summary: 'The reviews that the caller is on or is asked to join, and those of their schools; next first',
    response: { 200: z.object({ items: z.array(review), asks: z.array(reviewAsk) }), ...refusals },
  },
});

export const getReview = endpoint({
  method: 'GET',
  url: '/reviews/:seasonId/:hostId',
  config: { may: 'reviews.read' },
  schema: {
    tags,
    summary: 'One published review, for its team, its school and the broker',
    params,
    response: { 200: review, ...refusals },
  },
});

const answer = z.strictObject({ answer: z.enum(answers), reason: words(500).optional() });

export const answerSeat = endpoint({
  method: 'POST',
  url: '/reviews/:seasonId/:hostId/answer',
  config: { may: 'reviews.answer' },
  schema: {
    tags,
    summary: 'Say yes to one’s seat, or no with a reason, which the broker alone reads',
    params,
    body: answer,
    response: { 200: review, ...refusals, 409: problem },
  },
});

export const answerAsk = endpoint({
  method: 'POST',
  url: '/reviews/asks/:askId/answer',
  config: { may: 'reviews.answer' },
  schema: {
    tags,
    summary: 'Take an empty seat that one is asked to take, or say no with a reason',
    params: z.object({ askId: z.guid() }),
    body: answer,
    response: { 200: z.object({ review: review.nullable() }), ...refusals, 409: problem },
  },
});

export const recordDropout = endpoint({
  method: 'POST',
  url: '/reviews/:seasonId/:hostId/seats/:personId/dropout',
  config: { may: 'reviews.mend' },
  schema: {
    tags,
    summary: 'Put down that a reviewer cannot come, as they have told the broker',
    params: seatParams,
    body: z.strictObject({ reason: words(500) }),
    response: { 200: review, ...refusals, 409: problem },
  },
});

export const callOffReview = endpoint({
  method: 'POST',
  url: '/reviews/:seasonId/:hostId/call-off',
  config: { may: 'reviews.mend' },
  schema: {
    tags,
    summary:
      'Call a review off at once, as when Ofsted has called: all are told, and the school is to be placed again',
    params,
    body: z.strictObject({ reason: words(500) }),
    response: { 200: review, ...refusals, 409: problem },
  },
});
