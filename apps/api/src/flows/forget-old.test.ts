import { type Kept, retentionRules } from '@lateral/domain/retention/rules';
import { afterAll, expect, test } from 'vitest';
import { buildPartnership, buildPerson, buildSchool } from '../../test/builders.ts';
import { testDatabase } from '../../test/database.ts';
import { forgetOld } from './forget-old.ts';

const { database, owner, close } = await testDatabase();
afterAll(close);
const now = new Date('2026-11-23T09:00:00Z');
const { id: p } = await buildPartnership(database);
const school = await buildSchool(database, p);
const head = await buildPerson(database, p, 'headteacher', school.id);
const deputy = await buildPerson(database, p, 'deputy', school.id);
const [h, d] = [head.personId, deputy.personId];
const id = () => crypto.randomUUID();

/** One record of each rule, as old as `at` (an instant in SQL). Written by hand for every rule. */
const records: Record<Kept, { table: string; insert: (at: string) => string[] }> = {
  'sign-in-questions': {
    table: 'sign_in_links',
    insert: (at) => [
      `insert into sign_in_links (token_hash, person_id, expires_at) values ('${id()}', '${h}', ${at})`,
    ],
  },
  attempts: { table: 'attempts', insert: (at) => [`insert into attempts values ('${id()}', ${at}, 1)`] },
  'given-answers': {
    table: 'given_answers',
    insert: (at) => [
      `insert into given_answers values ('${p}', '${h}', 'POST /x', '${id()}', 'h', 200, '', ${at})`,
    ],
  },
  'import-files': {
    table: 'import_chunks',
    insert: (at) => {
      const i = id();
      return [
        `insert into imports (partnership_id, id, kind, created_at) values ('${p}', '${i}', 'people', ${at})`,
        `insert into import_files values ('${p}', '${i}', 'a.csv', 1)`,
        `insert into import_chunks values ('${p}', '${i}', 'a.csv', 0, 'x')`,
      ];
    },
  },
  sessions: {
    table: 'sessions',
    insert: (at) => [
      `insert into sessions (person_id, partnership_id, created_at, ended_at, ended_why) values ('${h}', '${p}', ${at}, ${at}, 'signed-out')`,
    ],
  },
  mails: {
    table: 'mails',
    insert: (at) => [
      `insert into mails (partnership_id, to_address, subject, text, created_at, sent_at) values ('${p}', 'a@b.example', 's', 't', ${at}, ${at})`,
    ],
  },
  jobs: {
    table: 'jobs',
    insert: (at) => [
      `insert into jobs (partnership_id, kind, state, input, ended_at) values ('${p}', 'plan-season', 'done', '{}', ${at})`,
    ],
  },
  tokens: {
    table: 'api_tokens',
    insert: (at) => [
      `insert into api_tokens (partnership_id, owner_id, name, token_hash, scopes, created_at, expires_at) values ('${p}', '${h}', 'T', '${id()}', '{schools.read}', ${at} - interval '1 day', ${at})`,
    ],
  },
  'import-changes': {
    table: 'import_changes',
    insert: (at) => {
      const i = id();
      return [
        `insert into imports (partnership_id, id, kind, state, created_at) values ('${p}', '${i}', 'people', 'applied', ${at})`,
        `insert into import_changes values ('${p}', '${i}', 0, 'added', '{}')`,
      ];
    },
  },
  notifications: {
    table: 'notifications',
    insert: (at) => [
      `insert into notifications (partnership_id, person_id, topic, kind, detail, at) values ('${p}', '${h}', 'security', 'passkey-added', '{}', ${at})`,
    ],
  },
  'school-changes': {
    table: 'school_changes',
    insert: (at) => [
      `insert into school_changes values ('${p}', '${id()}', 'clusters', '${h}', ${at}, null, '[]')`,
    ],
  },
  reminders: {
    table: 'reminder_batches',
    insert: (at) => [
      `insert into reminder_batches values ('${p}', '${id()}', 'join', null, 'x', '${h}', ${at}, ${at}, 'sent')`,
    ],
  },
  delegations: {
    table: 'delegations',
    insert: (at) => [
      `insert into delegations (partnership_id, school_id, principal_id, delegate_id, created_at, until_day, ended_at) values ('${p}', '${school.id}', '${h}', '${d}', ${at}, '2027-07-31', ${at})`,
    ],
  },
  recoveries: {
    table: 'recoveries',
    insert: (at) => [
      `insert into recoveries (partnership_id, person_id, new_email, reason, state, asked_by, asked_at, ended_at, stop_hash) values ('${p}', '${d}', 'n@s.example', 'lost', 'stopped', '${h}', ${at}, ${at}, 'x')`,
    ],
  },
  people: {
    table: "erasures where reason = 'kept-long-enough'",
    insert: (at) => {
      const i = id();
      return [
        `insert into persons (id, email) values ('${i}', '${i}@school.example')`,
        `insert into people (partnership_id, person_id, first_name, last_name, email) values ('${p}', '${i}', 'Ada', 'Left', '${i}@school.example')`,
        `insert into roles (partnership_id, person_id, school_id, role, to_day) values ('${p}', '${i}', '${school.id}', 'governor', (${at})::date)`,
      ];
    },
  },
};

const count = async (table: string) =>
  (await owner.query(`select count(*)::int as n from ${table}`)).rows[0].n as number;
const ago = (days: number, hours: number) =>
  `'${new Date(now.getTime() - days * 86_400_000 - hours * 3_600_000).toISOString()}'::timestamptz`;

test.each(retentionRules)(
  '$what: what is $days days old and more goes, and nothing younger',
  async ({ what, days }) => {
    const { table, insert } = records[what];
    for (const statement of [...insert(ago(days, 36)), ...insert(ago(days, -36))])
      await owner.query(statement);
    const before = await count(table);
    const gone = await forgetOld(database, now);
    expect(gone[what]).toBe(1);
    // People are asked to be erased, and everything else is gone.
    expect((await count(table)) - before).toBe(what === 'people' ? 1 : -1);
    expect((await forgetOld(database, now))[what]).toBe(0);
  },
);

test('whoever holds a role is never a leaver, and held work is never taken away', async () => {
  const { rows } = await owner.query(`select person_id from erasures where person_id in ($1, $2)`, [h, d]);
  expect(rows).toEqual([]);
  await owner.query(
    `insert into reminder_batches values ($1, $2, 'join', null, 'x', $3, now() - interval '9 years', now(), 'held')`,
    [p, id(), h],
  );
  expect((await forgetOld(database, now)).reminders).toBe(0);
});
