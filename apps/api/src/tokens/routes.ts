import * as contract from '@lateral/contract/tokens';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { change } from '../changes.ts';
import { endToken, makeToken } from './make-token.ts';
import { listTokens } from './queries.ts';

export const tokenRoutes: FastifyPluginAsyncZod = async (app) => {
  app.route({
    ...contract.listTokens,
    handler: async ({ actor }) =>
      app.database.withPartnership(actor.partnershipId, async (db) => ({
        items: await listTokens(db, app.now()),
      })),
  });

  app.route({
    ...contract.makeToken,
    handler: async ({ actor, body }, reply) => {
      reply.code(201);
      // Not under a key: a key's answer is kept for a day, and this one holds a secret. Its name is what makes it once.
      return app.database.withPartnership(actor.partnershipId, (db) => makeToken(db, actor, body, app.now()));
    },
  });

  app.route({
    ...contract.endToken,
    handler: async (request, reply) => {
      reply.code(204);
      await change(request, reply, (db) => endToken(db, request.actor, request.params.tokenId, app.now()));
    },
  });
};
