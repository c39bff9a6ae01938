import * as contract from '@lateral/contract/seasons';
import { dayInLondon } from '@lateral/domain/calendars/london';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { change } from '../changes.ts';
import { recordEvents } from '../events.ts';
import { badField, notFound, refused } from '../problems.ts';
import { buildBoard } from './build-board.ts';
import { describeSeason } from './describe-season.ts';
import { readSeasonFacts } from './facts-queries.ts';
import { planSeason, readSeason } from './plan-season.ts';
import {
  findInstance,
  findSeason,
  listReviews,
  listSeasons,
  listSeats,
  listUnplaced,
  recordSeason,
} from './queries.ts';

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
      if (body.windowEnd < body.windowStart) throw badField('/body/windowEnd', 'is before the window opens');
      if (body.windowStart < `${body.year}-08-25` || body.windowEnd > `${body.year + 1}-08-31`) {
        throw badField('/body/windowStart', 'is not in this school year');
      }
      reply.code(201);
      return change(request, reply, async (db) => {
        const id = await recordSeason(db, actor.partnershipId, body);
        if (!id) throw refused('season-exists');
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
        return buildBoard(await readSeasonFacts(db, season, today()), {
          reviews: await listReviews(db, seasonId),
          seats: await listSeats(db, seasonId),
          unplaced: await listUnplaced(db, seasonId),
        });
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
        const instance = (await findInstance(db, seasonId)) as { name: string } | null;
        if (!instance) throw notFound();
        const teams = Map.groupBy(await listSeats(db, seasonId), ({ schoolId }) => schoolId);
        const reviews = (await listReviews(db, seasonId)).map(({ schoolId, day, leadId }) => ({
          school: schoolId,
          date: day,
          team: (teams.get(schoolId) ?? []).map(({ personId }) => personId),
          lead: leadId,
        }));
        const unscheduled = (await listUnplaced(db, seasonId)).map(({ schoolId, reasons }) => ({
          school: schoolId,
          reasons,
        }));
        return { instance: instance.name, reviews, unscheduled };
      }),
  });
};
