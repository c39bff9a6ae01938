import type { Db } from '@lateral/db/client';
import { barredReviewers, leaderDays, offeredLeaders, offers, people, schoolDays } from '@lateral/db/schema';
import type { Capacity } from '@lateral/domain/ledger/entries';
import type { PartOfDay } from '@lateral/domain/offers/refusals';
import { and, asc, between, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm';

/** Whose offer it is. */
export type Key = { partnershipId: string; seasonId: string; schoolId: string };
type Review = { preferred: string[]; avoided: string[]; focus: string[] };
type Window = { windowStart: string; windowEnd: string };

/** Holds these people, in one order for everybody: two schools that share a leader go one after the other. */
export const lockPeople = (db: Db, personIds: readonly string[]) =>
  db
    .select({ personId: people.personId })
    .from(people)
    .where(inArray(people.personId, [...personIds]))
    .orderBy(asc(people.personId))
    .for('update');

export const recordOffer = (db: Db, key: Key, review: Review, sent: { sentBy: string; sentAt: Date }) =>
  db
    .insert(offers)
    .values({ ...key, ...review, ...sent, version: 1 })
    .onConflictDoUpdate({
      target: [offers.partnershipId, offers.seasonId, offers.schoolId],
      set: { ...review, ...sent, version: sql`${offers.version} + 1` },
    });

type Offered = { personId: string; capacity: Capacity; halfDays: number; expertise: string[] };

export async function replaceOffered(db: Db, key: Key, leaders: readonly Offered[]) {
  await db
    .delete(offeredLeaders)
    .where(and(eq(offeredLeaders.seasonId, key.seasonId), eq(offeredLeaders.schoolId, key.schoolId)));
  if (leaders.length > 0)
    await db.insert(offeredLeaders).values(leaders.map((leader) => ({ ...key, ...leader })));
}

type Barred = { schoolIds: readonly string[]; personIds: readonly string[] };

/** @param exceptId who sends: that they are barred themselves is not theirs to see, nor to lift */
export async function replaceBarred(db: Db, key: Key, { schoolIds, personIds }: Barred, exceptId: string) {
  await db
    .delete(barredReviewers)
    .where(
      and(
        eq(barredReviewers.seasonId, key.seasonId),
        eq(barredReviewers.schoolId, key.schoolId),
        or(isNull(barredReviewers.personId), ne(barredReviewers.personId, exceptId)),
      ),
    );
  const rows = [
    ...[...new Set(schoolIds)].map((otherSchoolId) => ({ ...key, otherSchoolId })),
    ...[...new Set(personIds)].map((personId) => ({ ...key, personId })),
  ];
  if (rows.length > 0) await db.insert(barredReviewers).values(rows).onConflictDoNothing();
}

/** Replaces the days of a season on which a school cannot host. INSET days stay: on them it cannot anyway. */
export async function replaceBlocked(
  db: Db,
  { partnershipId, schoolId }: Key,
  { windowStart, windowEnd }: Window,
  days: readonly PartOfDay[],
) {
  await db
    .delete(schoolDays)
    .where(
      and(
        eq(schoolDays.schoolId, schoolId),
        eq(schoolDays.kind, 'blocked'),
        between(schoolDays.day, windowStart, windowEnd),
      ),
    );
  if (days.length === 0) return;
  const rows = days.map((row) => ({ partnershipId, schoolId, kind: 'blocked' as const, ...row }));
  await db.insert(schoolDays).values(rows).onConflictDoNothing();
}

type Away = { personId: string; away: readonly PartOfDay[] };

/** Replaces the days of a season on which leaders cannot go out. */
export async function replaceAway(
  db: Db,
  partnershipId: string,
  { windowStart, windowEnd }: Window,
  leaders: readonly Away[],
) {
  if (leaders.length === 0) return;
  const personIds = leaders.map(({ personId }) => personId);
  await db
    .delete(leaderDays)
    .where(and(inArray(leaderDays.personId, personIds), between(leaderDays.day, windowStart, windowEnd)));
  const rows = leaders.flatMap(({ personId, away }) =>
    away.map((row) => ({ partnershipId, personId, ...row })),
  );
  if (rows.length > 0) await db.insert(leaderDays).values(rows);
}
