import * as contract from '@lateral/contract/partnerships';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { change } from '../changes.ts';
import { readToday } from '../flows/read-today.ts';
import { findPartnership } from './queries.ts';
import { setStateFundedTypes } from './set-types.ts';

export const partnershipRoutes: FastifyPluginAsyncZod = async (app) => {
  app.route({
    ...contract.getPartnership,
    handler: async ({ actor }) => app.database.withPartnership(actor.partnershipId, findPartnership),
  });

  app.route({
    ...contract.updatePartnership,
    handler: async (request, reply) =>
      change(request, reply, (db) =>
        setStateFundedTypes(db, request.actor, request.body.stateFundedTypes, app.now()),
      ),
  });

  app.route({
    ...contract.getToday,
    handler: async ({ actor }) =>
      app.database.withPartnership(actor.partnershipId, (db) => readToday(db, app.now())),
  });
};
