import * as contract from '@lateral/contract/jobs';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { notFound, refused } from '../problems.ts';
import { findJob, recordCancelAsked } from './queries.ts';

export const jobRoutes: FastifyPluginAsyncZod = async (app) => {
  app.route({
    ...contract.getJob,
    handler: async ({ params, actor }) => {
      const job = await app.database.withPartnership(actor.partnershipId, (db) => findJob(db, params.jobId));
      if (!job) throw notFound();
      return job;
    },
  });

  app.route({
    ...contract.cancelJob,
    handler: async ({ params, actor }) =>
      app.database.withPartnership(actor.partnershipId, async (db) => {
        const asked = await recordCancelAsked(db, params.jobId);
        const job = await findJob(db, params.jobId);
        if (!job) throw notFound();
        if (!asked) throw refused('already-ended');
        return job;
      }),
  });
};
