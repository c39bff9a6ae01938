import { Readable } from 'node:stream';
import { publicKeyOf } from '@lateral/audit/keys';
import * as contract from '@lateral/contract/history';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { recordEvents } from '../events.ts';
import { cutPage, pageSize, readCursor } from '../paging.ts';
import { findHead, listCheckpoints } from './chain-queries.ts';
import { exportHistory } from './export-history.ts';
import { countHistory, countWaiting, listHistory } from './queries.ts';

export const historyRoutes: FastifyPluginAsyncZod = async (app) => {
  app.route({
    ...contract.listHistory,
    handler: async ({ query: { cursor, limit, ...filter }, actor }) =>
      app.database.withPartnership(actor.partnershipId, async (db) => {
        const size = pageSize(limit);
        const [before] = readCursor(cursor, 1) ?? [null];
        const rows = await listHistory(db, filter, before === null ? null : Number(before), size);
        return { ...cutPage(rows, size, ({ id }) => [id]), total: await countHistory(db, filter) };
      }),
  });

  app.route({
    ...contract.getHistoryStanding,
    handler: async ({ actor: { partnershipId } }) =>
      app.database.withPartnership(partnershipId, async (db) => ({
        chained: (await findHead(db, partnershipId))?.seq ?? 0,
        waiting: await countWaiting(db),
        checkpoint: (await listCheckpoints(db, partnershipId)).at(-1) ?? null,
        publicKey: publicKeyOf(app.auditKey),
      })),
  });

  app.route({
    ...contract.exportHistory,
    handler: async ({ actor }, reply) => {
      await app.database.withPartnership(actor.partnershipId, (db) =>
        recordEvents(db, actor, [{ kind: 'history-exported' }], app.now()),
      );
      const file = exportHistory(app.database, actor.partnershipId, app.auditKey, app.now());
      reply.header('content-type', 'application/json; charset=utf-8');
      reply.header('content-disposition', 'attachment; filename="history.json"');
      return reply.send(Readable.from(file) as never);
    },
  });
};
