import * as contract from '@lateral/contract/jobs';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { change } from '../changes.ts';
import { notFound, refused } from '../problems.ts';
import { stopJob } from '../running-jobs.ts';
import { findJob } from './queries.ts';

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
    handler: async (request, reply) =>
      change(request, reply, async (db) => {
        const { jobId } = request.params;
        const isStopping = await stopJob(db, jobId);
        const job = await findJob(db, jobId);
        if (!job) throw notFound();
        if (!isStopping) throw refused('already-ended');
        return job;
      }),
  });
};
