import type { Db } from '@lateral/db/client';
import { jobs, people, reviewSeats, reviews, schools, seasons, unplacedSchools } from '@lateral/db/schema';
import { asc, desc, eq, sql } from 'drizzle-orm';
import { jobColumns } from '../job-columns.ts';
import { fullName } from '../roles-held.ts';

const columns = {
  id: seasons.id,
  year: seasons.year,
  windowStart: seasons.windowStart,
  windowEnd: seasons.windowEnd,
  plannedAt: seasons.plannedAt,
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

/** Adds a season; null when the year has one. */
export async function recordSeason(db: Db, partnershipId: string, season: NewSeason) {
  const [row] = await db
    .insert(seasons)
    .values({ partnershipId, ...season })
    .onConflictDoNothing()
    .returning({ id: seasons.id });
  return row?.id ?? null;
}

export const recordPlanning = (db: Db, id: string, jobId: string) =>
  db.update(seasons).set({ jobId }).where(eq(seasons.id, id));

export async function findInstance(db: Db, id: string) {
  const [row] = await db.select({ instance: seasons.instance }).from(seasons).where(eq(seasons.id, id));
  return row?.instance ?? null;
}

type Plan = {
  instance: unknown;
  reviews: { school: string; date: string; team: string[]; lead: string }[];
  unscheduled: { school: string; reasons: string[] }[];
};

/** Puts a plan in place of the draft before it. */
export async function replaceDraft(db: Db, partnershipId: string, seasonId: string, plan: Plan, at: Date) {
  await db.delete(reviews).where(eq(reviews.seasonId, seasonId));
  await db.delete(unplacedSchools).where(eq(unplacedSchools.seasonId, seasonId));
  const key = { partnershipId, seasonId };
  const rows = plan.reviews.map(({ school, date, lead }) => ({
    ...key,
    schoolId: school,
    day: date,
    leadId: lead,
  }));
  const seats = plan.reviews.flatMap(({ school, date, team }) =>
    team.map((personId) => ({ ...key, schoolId: school, personId, day: date })),
  );
  const unplaced = plan.unscheduled.map(({ school, reasons }) => ({ ...key, schoolId: school, reasons }));
  for (let i = 0; i < rows.length; i += 2000) await db.insert(reviews).values(rows.slice(i, i + 2000));
  for (let i = 0; i < seats.length; i += 2000) await db.insert(reviewSeats).values(seats.slice(i, i + 2000));
  for (let i = 0; i < unplaced.length; i += 2000)
    await db.insert(unplacedSchools).values(unplaced.slice(i, i + 2000));
  await db.update(seasons).set({ instance: plan.instance, plannedAt: at }).where(eq(seasons.id, seasonId));
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
    .where(eq(reviewSeats.seasonId, seasonId));

export const listUnplaced = (db: Db, seasonId: string) =>
  db
    .select({
      schoolId: unplacedSchools.schoolId,
      schoolName: schools.name,
      reasons: unplacedSchools.reasons,
    })
    .from(unplacedSchools)
    .innerJoin(schools, eq(schools.id, unplacedSchools.schoolId))
    .where(eq(unplacedSchools.seasonId, seasonId))
    .orderBy(asc(schools.name));
