import type { Db } from '@lateral/db/client';
import {
  attempts,
  confirmCodes,
  givenAnswers,
  imports,
  jobs,
  mails,
  oidcVisits,
  passkeyChallenges,
  recoveries,
  refreshTokens,
  reminderBatches,
  sessions,
  signInLinks,
} from '@lateral/db/schema';
import { eq, inArray, isNull, sql } from 'drizzle-orm';

// These run as the keeper, on everything that has just been restored.

const interrupted =
  'Lateral was restored from a backup while this was being done. Nothing of it was kept. Please start it again.';

/** Whoever was signed in then is not now, and nothing that was on its way in still leads there. */
export async function endEverySession(db: Db, now: Date) {
  await db.delete(refreshTokens);
  for (const table of [signInLinks, confirmCodes, oidcVisits, passkeyChallenges, attempts, givenAnswers])
    await db.delete(table);
  const ended = await db
    .update(sessions)
    .set({ endedAt: now, endedWhy: 'restored' })
    .where(isNull(sessions.endedAt))
    .returning({ id: sessions.id });
  return ended.length;
}

/** Work that was under way is not: what it worked on goes back to where it can be tried again. */
export async function stopWork(db: Db, now: Date) {
  await db.update(imports).set({ state: 'uploading' }).where(eq(imports.state, 'checking'));
  await db.update(imports).set({ state: 'ready' }).where(eq(imports.state, 'applying'));
  await db.update(reminderBatches).set({ state: 'undone' }).where(eq(reminderBatches.state, 'held'));
  // Who agreed to it then may know better by now.
  await db
    .update(recoveries)
    .set({ state: 'stopped', endedAt: now })
    .where(inArray(recoveries.state, ['asked', 'agreed']));
  // Who was to be erased is.
  await db.execute(
    sql`select wake_worker('erase-person', json_build_object('partnershipId', partnership_id, 'personId', person_id)) from erasures where done_at is null`,
  );
  const stopped = await db
    .update(jobs)
    .set({ state: 'failed', problem: interrupted, endedAt: now })
    .where(inArray(jobs.state, ['waiting', 'running']))
    .returning({ id: jobs.id });
  return stopped.length;
}

/** Mail that was waiting may have been sent since. It is dropped, or, when asked for, sent now. @returns how many */
export async function settleMail(db: Db, isSent: boolean) {
  if (!isSent) return (await db.delete(mails).where(isNull(mails.sentAt)).returning({ id: mails.id })).length;
  const { rows } = await db.execute<{ id: string }>(
    sql`select id, wake_worker('send-mail', json_build_object('mailId', id)) from mails where sent_at is null`,
  );
  return rows.length;
}
