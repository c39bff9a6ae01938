import * as contract from '@lateral/contract/season-rules';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { change } from '../changes.ts';
import { readVersion } from '../versions.ts';
import { readRules } from './read-rules.ts';
import { setRules } from './set-rules.ts';

export const rulesRoutes: FastifyPluginAsyncZod = async (app) => {
  app.route({
    ...contract.getRules,
    handler: async ({ params, actor }) =>
      app.database.withPartnership(actor.partnershipId, (db) => readRules(db, params.seasonId)),
  });

  app.route({
    ...contract.setRules,
    handler: async (request, reply) => {
      const { params, body, actor } = request;
      const order = { ...params, settings: body, read: readVersion(request) };
      return change(request, reply, (db) => setRules(db, actor, order, app.now()));
    },
  });
};
