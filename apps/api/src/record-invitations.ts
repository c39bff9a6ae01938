import type { Db } from '@lateral/db/client';
import type { Telling } from '@lateral/domain/reviews/changes';
import { sql } from 'drizzle-orm';
import { notify } from './notify.ts';

const lookAgainSeconds = 12;

type By = { partnershipId: string; personId: string | null };

/**
 * Puts down what people are to be told about reviews of a season, each after all that their calendar has heard of that
 * review, shows it under their bell, and wakes the worker that mails it. The caller's transaction decides: what it does
 * not commit nobody hears.
 */
export async function recordInvitations(
  db: Db,
  by: By,
  seasonId: string,
  tellings: readonly Telling[],
  at: Date,
) {
  const { partnershipId } = by;
  if (tellings.length === 0) return;
  for (let i = 0; i < tellings.length; i += 2000) {
    const rows = JSON.stringify(
      tellings.slice(i, i + 2000).map(({ schoolId, personId, method, part, day, why }) => ({
        school: schoolId,
        person: personId,
        method,
        part,
        day,
        why,
      })),
    );
    await db.execute(sql`
      insert into invitations (partnership_id, season_id, school_id, person_id, sequence, method, part, day, why, created_at)
      select ${partnershipId}::uuid, ${seasonId}::uuid, school, person,
        coalesce((select max(i.sequence) + 1 from invitations i where i.partnership_id = ${partnershipId}::uuid
          and i.season_id = ${seasonId}::uuid and i.school_id = school and i.person_id = person), 0),
        method, part, day, why, ${at.toISOString()}::timestamptz
      from jsonb_to_recordset(${rows}::jsonb)
        as t(school uuid, person uuid, method text, part text, day date, why text)`);
  }
  await notify(
    db,
    by,
    tellings.map(({ schoolId, personId, part, day, why }) => ({
      kind: 'review-told' as const,
      schoolId,
      personId,
      detail: { part, day, why },
    })),
    at,
  );
  const which = JSON.stringify({ partnershipId });
  // A second call a little later finds all of it done, or does what a worker that died has left.
  for (const seconds of [0, lookAgainSeconds])
    await db.execute(sql`select wake_worker('send-invitations', ${which}::json, ${seconds})`);
}
