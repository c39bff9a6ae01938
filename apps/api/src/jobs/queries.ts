import type { Db } from '@lateral/db/client';
import { jobs } from '@lateral/db/schema';
import { and, eq, inArray } from 'drizzle-orm';
import { jobColumns } from '../job-columns.ts';

export async function findJob(db: Db, id: string) {
  const [row] = await db.select(jobColumns).from(jobs).where(eq(jobs.id, id));
  return row ?? null;
}

/** Asks a job that has not ended to stop; false when it has. */
export async function recordCancelAsked(db: Db, id: string) {
  const rows = await db
    .update(jobs)
    .set({ cancelAsked: true })
    .where(and(eq(jobs.id, id), inArray(jobs.state, ['waiting', 'running'])))
    .returning({ id: jobs.id });
  return rows.length > 0;
}
