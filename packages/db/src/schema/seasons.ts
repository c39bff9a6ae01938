import { reviewStates, seasonStates } from '@lateral/domain/seasons/states';
import { sql } from 'drizzle-orm';
import { check, foreignKey, index, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core';
import { ownPartnership, table } from './columns.ts';
import { partnerships } from './partnerships.ts';
import { people } from './people.ts';
import { schools } from './schools.ts';

/** One year's review season. `rules` is the planner's configuration (FORMAT of the planner package). */
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
    state: t.text({ enum: seasonStates }).notNull().default('draft'),
    /** The job that last planned it, and what the plan was made from, so that the plan can be checked later. */
    jobId: t.uuid(),
    instance: t.jsonb().$type<unknown>(),
    plannedAt: t.timestamp({ withTimezone: true }),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    uniqueIndex('seasons_year').on(t.partnershipId, t.year),
    check('seasons_state_known', sql`${t.state} in ('draft')`),
    check('seasons_window_in_order', sql`${t.windowStart} <= ${t.windowEnd}`),
    ownPartnership(),
  ],
);

/** One school's review of the season: a day and a team. */
export const reviews = table(
  'reviews',
  (t) => ({
    partnershipId: t.uuid().notNull(),
    seasonId: t.uuid().notNull(),
    schoolId: t.uuid().notNull(),
    day: t.date({ mode: 'string' }).notNull(),
    leadId: t.uuid().notNull(),
    state: t.text({ enum: reviewStates }).notNull().default('draft'),
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
    check('reviews_state_known', sql`${t.state} in ('draft')`),
    ownPartnership(),
  ],
);

/** A reviewer's seat. The day stands here too, so that the database itself keeps a person to one review a day. */
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
