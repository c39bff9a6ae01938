import * as contract from '@lateral/contract/reviews';
import { dayInLondon } from '@lateral/domain/calendars/london';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { change } from '../changes.ts';
import { answerAsk } from './answer-ask.ts';
import { answerSeat } from './answer-seat.ts';
import { listOpenAsks } from './ask-queries.ts';
import { callOff } from './call-off.ts';
import { listOwnReviews, readReview } from './describe-review.ts';

export const reviewRoutes: FastifyPluginAsyncZod = async (app) => {
  const placeOf = ({ seasonId, hostId }: { seasonId: string; hostId: string }) => ({
    seasonId,
    schoolId: hostId,
  });
  const moment = () => ({ now: app.now(), today: dayInLondon(app.now()) });

  app.route({
    ...contract.listOwnReviews,
    handler: async ({ actor }) =>
      app.database.withPartnership(actor.partnershipId, async (db) => {
        const { now, today } = moment();
        return {
          items: await listOwnReviews(db, actor, today),
          asks: await listOpenAsks(db, actor.personId, now),
        };
      }),
  });

  app.route({
    ...contract.getReview,
    handler: async ({ params, actor }) =>
      app.database.withPartnership(actor.partnershipId, (db) =>
        readReview(db, actor, placeOf(params), moment().today),
      ),
  });

  app.route({
    ...contract.answerSeat,
    handler: async (request, reply) => {
      const { params, body, actor } = request;
      return change(request, reply, async (db) => {
        const given = { answer: body.answer, reason: body.reason ?? null };
        await answerSeat(db, actor, { ...placeOf(params), personId: actor.personId }, given, moment());
        return readReview(db, actor, placeOf(params), moment().today);
      });
    },
  });

  app.route({
    ...contract.answerAsk,
    handler: async (request, reply) => {
      const { params, body, actor } = request;
      return change(request, reply, async (db) => {
        const given = { answer: body.answer, reason: body.reason ?? null };
        const place = await answerAsk(db, actor, params.askId, given, moment());
        return { review: place && (await readReview(db, actor, place, moment().today)) };
      });
    },
  });

  app.route({
    ...contract.recordDropout,
    handler: async (request, reply) => {
      const { params, body, actor } = request;
      return change(request, reply, async (db) => {
        const { personId } = params;
        const given = { answer: 'declined' as const, reason: body.reason };
        await answerSeat(db, actor, { ...placeOf(params), personId }, given, moment());
        return readReview(db, actor, placeOf(params), moment().today);
      });
    },
  });

  app.route({
    ...contract.callOffReview,
    handler: async (request, reply) => {
      const { params, body, actor } = request;
      return change(request, reply, async (db) => {
        await callOff(db, actor, { ...placeOf(params), ...body }, moment());
        return readReview(db, actor, placeOf(params), moment().today);
      });
    },
  });
};
