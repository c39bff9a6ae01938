import { draftStepKinds } from '@lateral/domain/seasons/states';
import { sql } from 'drizzle-orm';
import { check, foreignKey, index, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core';
import { ownPartnership, table } from './columns.ts';
import { partnerships } from './partnerships.ts';
import { people } from './people.ts';
import { schools } from './schools.ts';

/** One year's review season. `rules` are those of domain/seasons/rules. */
export const seasons = table(
  'seasons',
  (t) => ({
    partnershipId: t
      .uuid()
      .notNull()
      .references(() => partnerships.id),
    id: t.uuid().notNull().defaultRandom(),
    year: t.integer().notNull(),
    windowStart: t.date({ mode: 'string' }).notNull(),
    windowEnd: t.date({ mode: 'string' }).notNull(),
    /** Since when schools are asked for their days, and until when; null while days are taken to be given as owed. */
    offersOpenedAt: t.timestamp({ withTimezone: true }),
    offersUntil: t.date({ mode: 'string' }),
    /** The rules of this season and how often they have been set; null for the usual ones. */
    rules: t.jsonb().$type<unknown>(),
    rulesVersion: t.integer().notNull().default(0),
    /** How often the draft has changed: who publishes says which draft they have read. */
    draftVersion: t.integer().notNull().default(0),
    publishedAt: t.timestamp({ withTimezone: true }),
    /** The job that last planned it, and what the plan was made from, so that the plan can be checked later. */
    jobId: t.uuid(),
    instance: t.jsonb().$type<unknown>(),
    plannedAt: t.timestamp({ withTimezone: true }),
    /** Soft cost of the last plan, and what is proven of every plan; null for plans of before it was kept. */
    planCost: t.integer(),
    boundCost: t.integer(),
    boundUnplaced: t.integer(),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    uniqueIndex('seasons_year').on(t.partnershipId, t.year),
    check('seasons_offers_have_an_end', sql`(${t.offersOpenedAt} is null) = (${t.offersUntil} is null)`),
    check('seasons_window_in_order', sql`${t.windowStart} <= ${t.windowEnd}`),
    ownPartnership(),
  ],
);

/** One school's review in the private draft of a season: a day and a team. What people have been told is in `bookings`. */
export const reviews = table(
  'reviews',
  (t) => ({
    partnershipId: t.uuid().notNull(),
    seasonId: t.uuid().notNull(),
    schoolId: t.uuid().notNull(),
    day: t.date({ mode: 'string' }).notNull(),
    leadId: t.uuid().notNull(),
    /** Why this team: the planner's ReviewExplanation, ids and codes without names. */
    explanation: t.jsonb().$type<unknown>(),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.seasonId, t.schoolId] }),
    foreignKey({
      columns: [t.partnershipId, t.seasonId],
      foreignColumns: [seasons.partnershipId, seasons.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.partnershipId, t.schoolId],
      foreignColumns: [schools.partnershipId, schools.id],
    }),
    foreignKey({
      columns: [t.partnershipId, t.leadId],
      foreignColumns: [people.partnershipId, people.personId],
    }),
    ownPartnership(),
  ],
);

/** A reviewer's seat in the draft; a seat may be empty. The day stands here too, so that the database itself keeps a person to one review a day. */
export const reviewSeats = table(
  'review_seats',
  (t) => ({
    partnershipId: t.uuid().notNull(),
    seasonId: t.uuid().notNull(),
    schoolId: t.uuid().notNull(),
    personId: t.uuid().notNull(),
    day: t.date({ mode: 'string' }).notNull(),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.seasonId, t.schoolId, t.personId] }),
    foreignKey({
      columns: [t.partnershipId, t.seasonId, t.schoolId],
      foreignColumns: [reviews.partnershipId, reviews.seasonId, reviews.schoolId],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.partnershipId, t.personId],
      foreignColumns: [people.partnershipId, people.personId],
    }),
    uniqueIndex('review_seats_one_a_day').on(t.partnershipId, t.seasonId, t.personId, t.day),
    ownPartnership(),
  ],
);

/** A member school for which no review could be placed, and why. */
export const unplacedSchools = table(
  'unplaced_schools',
  (t) => ({
    partnershipId: t.uuid().notNull(),
    seasonId: t.uuid().notNull(),
    schoolId: t.uuid().notNull(),
    reasons: t.text().array().notNull(),
    /** What stands in the way: the planner's UnplacedExplanation, ids and codes without names. */
    explanation: t.jsonb().$type<unknown>(),
    /** The job that last looked for what would place it, and the least changes that it found. */
    jobId: t.uuid(),
    relaxations: t.jsonb().$type<unknown>(),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.seasonId, t.schoolId] }),
    foreignKey({
      columns: [t.partnershipId, t.seasonId],
      foreignColumns: [seasons.partnershipId, seasons.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.partnershipId, t.schoolId],
      foreignColumns: [schools.partnershipId, schools.id],
    }),
    index('unplaced_schools_by_school').on(t.partnershipId, t.schoolId),
    ownPartnership(),
  ],
);

/** A change of the draft by hand, with what it replaced, so that it can be undone: the newest first. */
export const draftSteps = table(
  'draft_steps',
  (t) => ({
    partnershipId: t.uuid().notNull(),
    seasonId: t.uuid().notNull(),
    /** The version of the draft that the step made. */
    version: t.integer().notNull(),
    personId: t.uuid().notNull(),
    at: t.timestamp({ withTimezone: true }).notNull(),
    kind: t.text({ enum: draftStepKinds }).notNull(),
    schoolId: t.uuid().notNull(),
    /** The review as it was, null where there was none, and why there was none. */
    before: t.jsonb().$type<unknown>().notNull(),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.seasonId, t.version] }),
    foreignKey({
      columns: [t.partnershipId, t.seasonId],
      foreignColumns: [seasons.partnershipId, seasons.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.partnershipId, t.schoolId],
      foreignColumns: [schools.partnershipId, schools.id],
    }),
    check('draft_steps_kind_known', sql`${t.kind} in ('placed','moved','team-changed','taken-out')`),
    ownPartnership(),
  ],
);
