import type { Db } from '@lateral/db/client';
import { seasons } from '@lateral/db/schema';
import type { SeasonSettings } from '@lateral/domain/seasons/rules';
import { eq, sql } from 'drizzle-orm';

/** The rules of a season and those that its plan was made with; null where there is no season. */
export async function findRules(db: Db, id: string) {
  const [row] = await db
    .select({
      version: seasons.rulesVersion,
      year: seasons.year,
      rules: seasons.rules,
      windowStart: seasons.windowStart,
      windowEnd: seasons.windowEnd,
      publishedAt: seasons.publishedAt,
      plannedAt: seasons.plannedAt,
      plannedWith: sql<unknown>`${seasons.instance} -> 'rules'`,
    })
    .from(seasons)
    .where(eq(seasons.id, id));
  return row ?? null;
}

export const recordRules = (db: Db, id: string, { windowStart, windowEnd, ...rules }: SeasonSettings) =>
  db
    .update(seasons)
    .set({ rules, windowStart, windowEnd, rulesVersion: sql`${seasons.rulesVersion} + 1` })
    .where(eq(seasons.id, id));
