import type { Database } from '@lateral/db/client';
import { sql } from 'drizzle-orm';

/** How often a process looks at the database's clock again. */
const lookEveryMs = 30_000;

/**
 * A clock that follows the database's, so that processes on machines whose own clocks are wrong agree on when a link, a
 * session or a vote ends. Between looks it goes on by this machine's. `now` is right from the first moment on.
 */
export async function followClock(database: Database) {
  let ahead = await measure(database);
  const timer = setInterval(async () => {
    // While the database is away the last measure stands.
    ahead = await measure(database).catch(() => ahead);
  }, lookEveryMs);
  timer.unref();
  return {
    now: () => new Date(Date.now() + ahead),
    stop: () => clearInterval(timer),
  };
}

/** By how many milliseconds the database's clock is ahead of ours. */
async function measure(database: Database): Promise<number> {
  const asked = Date.now();
  const { rows } = await database.withSignInDesk((db) =>
    db.execute<{ ms: number }>(sql`select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms`),
  );
  const answered = Date.now();
  return Number(rows[0]?.ms ?? answered) - (asked + answered) / 2;
}
