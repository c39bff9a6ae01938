import type { Db } from '@lateral/db/client';
import {
  draftSteps,
  jobs,
  people,
  reviewSeats,
  reviews,
  schools,
  seasons,
  unplacedSchools,
} from '@lateral/db/schema';
import type { Explanation } from '@lateral/planner/explain';
import type { Instance, Plan } from '@lateral/planner/instance';
import { and, asc, desc, eq, lt, notInArray, sql } from 'drizzle-orm';
import { jobColumns } from '../job-columns.ts';
import { fullName } from '../roles-held.ts';

const columns = {
  id: seasons.id,
  year: seasons.year,
  windowStart: seasons.windowStart,
  windowEnd: seasons.windowEnd,
  offersOpenedAt: seasons.offersOpenedAt,
  rules: seasons.rules,
  plannedAt: seasons.plannedAt,
  publishedAt: seasons.publishedAt,
  draftVersion: seasons.draftVersion,
  planCost: seasons.planCost,
  boundCost: seasons.boundCost,
  boundUnplaced: seasons.boundUnplaced,
  canUndo: sql<boolean>`exists (select 1 from draft_steps d where d.partnership_id = ${seasons.partnershipId} and d.season_id = ${seasons.id})`,
  placed: sql<number>`(select count(*)::int from reviews r where r.partnership_id = ${seasons.partnershipId} and r.season_id = ${seasons.id})`,
  unplaced: sql<number>`(select count(*)::int from unplaced_schools u where u.partnership_id = ${seasons.partnershipId} and u.season_id = ${seasons.id})`,
  job: jobColumns,
};

const selectSeasons = (db: Db) =>
  db.select(columns).from(seasons).leftJoin(jobs, eq(jobs.id, seasons.jobId)).$dynamic();

export type SeasonRow = Awaited<ReturnType<typeof selectSeasons>>[number];

export const listSeasons = (db: Db) => selectSeasons(db).orderBy(desc(seasons.year));

export async function findSeason(db: Db, id: string) {
  const [row] = await selectSeasons(db).where(eq(seasons.id, id));
  return row ?? null;
}

export async function lockSeason(db: Db, id: string) {
  const [row] = await db.select().from(seasons).where(eq(seasons.id, id)).for('update');
  return row ?? null;
}

type NewSeason = { year: number; windowStart: string; windowEnd: string };

/** Adds a season, with the rules of the newest before it; null when the year has one. */
export async function recordSeason(db: Db, partnershipId: string, season: NewSeason) {
  const [before] = await db
    .select({ rules: seasons.rules })
    .from(seasons)
    .where(lt(seasons.year, season.year))
    .orderBy(desc(seasons.year))
    .limit(1);
  const [row] = await db
    .insert(seasons)
    .values({ partnershipId, ...season, rules: before?.rules ?? null })
    .onConflictDoNothing()
    .returning({ id: seasons.id });
  return row?.id ?? null;
}

export const recordPlanning = (db: Db, id: string, jobId: string) =>
  db.update(seasons).set({ jobId }).where(eq(seasons.id, id));

/** Which draft a season has, held so that what is read after it is of that draft; null where there is no season. */
export async function findDraftVersion(db: Db, id: string) {
  const [row] = await db
    .select({ version: seasons.draftVersion })
    .from(seasons)
    .where(eq(seasons.id, id))
    .for('share');
  return row?.version ?? null;
}

export const recordPublished = (db: Db, id: string, at: Date) =>
  db.update(seasons).set({ publishedAt: at }).where(eq(seasons.id, id));

/** The draft is another one now. @returns its version */
export async function recordDraftChanged(db: Db, id: string) {
  const [row] = await db
    .update(seasons)
    .set({ draftVersion: sql`${seasons.draftVersion} + 1` })
    .where(eq(seasons.id, id))
    .returning({ version: seasons.draftVersion });
  return row?.version ?? 0;
}

/** The schools whose review the broker has changed by hand since the draft was planned. */
export const listStepped = async (db: Db, seasonId: string) =>
  (
    await db
      .selectDistinct({ schoolId: draftSteps.schoolId })
      .from(draftSteps)
      .where(eq(draftSteps.seasonId, seasonId))
  ).map(({ schoolId }) => schoolId);

