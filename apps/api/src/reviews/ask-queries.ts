import type { Db } from '@lateral/db/client';
import { schools, seatAsks } from '@lateral/db/schema';
import { and, asc, eq, gt } from 'drizzle-orm';

/** What somebody is asked and may still answer. */
export const listOpenAsks = (db: Db, personId: string, now: Date) =>
  db
    .select({
      id: seatAsks.id,
      seasonId: seatAsks.seasonId,
      schoolId: seatAsks.schoolId,
      schoolName: schools.name,
      town: schools.town,
      day: seatAsks.day,
      expiresAt: seatAsks.expiresAt,
    })
    .from(seatAsks)
    .innerJoin(schools, eq(schools.id, seatAsks.schoolId))
    .where(and(eq(seatAsks.personId, personId), eq(seatAsks.state, 'open'), gt(seatAsks.expiresAt, now)))
    .orderBy(asc(seatAsks.day));

export async function lockAsk(db: Db, id: string) {
  const [row] = await db.select().from(seatAsks).where(eq(seatAsks.id, id)).for('update');
  return row ?? null;
}

export const recordAskAnswer = (
  db: Db,
  id: string,
  { state, reason, at }: { state: 'accepted' | 'declined'; reason: string | null; at: Date },
) => db.update(seatAsks).set({ state, reason, answeredAt: at }).where(eq(seatAsks.id, id));
