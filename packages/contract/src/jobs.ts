import { jobKinds, jobStates } from '@lateral/domain/jobs/states';
import { z } from 'zod';
import { endpoint, instant, problem, refusals } from './endpoint.ts';

const tags = ['jobs'];
const params = z.object({ jobId: z.guid() });

export const job = z
  .object({
    id: z.guid(),
    kind: z.enum(jobKinds),
    state: z.enum(jobStates),
    progress: z
      .object({
        done: z.int(),
        total: z.int(),
        step: z.string(),
        /** Of a plan, once it is known: how far above the best possible it may be, in per cent rounded up. */
        percentAbove: z.number().optional(),
      })
      .nullable(),
    /** A sentence for people, when it failed. */
    problem: z.string().nullable(),
    cancelAsked: z.boolean(),
    createdAt: instant,
    endedAt: instant.nullable(),
  })
  .meta({ id: 'Job' });
export type Job = z.output<typeof job>;

export const getJob = endpoint({
  method: 'GET',
  url: '/jobs/:jobId',
  config: { may: 'jobs.read' },
  schema: { tags, summary: 'How far a long piece of work is', params, response: { 200: job, ...refusals } },
});

export const cancelJob = endpoint({
  method: 'POST',
  url: '/jobs/:jobId/cancel',
  config: { may: 'jobs.cancel' },
  schema: {
    tags,
    summary: 'Ask a job to stop; a planning job keeps the best it has found',
    params,
    response: { 200: job, ...refusals, 409: problem },
  },
});
