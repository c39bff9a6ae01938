import type { Db } from '@lateral/db/client';
import { jobs } from '@lateral/db/schema';
import { eq } from 'drizzle-orm';
import { jobColumns } from '../job-columns.ts';

export async function findJob(db: Db, id: string) {
  const [row] = await db.select(jobColumns).from(jobs).where(eq(jobs.id, id));
  return row ?? null;
}
