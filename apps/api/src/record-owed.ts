import type { Db } from '@lateral/db/client';
import { memberships, schools, seasons } from '@lateral/db/schema';
import { schoolYearOf } from '@lateral/domain/calendars/london';
import { capacities, owedHalfDays } from '@lateral/domain/ledger/entries';
import { and, eq, gte, isNull, sql } from 'drizzle-orm';
import { memberOn } from './member-on.ts';

/**
 * Writes what every member owes in the year of each season that has not ended, in both capacities: one statement, and
 * each entry once, however often it is called and by however many at once. Called when a season is started, and daily
 * for schools that have become members since.
 * @param day today, in London: those that are members on it
 */
export async function recordOwed(db: Db, day: string, at: Date) {
  const owing = db
    .select({
      partnershipId: memberships.partnershipId,
      schoolId: memberships.schoolId,
      year: seasons.year,
      capacity: sql`c.capacity`,
      kind: sql`'owed'`,
      halfDays: sql`${owedHalfDays}::int`,
      seasonId: seasons.id,
      at: sql`${at.toISOString()}::timestamptz`,
    })
    .from(memberships)
    .innerJoin(schools, and(eq(schools.id, memberships.schoolId), isNull(schools.absorbedBy)))
    .innerJoin(seasons, gte(seasons.year, schoolYearOf(day)))
    .crossJoin(sql`unnest(${sql.param([...capacities])}::text[]) as c(capacity)`)
    .where(memberOn(day));
  await db.execute(sql`
    insert into ledger_entries (partnership_id, school_id, year, capacity, kind, half_days, season_id, at)
    ${owing} on conflict do nothing`);
}
