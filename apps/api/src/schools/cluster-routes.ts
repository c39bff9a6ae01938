import * as contract from '@lateral/contract/clusters';
import * as changes from '@lateral/contract/school-changes';
import { dayInLondon } from '@lateral/domain/calendars/london';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { change } from '../changes.ts';
import { recordEvents } from '../events.ts';
import { notFound, refused } from '../problems.ts';
import { readVersion, requireVersion } from '../versions.ts';
import { assignCluster } from './assign-cluster.ts';
import {
  countUnassigned,
  findCluster,
  isNameTaken,
  listClusters,
  lockCluster,
  recordCluster,
  recordClusterName,
} from './cluster-queries.ts';
import { listGroups } from './group-queries.ts';
import { previewCluster } from './preview-change.ts';

export const clusterRoutes: FastifyPluginAsyncZod = async (app) => {
  app.route({
    ...contract.listClusters,
    handler: async ({ actor }) =>
      app.database.withPartnership(actor.partnershipId, async (db) => ({
        items: await listClusters(db, dayInLondon(app.now())),
        unassigned: await countUnassigned(db),
      })),
  });

  app.route({
    ...contract.listGroups,
    handler: async ({ actor }) =>
      app.database.withPartnership(actor.partnershipId, async (db) => ({ items: await listGroups(db) })),
  });

  app.route({
    ...contract.addCluster,
    handler: async (request, reply) => {
      const { body, actor } = request;
      reply.code(201);
      return change(request, reply, async (db) => {
        const id = await recordCluster(db, actor.partnershipId, body.name, body.kind);
        const cluster = id && (await findCluster(db, id, dayInLondon(app.now())));
        if (!cluster) throw refused('name-taken');
        await recordEvents(db, actor, [{ kind: 'cluster-added', detail: { name: body.name } }], app.now());
        return cluster;
      });
    },
  });

  app.route({
    ...contract.renameCluster,
    handler: async (request, reply) => {
      const { params, body } = request;
      const version = readVersion(request);
      return change(request, reply, async (db) => {
        const before = await lockCluster(db, params.clusterId);
        if (!before) throw notFound();
        requireVersion(before.version, version);
        if (await isNameTaken(db, body.name, params.clusterId)) throw refused('name-taken');
        await recordClusterName(db, params.clusterId, body.name);
        const detail = { before: before.name, after: body.name };
        await recordEvents(db, request.actor, [{ kind: 'cluster-renamed', detail }], app.now());
        const cluster = await findCluster(db, params.clusterId, dayInLondon(app.now()));
        if (!cluster) throw notFound();
        return cluster;
      });
    },
  });

  app.route({
    ...changes.assignCluster,
    handler: async (request, reply) =>
      change(request, reply, (db) =>
        assignCluster(db, request.actor, { ...request.params, ...request.body }, app.now()),
      ),
  });

  app.route({
    ...changes.previewCluster,
    handler: async ({ params, body, actor }) =>
      app.database.withPartnership(actor.partnershipId, (db) =>
        previewCluster(db, { ...params, ...body }, dayInLondon(app.now())),
      ),
  });
};
