import type { Db } from '@lateral/db/client';
import type { Kept } from '@lateral/domain/retention/rules';
import { type SQL, sql } from 'drizzle-orm';

// These run as the keeper, on every partnership.

/** How many rows one statement deletes: a night's work never holds a table for long. */
export const atOnce = 5000;

type OldRows = { table: string; isOld: (before: SQL) => SQL };
const rows = (table: string, isOld: (before: SQL) => SQL): OldRows => ({ table, isOld });

/** Which rows each rule means; those that hang on them go with them. People are not deleted but erased: see `listLeavers`. */
export const oldRows: Record<Exclude<Kept, 'people'>, readonly OldRows[]> = {
  'sign-in-questions': [
    rows('sign_in_links', (before) => sql`expires_at < ${before}`),
    rows('passkey_challenges', (before) => sql`expires_at < ${before}`),
    rows('oidc_visits', (before) => sql`expires_at < ${before}`),
    rows('confirm_codes', (before) => sql`expires_at < ${before}`),
  ],
  attempts: [rows('attempts', (before) => sql`window_start < ${before}`)],
  'given-answers': [rows('given_answers', (before) => sql`at < ${before}`)],
  'import-files': [
    rows(
      'import_chunks',
      (before) => sql`(partnership_id, import_id) in (
        select partnership_id, id from imports where created_at < ${before} and state not in ('checking', 'applying'))`,
    ),
    rows(
      'import_readings',
      (before) => sql`(partnership_id, import_id) in (
        select partnership_id, id from imports where created_at < ${before} and state not in ('checking', 'applying'))`,
    ),
  ],
  sessions: [
    rows(
      'sessions',
      (before) => sql`(ended_at < ${before} or (ended_at is null and coalesce(seen_at, created_at) < ${before}
        and not exists (select from refresh_tokens r where r.session_id = sessions.id and r.expires_at >= ${before})))`,
    ),
  ],
  mails: [rows('mails', (before) => sql`sent_at < ${before}`)],
  jobs: [rows('jobs', (before) => sql`ended_at < ${before}`)],
  tokens: [rows('api_tokens', (before) => sql`least(ended_at, expires_at) < ${before}`)],
  'import-changes': [
    rows(
      'import_changes',
      (before) => sql`(partnership_id, import_id) in (
        select partnership_id, id from imports where created_at < ${before} and state in ('applied', 'failed', 'discarded', 'undone'))`,
    ),
  ],
  notifications: [
    rows('notifications', (before) => sql`at < ${before}`),
    rows('digests', (before) => sql`day < (${before} at time zone 'Europe/London')::date`),
  ],
  'school-changes': [rows('school_changes', (before) => sql`made_at < ${before}`)],
  reminders: [rows('reminder_batches', (before) => sql`made_at < ${before} and state <> 'held'`)],
  delegations: [
    rows('delegations', (before) => sql`coalesce(ended_at, (until_day + 1)::timestamptz) < ${before}`),
  ],
  recoveries: [rows('recoveries', (before) => sql`ended_at < ${before}`)],
};

/** Deletes some of what is older than `before`. @returns how many rows */
export async function deleteSome(db: Db, { table, isOld }: OldRows, before: Date): Promise<number> {
  const name = sql.identifier(table);
  const { rows: counted } = await db.execute<{ n: number }>(sql`
    with gone as (
      delete from ${name} where ctid = any (array(
        select ctid from ${name} where ${isOld(sql`${before.toISOString()}::timestamptz`)} limit ${atOnce}))
      returning 1)
    select count(*)::int as n from gone`);
  return counted[0]?.n ?? 0;
}

/** People whose every role ended before this moment, and who are not erased yet. */
export async function listLeavers(db: Db, before: Date) {
  const { rows: leavers } = await db.execute<{ partnershipId: string; personId: string }>(sql`
    select p.partnership_id as "partnershipId", p.person_id as "personId" from people p
    where not exists (select from erasures e where e.partnership_id = p.partnership_id and e.person_id = p.person_id)
      and exists (select from roles r where r.partnership_id = p.partnership_id and r.person_id = p.person_id)
      and not exists (
        select from roles r where r.partnership_id = p.partnership_id and r.person_id = p.person_id
          and (r.to_day is null or r.to_day >= (${before.toISOString()}::timestamptz at time zone 'Europe/London')::date))
    limit ${atOnce}`);
  return leavers;
}
