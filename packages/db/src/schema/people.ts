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
