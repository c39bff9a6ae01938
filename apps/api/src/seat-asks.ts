import type { Db } from '@lateral/db/client';
import { seatAsks } from '@lateral/db/schema';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { notify } from './notify.ts';

type By = { partnershipId: string; personId: string | null };

/** Has a worker look, so many seconds later, whether an ask is over and somebody else is to be asked. */
export const wakeEndOfAsk = (db: Db, partnershipId: string, askId: string, seconds: number) =>
  db.execute(
    sql`select wake_worker('end-ask', ${JSON.stringify({ partnershipId, askId })}::json, ${Math.ceil(seconds)})`,
  );

/** Takes back what nobody has answered about some reviews of a season, and tells those who were asked. */
export async function withdrawAsks(db: Db, by: By, seasonId: string, schoolIds: readonly string[], at: Date) {
  const over = await db
    .update(seatAsks)
    .set({ state: 'withdrawn', answeredAt: at })
    .where(
      and(
        eq(seatAsks.seasonId, seasonId),
        inArray(seatAsks.schoolId, [...schoolIds]),
        eq(seatAsks.state, 'open'),
      ),
    )
    .returning({ schoolId: seatAsks.schoolId, personId: seatAsks.personId, day: seatAsks.day });
  await notify(
    db,
    by,
    over.map(({ day, ...who }) => ({ kind: 'ask-withdrawn' as const, ...who, detail: { day } })),
    at,
  );
}
