import type { Db } from '@lateral/db/client';
import { calendarFeeds, feedEntries } from '@lateral/db/schema';
import type { Entry } from '@lateral/domain/feeds/entries';
import { and, eq, inArray, sql } from 'drizzle-orm';

type Feed = typeof calendarFeeds.$inferInsert;

export async function findFeed(db: Db, personId: string) {
  const [row] = await db.select().from(calendarFeeds).where(eq(calendarFeeds.personId, personId));
  return row ?? null;
}

/** The feed with this secret, held until the transaction ends: two programs that read at once keep one account of it. */
export async function lockFeedBySecret(db: Db, secretHash: string) {
  const [row] = await db
    .select()
    .from(calendarFeeds)
    .where(eq(calendarFeeds.secretHash, secretHash))
    .for('update');
  return row ?? null;
}

/** Gives somebody a new address, in the place of the one that they had. @returns whether terms are in it */
export async function recordFeed(db: Db, feed: Feed) {
  const { id, secretHash, madeAt } = feed;
  const [row] = await db
    .insert(calendarFeeds)
    .values(feed)
    .onConflictDoUpdate({
      target: [calendarFeeds.partnershipId, calendarFeeds.personId],
      set: { id, secretHash, madeAt, readAt: null },
    })
    .returning({ withTerms: calendarFeeds.withTerms });
  return row?.withTerms ?? feed.withTerms;
}

const countOf = ({ length }: unknown[]) => length;

/** @returns whether there is one */
export const recordWithTerms = async (db: Db, personId: string, withTerms: boolean) =>
  countOf(
    await db
      .update(calendarFeeds)
      .set({ withTerms })
      .where(eq(calendarFeeds.personId, personId))
      .returning({ id: calendarFeeds.id }),
  ) > 0;

/** @returns whether there was one */
export const removeFeed = async (db: Db, personId: string) =>
  countOf(
    await db
      .delete(calendarFeeds)
      .where(eq(calendarFeeds.personId, personId))
      .returning({ id: calendarFeeds.id }),
  ) > 0;

export const recordFeedRead = (db: Db, personId: string, at: Date) =>
  db.update(calendarFeeds).set({ readAt: at }).where(eq(calendarFeeds.personId, personId));

export const listEntries = (db: Db, personId: string): Promise<Entry[]> =>
  db
    .select({
      key: feedEntries.key,
      shown: feedEntries.shown,
      sequence: feedEntries.sequence,
      changedAt: feedEntries.changedAt,
      cancelledAt: feedEntries.cancelledAt,
    })
    .from(feedEntries)
    .where(eq(feedEntries.personId, personId));

type Whose = { partnershipId: string; personId: string };

export async function recordEntries(db: Db, { partnershipId, personId }: Whose, entries: readonly Entry[]) {
  if (entries.length === 0) return;
  const excluded = (column: string) => sql.raw(`excluded.${column}`);
  await db
    .insert(feedEntries)
    .values(entries.map((entry) => ({ partnershipId, personId, ...entry })))
    .onConflictDoUpdate({
      target: [feedEntries.partnershipId, feedEntries.personId, feedEntries.key],
      set: {
        shown: excluded('shown'),
        sequence: excluded('sequence'),
        changedAt: excluded('changed_at'),
        cancelledAt: excluded('cancelled_at'),
      },
    });
}

export async function removeEntries(db: Db, personId: string, keys: readonly string[]) {
  if (keys.length === 0) return;
  await db
    .delete(feedEntries)
    .where(and(eq(feedEntries.personId, personId), inArray(feedEntries.key, [...keys])));
}
