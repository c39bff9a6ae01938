import * as contract from '@lateral/contract/memberships';
import type { Db } from '@lateral/db/client';
import { dayInLondon } from '@lateral/domain/calendars/london';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Actor } from '../actor.ts';
import { writeCsv } from '../csv.ts';
import { cutPage, pageSize, readCursor } from '../paging.ts';
import { findVersionInForce } from '../version-in-force.ts';
import { csvRows } from './csv-rows.ts';
import { describeRow, describeSummary } from './describe.ts';
import { countStandings, listAll, listAndCount } from './queries.ts';

export const membershipRoutes: FastifyPluginAsyncZod = async (app) => {
  const askingOf = async (db: Db, { reach }: Actor) => ({
    reach,
    day: dayInLondon(app.now()),
    inForce: await findVersionInForce(db),
  });

  app.route({
    ...contract.listMemberships,
    handler: async ({ query: { cursor, limit, ...filter }, actor }) =>
      app.database.withPartnership(actor.partnershipId, async (db) => {
        const size = pageSize(limit);
        const asking = await askingOf(db, actor);
        const page = { after: readCursor(cursor, 2), limit: size };
        const { rows, total } = await listAndCount(db, asking, filter, page);
        const { items, next } = cutPage(rows, size, ({ key, id }) => [key, id]);
        return { items: items.map((row) => describeRow(row, asking.inForce, asking.day)), next, total };
      }),
  });

  app.route({
    ...contract.getMembershipSummary,
    handler: async ({ actor }) =>
      app.database.withPartnership(actor.partnershipId, async (db) => {
        const asking = await askingOf(db, actor);
        return describeSummary(await countStandings(db, asking), asking.inForce);
      }),
  });

  app.route({
    ...contract.exportMemberships,
    handler: async ({ query, actor }, reply) => {
      const rows = await app.database.withPartnership(actor.partnershipId, async (db) => {
        const asking = await askingOf(db, actor);
        const all = await listAll(db, asking, query);
        return all.map((row) => describeRow(row, asking.inForce, asking.day));
      });
      reply.header('content-type', 'text/csv; charset=utf-8');
      reply.header('content-disposition', 'attachment; filename="members.csv"');
      return reply.serializer(String).send(writeCsv(csvRows(rows)));
    },
  });
};
