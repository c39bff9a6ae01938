import * as contract from '@lateral/contract/similarity';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { change } from '../changes.ts';
import { applySimilarClusters } from '../flows/apply-similar-clusters.ts';
import { notFound } from '../problems.ts';
import { keepSettings } from './keep-settings.ts';
import { listSimilar } from './list-similar.ts';
import { propose } from './propose.ts';
import { readSettings } from './read-settings.ts';

export const similarityRoutes: FastifyPluginAsyncZod = async (app) => {
  app.route({
    ...contract.getSimilarity,
    handler: async ({ actor }) => app.database.withPartnership(actor.partnershipId, readSettings),
  });

  app.route({
    ...contract.setSimilarity,
    handler: async (request, reply) => {
      const { version, ...settings } = request.body;
      return change(request, reply, (db) => keepSettings(db, request.actor, settings, version, app.now()));
    },
  });

  app.route({
    ...contract.listSimilarSchools,
    handler: async ({ params, actor }) => {
      // It tells of other schools: whoever may read only their own is told of none.
      if (actor.reach.scope !== 'all') throw notFound();
      return app.database.withPartnership(actor.partnershipId, (db) => listSimilar(db, params.schoolId));
    },
  });

  app.route({
    ...contract.proposeClusters,
    handler: async ({ body, actor }) =>
      app.database.withPartnership(actor.partnershipId, (db) => propose(db, body)),
  });

  app.route({
    ...contract.applySimilarClusters,
    handler: async (request, reply) =>
      change(request, reply, (db) => applySimilarClusters(db, request.actor, request.body, app.now())),
  });
};
