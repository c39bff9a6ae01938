import { createHash } from 'node:crypto';
import type { Database } from '@lateral/db/client';
import { attempts } from '@lateral/db/schema';
import { type AttemptKind, attemptLimits } from '@lateral/domain/sign-in/attempts';
import { sql } from 'drizzle-orm';
import { Problem } from './problems.ts';

/**
 * Counts one attempt, in a transaction of its own, before the attempt is made: it counts however the attempt ends. By
 * the database's clock, for every process alike. Whoever cannot be counted is not let through.
 * @param who the address, person or place that is counted
 * @throws 429 with the seconds to wait
 */
export async function countAttempt(database: Database, kind: AttemptKind, who: string) {
  const { most, minutes } = attemptLimits[kind];
  const key = createHash('sha256').update(`${kind} ${who}`).digest('base64url');
  const windowLength = sql`make_interval(mins => ${minutes})`;
  const isOver = sql`${attempts.windowStart} <= now() - ${windowLength}`;
  const [row] = await database.withSignInDesk((db) =>
    db
      .insert(attempts)
      .values({ key, windowStart: sql`now()`, count: 1 })
      .onConflictDoUpdate({
        target: attempts.key,
        set: {
          count: sql`case when ${isOver} then 1 else ${attempts.count} + 1 end`,
          windowStart: sql`case when ${isOver} then now() else ${attempts.windowStart} end`,
        },
      })
      .returning({
        count: attempts.count,
        secondsLeft: sql<number>`ceil(extract(epoch from ${attempts.windowStart} + ${windowLength} - now()))::int`,
      }),
  );
  if (!row || row.count > most)
    throw new Problem(429, 'too-many-attempts', { retryAfter: Math.max(1, row?.secondsLeft ?? 60) });
}
