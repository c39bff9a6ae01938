import * as reasons from '@lateral/contract/season-reasons';
import * as contract from '@lateral/contract/seasons';
import { dayInLondon } from '@lateral/domain/calendars/london';
import { refuseWindow } from '@lateral/domain/seasons/rules';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { change } from '../changes.ts';
import { recordEvents } from '../events.ts';
import { pageSize } from '../paging.ts';
import { notFound, refused } from '../problems.ts';
import { recordOwed } from '../record-owed.ts';
import { describeSeason } from './describe-season.ts';
import { readSeasonFacts } from './facts-queries.ts';
import { listCandidates, readSeat } from './list-candidates.ts';
import { planSeason, readSeason } from './plan-season.ts';
import { findInstance, findSeason, listSeasons, recordSeason } from './queries.ts';
import { readBoard } from './read-board.ts';
import { readReviewReasons, readUnplacedReasons } from './read-reasons.ts';
import { readSchedule } from './read-schedule.ts';
import { holdPlan } from './reason-queries.ts';
import { relaxSchool } from './relax-school.ts';
import { requireSettings } from './set-rules.ts';

export const seasonRoutes: FastifyPluginAsyncZod = async (app) => {
  const today = () => dayInLondon(app.now());

  app.route({
    ...contract.listSeasons,
    handler: async ({ actor }) =>
      app.database.withPartnership(actor.partnershipId, async (db) => {
        const items = [];
        for (const season of await listSeasons(db)) {
          items.push(describeSeason(season, await readSeasonFacts(db, season, today())));
        }
        return { items };
      }),
  });

  app.route({
    ...contract.startSeason,
    handler: async (request, reply) => {
      const { body, actor } = request;
      requireSettings(refuseWindow(body.year, body));
      reply.code(201);
      return change(request, reply, async (db) => {
        const id = await recordSeason(db, actor.partnershipId, body);
        if (!id) throw refused('season-exists');
        await recordOwed(db, today(), app.now());
        await recordEvents(db, actor, [{ kind: 'season-started', detail: { year: body.year } }], app.now());
        return readSeason(db, id, today());
      });
    },
  });

  app.route({
    ...contract.getSeason,
    handler: async ({ params, actor }) =>
      app.database.withPartnership(actor.partnershipId, (db) => readSeason(db, params.seasonId, today())),
  });

  app.route({
    ...contract.planSeason,
    handler: async (request, reply) => {
      const { params, body, actor } = request;
      reply.code(202);
      return change(request, reply, (db) => planSeason(db, actor, { ...params, ...body }, today()));
    },
  });

  app.route({
    ...contract.getBoard,
    handler: async ({ params: { seasonId }, actor }) =>
      app.database.withPartnership(actor.partnershipId, async (db) => {
        const season = await findSeason(db, seasonId);
        if (!season) throw notFound();
        return readBoard(db, seasonId, await readSeasonFacts(db, season, today()), today());
      }),
  });

  app.route({
    ...contract.getInstance,
    handler: async ({ params, actor }) => {
      const instance = await app.database.withPartnership(actor.partnershipId, (db) =>
        findInstance(db, params.seasonId),
      );
      if (!instance) throw notFound();
      return instance as Record<string, never>;
    },
  });

  app.route({
    ...contract.getSchedule,
    handler: async ({ params: { seasonId }, actor }) =>
      app.database.withPartnership(actor.partnershipId, async (db) => {
        const instance = await holdPlan(db, seasonId);
        if (!instance) throw notFound();
        return (await readSchedule(db, seasonId, instance)) as unknown as Record<string, never>;
      }),
  });

  app.route({
    ...reasons.explainReview,
    handler: async ({ params: { seasonId, schoolId }, actor }) =>
      app.database.withPartnership(actor.partnershipId, (db) => readReviewReasons(db, seasonId, schoolId)),
  });

  app.route({
    ...reasons.explainUnplaced,
    handler: async ({ params: { seasonId, schoolId }, actor }) =>
      app.database.withPartnership(actor.partnershipId, (db) => readUnplacedReasons(db, seasonId, schoolId)),
  });

  app.route({
    ...reasons.relaxSchool,
    handler: async (request, reply) => {
      const { params, actor } = request;
      reply.code(202);
      return change(request, reply, (db) => relaxSchool(db, actor, params));
    },
  });

  app.route({
    ...reasons.listCandidates,
    handler: async ({ params, query: { q, limit }, actor }) => {
      const seat = await app.database.withPartnership(actor.partnershipId, (db) => readSeat(db, params));
      return listCandidates(seat, { q, limit: pageSize(limit) });
    },
  });
};
