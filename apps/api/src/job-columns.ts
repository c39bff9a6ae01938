import { jobs } from '@lateral/db/schema';

/** A job as people see it. */
export const jobColumns = {
  id: jobs.id,
  kind: jobs.kind,
  state: jobs.state,
  progress: jobs.progress,
  problem: jobs.problem,
  cancelAsked: jobs.cancelAsked,
  createdAt: jobs.createdAt,
  endedAt: jobs.endedAt,
};
