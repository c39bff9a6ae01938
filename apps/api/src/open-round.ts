import type { Db } from '@lateral/db/client';
import { seasons } from '@lateral/db/schema';
import { and, desc, gte, isNotNull } from 'drizzle-orm';

/** The rounds in which members are asked for their leaders' days, of seasons that are not over on a day: newest first. */
export const listOpenRounds = (db: Db, day: string) =>
  db
    .select({
      id: seasons.id,
      year: seasons.year,
      windowStart: seasons.windowStart,
      windowEnd: seasons.windowEnd,
      openedAt: seasons.offersOpenedAt,
      until: seasons.offersUntil,
    })
    .from(seasons)
    .where(and(isNotNull(seasons.offersOpenedAt), gte(seasons.windowEnd, day)))
    .orderBy(desc(seasons.year));

/** The newest of them, in which schools can be reminded; null when there is none. */
export async function findOpenRound(db: Db, day: string) {
  const [round] = await listOpenRounds(db, day).limit(1);
  return round ?? null;
}
