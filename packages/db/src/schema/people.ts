import { recoveryStates } from '@lateral/domain/people/recoveries';
import { roles as roleCodes } from '@lateral/domain/people/roles';
import { sql } from 'drizzle-orm';
import { check, foreignKey, index, pgPolicy, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core';
import { app, authn, currentPartnership, ownPartnership, signInDesk, table } from './columns.ts';
import { partnerships } from './partnerships.ts';
import { schools } from './schools.ts';

/**
 * A person who can sign in, across all partnerships: an address and nothing else. Names belong to the
 * partnership that gave them (`people`), so that no partnership learns of another's record.
 */
export const persons = table(
  'persons',
  (t) => ({
    id: t.uuid().primaryKey().defaultRandom(),
    email: t.text().notNull(),
    createdAt: t.timestamp({ withTimezone: true }).notNull().defaultNow(),
  }),
  (t) => [
    uniqueIndex('persons_email').on(t.email),
    check('persons_email_lower_case', sql`${t.email} = lower(${t.email})`),
    signInDesk(),
  ],
);

/** A person as one partnership knows them: name, address, and what a reviewer needs. */
export const people = table(
  'people',
  (t) => ({
    partnershipId: t
      .uuid()
      .notNull()
      .references(() => partnerships.id),
    personId: t
      .uuid()
      .notNull()
      .references(() => persons.id),
    title: t.text(),
    firstName: t.text().notNull(),
    lastName: t.text().notNull(),
    email: t.text().notNull(),
    /** The day of the half-day reviewer training; null when not trained. */
    trainedOn: t.date({ mode: 'string' }),
    canLead: t.boolean().notNull().default(false),
    /** When the broker confirmed that the address is this person's own and nobody else reads it, and who did. */
    addressConfirmedAt: t.timestamp({ withTimezone: true }),
    addressConfirmedBy: t.uuid(),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.personId] }),
    index('people_by_name').on(t.partnershipId, t.lastName, t.firstName, t.personId),
    check('people_lead_is_trained', sql`not ${t.canLead} or ${t.trainedOn} is not null`),
    ownPartnership(),
  ],
);

/** A dated role: of a school, or of the partnership itself (no school). */
export const roles = table(
  'roles',
  (t) => ({
    partnershipId: t
      .uuid()
      .notNull()
      .references(() => partnerships.id),
    id: t.uuid().notNull().defaultRandom(),
    personId: t.uuid().notNull(),
    schoolId: t.uuid(),
    role: t.text({ enum: roleCodes }).notNull(),
    from: t.date('from_day', { mode: 'string' }),
    to: t.date('to_day', { mode: 'string' }),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    foreignKey({
      columns: [t.partnershipId, t.personId],
      foreignColumns: [people.partnershipId, people.personId],
    }),
    foreignKey({
      columns: [t.partnershipId, t.schoolId],
      foreignColumns: [schools.partnershipId, schools.id],
    }),
    uniqueIndex('roles_once').on(
      t.partnershipId,
      t.personId,
      t.role,
      sql`coalesce(${t.schoolId}, '00000000-0000-0000-0000-000000000000'::uuid)`,
      sql`coalesce(${t.from}, '-infinity'::date)`,
    ),
    index('roles_by_school').on(t.partnershipId, t.schoolId),
    check('roles_days_in_order', sql`${t.from} is null or ${t.to} is null or ${t.from} <= ${t.to}`),
    check(
      'roles_known',
      sql`${t.role} in ('broker','board-member','local-authority-officer','observer','headteacher','deputy','senior-leader','chair-of-governors','governor','school-administrator')`,
    ),
    check(
      'roles_place',
      sql`(${t.schoolId} is null) = (${t.role} in ('broker','board-member','local-authority-officer','observer'))`,
    ),
    pgPolicy('own_partnership', {
      for: 'all',
      to: app,
      using: sql`partnership_id = ${currentPartnership}`,
      withCheck: sql`partnership_id = ${currentPartnership}`,
    }),
    pgPolicy('sign_in_desk', { for: 'select', to: authn, using: sql`true` }),
  ],
);

/** A head lets somebody of their school prepare things in their name, until a day or until they take it back. */
export const delegations = table(
  'delegations',
  (t) => ({
    partnershipId: t.uuid().notNull(),
    id: t.uuid().notNull().defaultRandom(),
    schoolId: t.uuid().notNull(),
    /** The head who lends, and the person who prepares for them. */
    principalId: t.uuid().notNull(),
    delegateId: t.uuid().notNull(),
    createdAt: t.timestamp({ withTimezone: true }).notNull(),
    until: t.date('until_day', { mode: 'string' }).notNull(),
    endedAt: t.timestamp({ withTimezone: true }),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    foreignKey({
      columns: [t.partnershipId, t.schoolId],
      foreignColumns: [schools.partnershipId, schools.id],
    }),
    foreignKey({
      columns: [t.partnershipId, t.principalId],
      foreignColumns: [people.partnershipId, people.personId],
    }),
    foreignKey({
      columns: [t.partnershipId, t.delegateId],
      foreignColumns: [people.partnershipId, people.personId],
    }),
    uniqueIndex('delegations_one_open')
      .on(t.partnershipId, t.schoolId, t.principalId, t.delegateId)
      .where(sql`ended_at is null`),
    index('delegations_by_delegate').on(t.partnershipId, t.delegateId).where(sql`ended_at is null`),
    check('delegations_to_another', sql`${t.principalId} <> ${t.delegateId}`),
    ownPartnership(),
  ],
);

/**
 * A person who has lost their mailbox is given a new address: one person asks, another agrees, everybody who knows them
 * is told, and it happens a day later unless somebody stops it (security.md §5).
 */
export const recoveries = table(
  'recoveries',
  (t) => ({
    partnershipId: t.uuid().notNull(),
    id: t.uuid().notNull().defaultRandom(),
    personId: t.uuid().notNull(),
    newEmail: t.text().notNull(),
    reason: t.text().notNull(),
    state: t.text({ enum: recoveryStates }).notNull().default('asked'),
    askedBy: t.uuid().notNull(),
    askedAt: t.timestamp({ withTimezone: true }).notNull(),
    agreedBy: t.uuid(),
    agreedAt: t.timestamp({ withTimezone: true }),
    /** When it may happen: a day after it was agreed. */
    dueAt: t.timestamp({ withTimezone: true }),
    endedAt: t.timestamp({ withTimezone: true }),
    stoppedBy: t.uuid(),
    /** What lets whoever is told by mail stop it without signing in. */
    stopHash: t.text().notNull(),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    foreignKey({
      columns: [t.partnershipId, t.personId],
      foreignColumns: [people.partnershipId, people.personId],
    }),
    uniqueIndex('recoveries_one_open')
      .on(t.partnershipId, t.personId)
      .where(sql`state in ('asked','agreed')`),
    check('recoveries_state_known', sql`${t.state} in ('asked','agreed','done','stopped','failed')`),
    check('recoveries_by_two', sql`${t.agreedBy} is null or ${t.agreedBy} <> ${t.askedBy}`),
    check(
      'recoveries_of_another',
      sql`${t.personId} <> ${t.askedBy} and (${t.agreedBy} is null or ${t.agreedBy} <> ${t.personId})`,
    ),
    check(
      'recoveries_agreed',
      sql`${t.state} not in ('agreed','done') or (${t.agreedBy} is not null and ${t.dueAt} is not null)`,
    ),
    check('recoveries_new_email_lower_case', sql`${t.newEmail} = lower(${t.newEmail})`),
    ownPartnership(),
  ],
);
