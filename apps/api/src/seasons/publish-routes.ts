import * as contract from '@lateral/contract/season-publishing';
import * as substitutes from '@lateral/contract/season-substitutes';
import { dayInLondon } from '@lateral/domain/calendars/london';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { change } from '../changes.ts';
import { pageSize } from '../paging.ts';
import { notFound, refused } from '../problems.ts';
import { askSubstitute, takeBackAsk } from './ask-substitute.ts';
import { readSeason } from './plan-season.ts';
import { publishSeason } from './publish-season.ts';
import { findDraftVersion } from './queries.ts';
import { describeAsk, listSubstitutes, rankSubstitutes, readEmptySeat } from './rank-substitutes.ts';
import { describeChanges, readChanges } from './read-changes.ts';

export const publishRoutes: FastifyPluginAsyncZod = async (app) => {
  const moment = () => ({ now: app.now(), today: dayInLondon(app.now()) });

  app.route({
    ...contract.listSeasonChanges,
    handler: async ({ params: { seasonId }, actor }) =>
      app.database.withPartnership(actor.partnershipId, async (db) => {
        const version = await findDraftVersion(db, seasonId);
        if (version === null) throw notFound();
        return describeChanges(db, await readChanges(db, seasonId, moment().today), version);
      }),
  });

  app.route({
    ...contract.publishSeason,
    handler: async (request, reply) => {
      const { params, body, actor } = request;
      return change(request, reply, async (db) => {
        const counts = await publishSeason(db, actor, { ...params, ...body }, moment());
        return { season: await readSeason(db, params.seasonId, moment().today), ...counts };
      });
    },
  });

  app.route({
    ...substitutes.listSubstitutes,
    handler: async ({ params, query: { q, limit }, actor }) => {
      const seat = await app.database.withPartnership(actor.partnershipId, (db) =>
        readEmptySeat(db, params, moment().today),
      );
      return listSubstitutes(seat, { q, limit: pageSize(limit) });
    },
  });

  app.route({
    ...substitutes.askSubstitute,
    handler: async (request, reply) => {
      const { params, body, actor } = request;
      const { today, now } = moment();
      const seat = await app.database.withPartnership(actor.partnershipId, (db) =>
        readEmptySeat(db, params, today),
      );
      if (seat.empty === 0) throw refused('no-empty-seat');
      const { fits } = await rankSubstitutes(seat);
      reply.code(201);
      return change(request, reply, async (db) => {
        if (!fits.some(({ leader }) => leader === body.personId)) throw refused('does-not-fit');
        const whom = { seasonId: params.seasonId, personId: body.personId, askedBy: actor.personId };
        return describeAsk(await askSubstitute(db, actor, seat, whom, { now, publicUrl: app.publicUrl }));
      });
    },
  });

  app.route({
    ...substitutes.withdrawAsk,
    handler: async (request, reply) => {
      const { params, actor } = request;
      reply.code(204);
      return change(request, reply, (db) => takeBackAsk(db, actor, params, app.now()));
    },
  });
};
