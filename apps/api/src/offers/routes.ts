import * as contract from '@lateral/contract/offers';
import { dayInLondon } from '@lateral/domain/calendars/london';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { change } from '../changes.ts';
import { writeCsv } from '../csv.ts';
import { listOpenRounds } from '../open-round.ts';
import { cutPage, pageSize, readCursor } from '../paging.ts';
import { readVersion } from '../versions.ts';
import { csvRows } from './csv-rows.ts';
import { describeOffer, findPlace, findSeasonFor } from './describe-offer.ts';
import { describeRow, listAll, listAndCount } from './list-queries.ts';
import { makeOffer } from './make-offer.ts';
import { findReviewers } from './offer-queries.ts';
import { openRound, readRound } from './open-round.ts';
import { listOwnSchools } from './round-queries.ts';

export const offerRoutes: FastifyPluginAsyncZod = async (app) => {
  const today = () => dayInLondon(app.now());

  app.route({
    ...contract.listOfferRounds,
    handler: async ({ actor: { partnershipId, reach } }) =>
      app.database.withPartnership(partnershipId, async (db) => {
        const items = [];
        for (const round of await listOpenRounds(db, today())) {
          const schools =
            reach.scope === 'own' ? await listOwnSchools(db, round.id, reach.schoolIds, today()) : [];
          items.push({ ...round, schools });
        }
        return { items };
      }),
  });

  app.route({
    ...contract.getOfferRound,
    handler: async ({ params, actor }) =>
      app.database.withPartnership(actor.partnershipId, (db) => readRound(db, params.seasonId, app.now())),
  });

  app.route({
    ...contract.openOfferRound,
    handler: async (request, reply) => {
      const { params, body, actor } = request;
      return change(request, reply, (db) => openRound(db, actor, params.seasonId, body.until, app.now()));
    },
  });

  app.route({
    ...contract.listOffers,
    handler: async ({ params: { seasonId }, query: { cursor, limit, ...filter }, actor }) =>
      app.database.withPartnership(actor.partnershipId, async (db) => {
        await findSeasonFor(db, actor, seasonId);
        const size = pageSize(limit);
        const asking = { reach: actor.reach, day: today(), seasonId };
        const page = { after: readCursor(cursor, 2), limit: size };
        const { rows, total } = await listAndCount(db, asking, filter, page);
        const { items, next } = cutPage(rows, size, ({ key, id }) => [key, id]);
        return { items: items.map(describeRow), next, total };
      }),
  });

  app.route({
    ...contract.exportOffers,
    handler: async ({ params: { seasonId }, query, actor }, reply) => {
      const rows = await app.database.withPartnership(actor.partnershipId, async (db) => {
        await findSeasonFor(db, actor, seasonId);
        return listAll(db, { reach: actor.reach, day: today(), seasonId }, query);
      });
      reply.header('content-type', 'text/csv; charset=utf-8');
      reply.header('content-disposition', 'attachment; filename="reviewer-days.csv"');
      return reply.serializer(String).send(writeCsv(csvRows(rows.map(describeRow))));
    },
  });

  app.route({
    ...contract.getOffer,
    handler: async ({ params, actor }) =>
      app.database.withPartnership(actor.partnershipId, (db) => describeOffer(db, actor, params, app.now())),
  });

  app.route({
    ...contract.makeOffer,
    handler: async (request, reply) => {
      const { params, body, actor } = request;
      const where = { ...params, read: readVersion(request) };
      return change(request, reply, async (db) => {
        await makeOffer(db, actor, where, body, app.now());
        return describeOffer(db, actor, params, app.now());
      });
    },
  });

  app.route({
    ...contract.findReviewers,
    handler: async ({ params, query, actor }) =>
      app.database.withPartnership(actor.partnershipId, async (db) => {
        const { school } = await findPlace(db, actor, params, today());
        return findReviewers(db, school.id, query.q, today());
      }),
  });
};
