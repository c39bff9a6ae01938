import type { Db } from '@lateral/db/client';
import { draftSteps, reviewSeats, reviews, schools, unplacedSchools } from '@lateral/db/schema';
import { and, desc, eq } from 'drizzle-orm';

type Key = { partnershipId: string; seasonId: string; schoolId: string };
type Drafted = { day: string; leadId: string; team: string[]; explanation: unknown };
/** A school in the draft: with a review, or without one and why. */
export type Before = { review: Drafted | null; reasons: string[] | null };

const isReview = ({ seasonId, schoolId }: Omit<Key, 'partnershipId'>) =>
  and(eq(reviews.seasonId, seasonId), eq(reviews.schoolId, schoolId));
const isUnplaced = ({ seasonId, schoolId }: Omit<Key, 'partnershipId'>) =>
  and(eq(unplacedSchools.seasonId, seasonId), eq(unplacedSchools.schoolId, schoolId));

/** How a school stands in the draft. */
export async function findDrafted(db: Db, key: Key): Promise<Before> {
  const [review] = await db
    .select({ day: reviews.day, leadId: reviews.leadId, explanation: reviews.explanation })
    .from(reviews)
    .where(isReview(key));
  const seats = await db
    .select({ personId: reviewSeats.personId })
    .from(reviewSeats)
    .where(and(eq(reviewSeats.seasonId, key.seasonId), eq(reviewSeats.schoolId, key.schoolId)));
  const [unplaced] = await db
    .select({ reasons: unplacedSchools.reasons })
    .from(unplacedSchools)
    .where(isUnplaced(key));
  return {
    review: review ? { ...review, team: seats.map(({ personId }) => personId) } : null,
    reasons: unplaced?.reasons ?? null,
  };
}

/** Puts a school into the draft as it is to be: with this review, or without one for these reasons. */
export async function recordDrafted(db: Db, key: Key, { review, reasons }: Before) {
  await db.delete(reviews).where(isReview(key));
  await db.delete(unplacedSchools).where(isUnplaced(key));
  if (review) {
    const { team, ...row } = review;
    await db.insert(reviews).values({ ...key, ...row });
    if (team.length > 0)
      await db.insert(reviewSeats).values(team.map((personId) => ({ ...key, personId, day: review.day })));
  } else await db.insert(unplacedSchools).values({ ...key, reasons: reasons ?? [] });
}

export const recordStep = (db: Db, step: typeof draftSteps.$inferInsert) =>
  db.insert(draftSteps).values(step);

/** The last step by hand; null where there is none. */
export async function findLastStep(db: Db, seasonId: string) {
  const [step] = await db
    .select({
      version: draftSteps.version,
      kind: draftSteps.kind,
      schoolId: draftSteps.schoolId,
      schoolName: schools.name,
      before: draftSteps.before,
    })
    .from(draftSteps)
    .innerJoin(schools, eq(schools.id, draftSteps.schoolId))
    .where(eq(draftSteps.seasonId, seasonId))
    .orderBy(desc(draftSteps.version))
    .limit(1);
  return step ?? null;
}

export const removeStep = (db: Db, seasonId: string, version: number) =>
  db.delete(draftSteps).where(and(eq(draftSteps.seasonId, seasonId), eq(draftSteps.version, version)));