export async function findInstance(db: Db, id: string) {
  const [row] = await db.select({ instance: seasons.instance }).from(seasons).where(eq(seasons.id, id));
  return row?.instance ?? null;
}

type NewDraft = {
  instance: unknown;
  plan: Plan;
  /** Why: of each review and each school without one. */
  explanation: Explanation;
};

/** Puts a plan in place of the draft before it, with its reasons and what is proven of it. */
export async function replaceDraft(
  db: Db,
  partnershipId: string,
  seasonId: string,
  { instance, plan, explanation }: NewDraft,
  at: Date,
) {
  // Reviews whose day has come are not the plan's to change.
  const { schools: planned } = instance as Pick<Instance, 'schools'>;
  const over = planned.filter(({ receives }) => !receives).map(({ id }) => id);
  await db.delete(reviews).where(and(eq(reviews.seasonId, seasonId), notInArray(reviews.schoolId, over)));
  await db.delete(unplacedSchools).where(eq(unplacedSchools.seasonId, seasonId));
  // What was done by hand to the draft before cannot be undone in this one.
  await db.delete(draftSteps).where(eq(draftSteps.seasonId, seasonId));
  const key = { partnershipId, seasonId };
  const why = new Map(
    [...explanation.reviews, ...explanation.unplaced].map((reasons) => [reasons.school, reasons]),
  );
  const rows = plan.reviews.map(({ school, date, lead }) => ({
    ...key,
    schoolId: school,
    day: date,
    leadId: lead,
    explanation: why.get(school) ?? null,
  }));
  const seats = plan.reviews.flatMap(({ school, date, team }) =>
    team.map((personId) => ({ ...key, schoolId: school, personId, day: date })),
  );
  const unplaced = plan.unscheduled.map(({ school, reasons }) => ({
    ...key,
    schoolId: school,
    reasons,
    explanation: why.get(school) ?? null,
  }));
  for (let i = 0; i < rows.length; i += 2000) await db.insert(reviews).values(rows.slice(i, i + 2000));
  for (let i = 0; i < seats.length; i += 2000) await db.insert(reviewSeats).values(seats.slice(i, i + 2000));
  for (let i = 0; i < unplaced.length; i += 2000)
    await db.insert(unplacedSchools).values(unplaced.slice(i, i + 2000));
  const quality = {
    planCost: plan.cost,
    boundCost: plan.bound.cost,
    boundUnplaced: plan.bound.unscheduled,
  };
  await db
    .update(seasons)
    .set({ instance, plannedAt: at, draftVersion: sql`${seasons.draftVersion} + 1`, ...quality })
    .where(eq(seasons.id, seasonId));
}

export const listReviews = (db: Db, seasonId: string) =>
  db
    .select({
      schoolId: reviews.schoolId,
      schoolName: schools.name,
      phases: schools.phases,
      day: reviews.day,
      leadId: reviews.leadId,
    })
    .from(reviews)
    .innerJoin(schools, eq(schools.id, reviews.schoolId))
    .where(eq(reviews.seasonId, seasonId))
    .orderBy(asc(reviews.day), asc(schools.name));

export const listSeats = (db: Db, seasonId: string) =>
  db
    .select({
      schoolId: reviewSeats.schoolId,
      personId: reviewSeats.personId,
      name: fullName,
    })
    .from(reviewSeats)
    .innerJoin(people, eq(people.personId, reviewSeats.personId))
    .where(eq(reviewSeats.seasonId, seasonId))
    .orderBy(asc(reviewSeats.schoolId), asc(reviewSeats.personId));

export const listUnplaced = (db: Db, seasonId: string) =>
  db
    .select({
      schoolId: unplacedSchools.schoolId,
      schoolName: schools.name,
      phases: schools.phases,
      reasons: unplacedSchools.reasons,
    })
    .from(unplacedSchools)
    .innerJoin(schools, eq(schools.id, unplacedSchools.schoolId))
    .where(eq(unplacedSchools.seasonId, seasonId))
    .orderBy(asc(schools.name));
