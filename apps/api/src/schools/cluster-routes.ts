import * as changes from '@lateral/contract/school-changes';
import * as contract from '@lateral/contract/schools';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { notFound, refused } from '../problems.ts';
import { assignCluster } from './assign-cluster.ts';
import {
  countUnassigned,
  findCluster,
  isNameTaken,
  listClusters,
  recordCluster,
  recordClusterName,
} from './cluster-queries.ts';
import { previewCluster } from './preview-change.ts';

export const clusterRoutes: FastifyPluginAsyncZod = async (app) => {
  app.route({
    ...contract.listClusters,
    handler: async ({ actor }) =>
      app.database.withPartnership(actor.partnershipId, async (db) => ({
        items: await listClusters(db),
        unassigned: await countUnassigned(db),
      })),
  });

  app.route({
    ...contract.addCluster,
    handler: async ({ body, actor }, reply) => {
      const cluster = await app.database.withPartnership(actor.partnershipId, async (db) => {
        const id = await recordCluster(db, actor.partnershipId, body.name, body.kind);
        if (!id) throw refused('name-taken');
        return findCluster(db, id);
      });
      if (!cluster) throw notFound();
      return reply.code(201).send(cluster);
    },
  });

  app.route({
    ...contract.renameCluster,
    handler: async ({ params, body, actor }) =>
      app.database.withPartnership(actor.partnershipId, async (db) => {
        if (await isNameTaken(db, body.name, params.clusterId)) throw refused('name-taken');
        await recordClusterName(db, params.clusterId, body.name);
        const cluster = await findCluster(db, params.clusterId);
        if (!cluster) throw notFound();
        return cluster;
      }),
  });

  app.route({
    ...changes.assignCluster,
    handler: async ({ params, body, actor }) =>
      app.database.withPartnership(actor.partnershipId, (db) =>
        assignCluster(db, actor, { ...params, ...body }, app.now()),
      ),
  });

  app.route({
    ...changes.previewCluster,
    handler: async ({ params, body, actor }) =>
      app.database.withPartnership(actor.partnershipId, (db) => previewCluster(db, { ...params, ...body })),
  });
};
