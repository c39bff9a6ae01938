import * as contract from '@lateral/contract/search';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { searchEverything } from '../flows/search-everything.ts';

export const searchRoutes: FastifyPluginAsyncZod = async (app) => {
  app.route({
    ...contract.searchEverything,
    handler: async ({ query, actor }) =>
      app.database.withPartnership(actor.partnershipId, (db) =>
        searchEverything(db, actor, query.q, app.now()),
      ),
  });
};
