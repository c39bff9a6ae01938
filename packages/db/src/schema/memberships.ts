import { dueKinds } from '@lateral/domain/memberships/due';
import { endReasons } from '@lateral/domain/memberships/spans';
import { confirmMeans } from '@lateral/domain/sign-in/sessions';
import { sql } from 'drizzle-orm';
import { check, foreignKey, index, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core';
import { agreements } from './agreements.ts';
import { ownPartnership, table } from './columns.ts';
import { people } from './people.ts';
import { schools } from './schools.ts';

/** A dated membership: whether it holds on a day follows from its days alone. Two of one school never overlap. */
export const memberships = table(
  'memberships',
  (t) => ({
    partnershipId: t.uuid().notNull(),
    schoolId: t.uuid().notNull(),
    from: t.date('from_day', { mode: 'string' }).notNull(),
    to: t.date('to_day', { mode: 'string' }),
    /** Why it has a last day; null for one that was ended before this was kept. */
    endsWhy: t.text({ enum: endReasons }),
    /**
     * The URN as which the school is a member: another than the school's own when its legal record has changed since and
     * nobody has settled what becomes of the membership. Set by the database; null for one from before this was kept.
     */
    urn: t.integer(),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.schoolId, t.from] }),
    foreignKey({
      columns: [t.partnershipId, t.schoolId],
      foreignColumns: [schools.partnershipId, schools.id],
    }),
    uniqueIndex('memberships_one_open').on(t.partnershipId, t.schoolId).where(sql`to_day is null`),
    index('memberships_by_last_day').on(t.partnershipId, t.to),
    check('memberships_days_in_order', sql`${t.to} is null or ${t.from} <= ${t.to}`),
    check(
      'memberships_ends_why',
      sql`${t.endsWhy} is null or ${t.to} is not null and ${t.endsWhy} in ('term','notice','lapsed','broker')`,
    ),
    ownPartnership(),
  ],
);

/** A school has said that it stays a member for another year. It stands: a trigger holds it. */
export const renewals = table(
  'renewals',
  (t) => ({
    partnershipId: t.uuid().notNull(),
    schoolId: t.uuid().notNull(),
    /** The last day of the year that it is renewed for. */
    until: t.date('until_day', { mode: 'string' }).notNull(),
    /** The version whose terms it renews under. */
    agreementId: t.uuid().notNull(),
    metOn: t.date({ mode: 'string' }).notNull(),
    minute: t.text().notNull(),
    renewedBy: t.uuid().notNull(),
    renewedName: t.text().notNull(),
    renewedAt: t.timestamp({ withTimezone: true }).notNull(),
    renewedMeans: t.text({ enum: confirmMeans }).notNull(),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.schoolId, t.until] }),
    foreignKey({
      columns: [t.partnershipId, t.schoolId],
      foreignColumns: [schools.partnershipId, schools.id],
    }),
    foreignKey({
      columns: [t.partnershipId, t.agreementId],
      foreignColumns: [agreements.partnershipId, agreements.id],
    }),
    foreignKey({
      columns: [t.partnershipId, t.renewedBy],
      foreignColumns: [people.partnershipId, people.personId],
    }),
    ownPartnership(),
  ],
);

/** A school has given notice that it leaves. Taken back while it is still a member, or it stands. */
export const notices = table(
  'notices',
  (t) => ({
    partnershipId: t.uuid().notNull(),
    id: t.uuid().notNull().defaultRandom(),
    schoolId: t.uuid().notNull(),
    endsOn: t.date({ mode: 'string' }).notNull(),
    /** The last day that the membership would have had without it, and why; to take it back by. */
    endedOn: t.date({ mode: 'string' }),
    why: t.text(),
    givenBy: t.uuid().notNull(),
    givenAt: t.timestamp({ withTimezone: true }).notNull(),
    takenBackBy: t.uuid(),
    takenBackAt: t.timestamp({ withTimezone: true }),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    foreignKey({
      columns: [t.partnershipId, t.schoolId],
      foreignColumns: [schools.partnershipId, schools.id],
    }),
    ...[t.givenBy, t.takenBackBy].map((by) =>
      foreignKey({
        columns: [t.partnershipId, by],
        foreignColumns: [people.partnershipId, people.personId],
      }),
    ),
    index('notices_by_school').on(t.partnershipId, t.schoolId, t.givenAt),
    check('notices_taken_back', sql`(${t.takenBackBy} is null) = (${t.takenBackAt} is null)`),
    ownPartnership(),
  ],
);

/** What a school has been told by the clock, for which day and how many days before it: never twice. */
export const dueReminders = table(
  'due_reminders',
  (t) => ({
    partnershipId: t.uuid().notNull(),
    schoolId: t.uuid().notNull(),
    about: t.text({ enum: dueKinds }).notNull(),
    due: t.date({ mode: 'string' }).notNull(),
    days: t.integer().notNull(),
    sentAt: t.timestamp({ withTimezone: true }).notNull(),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.schoolId, t.about, t.due, t.days] }),
    foreignKey({
      columns: [t.partnershipId, t.schoolId],
      foreignColumns: [schools.partnershipId, schools.id],
    }),
    check('due_reminders_about_known', sql`${t.about} in ('renew','consent','ended')`),
    ownPartnership(),
  ],
);
