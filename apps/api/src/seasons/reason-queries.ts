import type { Db } from '@lateral/db/client';
import { clusters, jobs, people, reviews, schools, seasons, unplacedSchools } from '@lateral/db/schema';
import type { TriedChange } from '@lateral/planner/asking-process';
import type { ReviewExplanation } from '@lateral/planner/explain-seats';
import type { UnplacedExplanation } from '@lateral/planner/explain-unplaced';
import type { Instance } from '@lateral/planner/instance';
import { and, eq, inArray } from 'drizzle-orm';
import { jobColumns } from '../job-columns.ts';
import { fullName } from '../roles-held.ts';

/**
 * What the season's plan was made from, held: until the transaction ends no other plan takes its place, so that all
 * that is read after it is of the same plan. Null where nothing is planned.
 */
export async function holdPlan(db: Db, seasonId: string) {
  const [row] = await db
    .select({ instance: seasons.instance })
    .from(seasons)
    .where(eq(seasons.id, seasonId))
    .for('share');
  return (row?.instance ?? null) as Instance | null;
}

/** The reasons of one review; null where there is no such review. */
export async function findReviewReasons(db: Db, seasonId: string, schoolId: string) {
  const [row] = await db
    .select({ explanation: reviews.explanation })
    .from(reviews)
    .where(and(eq(reviews.seasonId, seasonId), eq(reviews.schoolId, schoolId)));
  return (row as { explanation: ReviewExplanation | null } | undefined) ?? null;
}

/** The reasons of one school without a review; null where there is no such school. */
export async function findUnplacedReasons(db: Db, seasonId: string, schoolId: string) {
  const [row] = await db
    .select({
      explanation: unplacedSchools.explanation,
      relaxations: unplacedSchools.relaxations,
      job: jobColumns,
    })
    .from(unplacedSchools)
    .leftJoin(jobs, eq(jobs.id, unplacedSchools.jobId))
    .where(isSchool(seasonId, schoolId));
  if (!row) return null;
  return {
    job: row.job,
    explanation: row.explanation as UnplacedExplanation | null,
    relaxations: row.relaxations as TriedChange[] | null,
  };
}

const isSchool = (seasonId: string, schoolId: string) =>
  and(eq(unplacedSchools.seasonId, seasonId), eq(unplacedSchools.schoolId, schoolId));

/** Keeps others from asking the same of a school until the transaction ends; false where there is no such school. */
export async function lockUnplaced(db: Db, seasonId: string, schoolId: string) {
  const rows = await db
    .select({ schoolId: unplacedSchools.schoolId })
    .from(unplacedSchools)
    .where(isSchool(seasonId, schoolId))
    .for('update');
  return rows.length > 0;
}

export const recordRelaxing = (db: Db, seasonId: string, schoolId: string, jobId: string) =>
  db.update(unplacedSchools).set({ jobId, relaxations: null }).where(isSchool(seasonId, schoolId));

/** Keeps what a job found. Where the season has been planned again meanwhile, there is nothing that it is about. */
export const recordRelaxations = (db: Db, jobId: string, relaxations: readonly TriedChange[]) =>
  db.update(unplacedSchools).set({ relaxations }).where(eq(unplacedSchools.jobId, jobId));

/** The names of all that an instance tells by id. Whoever has been erased has none. */
export async function listNames(db: Db, instance: Instance) {
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  const toMap = (rows: readonly { id: string; name: string }[]) =>
    new Map(rows.filter(({ name }) => name !== '').map(({ id, name }) => [id, name]));
  return {
    schools: toMap(
      await db
        .select({ id: schools.id, name: schools.name })
        .from(schools)
        .where(inArray(schools.id, ids(instance.schools))),
    ),
    people: toMap(
      await db
        .select({ id: people.personId, name: fullName })
        .from(people)
        .where(inArray(people.personId, ids(instance.leaders))),
    ),
    clusters: toMap(await db.select({ id: clusters.id, name: clusters.name }).from(clusters)),
  };
}

export type Names = Awaited<ReturnType<typeof listNames>>;
