import * as contract from '@lateral/contract/partnerships';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { change } from '../changes.ts';
import { readToday } from '../flows/read-today.ts';
import { readVersion } from '../versions.ts';
import { findPartnership } from './queries.ts';
import { setStateFundedTypes } from './set-types.ts';

export const partnershipRoutes: FastifyPluginAsyncZod = async (app) => {
  app.route({
    ...contract.getPartnership,
    handler: async ({ actor }) => app.database.withPartnership(actor.partnershipId, findPartnership),
  });

  app.route({
    ...contract.updatePartnership,
    handler: async (request, reply) => {
      const choice = { types: request.body.stateFundedTypes, version: readVersion(request) };
      return change(request, reply, (db) => setStateFundedTypes(db, request.actor, choice, app.now()));
    },
  });

  app.route({
    ...contract.getToday,
    handler: async ({ actor }) =>
      app.database.withPartnership(actor.partnershipId, (db) => readToday(db, app.now())),
  });
};
