import type { Db } from '@lateral/db/client';
import { events, people, seatAsks } from '@lateral/db/schema';
import { and, desc, eq, gte } from 'drizzle-orm';
import { fullName } from '../roles-held.ts';

const columns = {
  id: seatAsks.id,
  seasonId: seatAsks.seasonId,
  schoolId: seatAsks.schoolId,
  personId: seatAsks.personId,
  leaverId: seatAsks.leaverId,
  day: seatAsks.day,
  name: fullName,
  email: people.email,
  state: seatAsks.state,
  askedBy: seatAsks.askedBy,
  askedAt: seatAsks.askedAt,
  expiresAt: seatAsks.expiresAt,
  answeredAt: seatAsks.answeredAt,
  reason: seatAsks.reason,
};

const selectAsks = (db: Db) =>
  db.select(columns).from(seatAsks).innerJoin(people, eq(people.personId, seatAsks.personId)).$dynamic();

export type AskRow = Awaited<ReturnType<typeof selectAsks>>[number];

/** Who has been asked about a review, newest first. */
export const listAsks = (db: Db, seasonId: string, schoolId: string) =>
  selectAsks(db)
    .where(and(eq(seatAsks.seasonId, seasonId), eq(seatAsks.schoolId, schoolId)))
    .orderBy(desc(seatAsks.askedAt));

export async function findAsk(db: Db, id: string) {
  const [row] = await selectAsks(db).where(eq(seatAsks.id, id));
  return row ?? null;
}

/** Puts an ask down; false when somebody is being asked for that seat already. */
export async function recordAsk(db: Db, ask: typeof seatAsks.$inferInsert) {
  const rows = await db.insert(seatAsks).values(ask).onConflictDoNothing().returning({ id: seatAsks.id });
  return rows.length > 0;
}

/** Ends an ask that is open; false when it was not. */
export async function recordAskOver(db: Db, id: string, state: 'expired' | 'withdrawn', at: Date) {
  const rows = await db
    .update(seatAsks)
    .set({ state, answeredAt: at })
    .where(and(eq(seatAsks.id, id), eq(seatAsks.state, 'open')))
    .returning({ id: seatAsks.id });
  return rows.length > 0;
}

/** Whether it has been said, since a moment, that nobody is left to ask for a school. */
export async function isNobodySaid(db: Db, schoolId: string, since: Date) {
  const rows = await db
    .select({ id: events.id })
    .from(events)
    .where(and(eq(events.schoolId, schoolId), eq(events.kind, 'nobody-fits'), gte(events.at, since)))
    .limit(1);
  return rows.length > 0;
}
