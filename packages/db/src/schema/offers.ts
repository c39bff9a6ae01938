import { capacities } from '@lateral/domain/ledger/entries';
import { sql } from 'drizzle-orm';
import { check, foreignKey, index, primaryKey, unique } from 'drizzle-orm/pg-core';
import { ownPartnership, table } from './columns.ts';
import { people } from './people.ts';
import { schools } from './schools.ts';
import { seasons } from './seasons.ts';

/** What a school has said about its own review of a season, and that it has offered its leaders' days. */
export const offers = table(
  'offers',
  (t) => ({
    partnershipId: t.uuid().notNull(),
    seasonId: t.uuid().notNull(),
    schoolId: t.uuid().notNull(),
    preferred: t.date({ mode: 'string' }).array().notNull(),
    avoided: t.date({ mode: 'string' }).array().notNull(),
    /** What the school would like looked at, in codes of domain/offers. */
    focus: t.text().array().notNull(),
    sentAt: t.timestamp({ withTimezone: true }).notNull(),
    sentBy: t.uuid().notNull(),
    version: t.integer().notNull(),
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
    index('offers_by_school').on(t.partnershipId, t.schoolId),
    ownPartnership(),
  ],
);

/** A leader whom a school offers for a season, in whose stead, and how much of their time, in half-days. */
export const offeredLeaders = table(
  'offered_leaders',
  (t) => ({
    partnershipId: t.uuid().notNull(),
    seasonId: t.uuid().notNull(),
    schoolId: t.uuid().notNull(),
    personId: t.uuid().notNull(),
    capacity: t.text({ enum: capacities }).notNull(),
    halfDays: t.integer().notNull(),
    /** What they know about, in codes of domain/offers. */
    expertise: t.text().array().notNull(),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.seasonId, t.schoolId, t.personId] }),
    foreignKey({
      columns: [t.partnershipId, t.seasonId, t.schoolId],
      foreignColumns: [offers.partnershipId, offers.seasonId, offers.schoolId],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.partnershipId, t.personId],
      foreignColumns: [people.partnershipId, people.personId],
    }),
    index('offered_leaders_by_person').on(t.partnershipId, t.personId),
    check('offered_leaders_capacity_known', sql`${t.capacity} in ('head','deputy')`),
    check('offered_leaders_half_days', sql`${t.halfDays} between 0 and 20`),
    ownPartnership(),
  ],
);

/** A school, or a person, who may not review another school in a season. */
export const barredReviewers = table(
  'barred_reviewers',
  (t) => ({
    partnershipId: t.uuid().notNull(),
    id: t.uuid().notNull().defaultRandom(),
    seasonId: t.uuid().notNull(),
    schoolId: t.uuid().notNull(),
    otherSchoolId: t.uuid(),
    personId: t.uuid(),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    foreignKey({
      columns: [t.partnershipId, t.seasonId, t.schoolId],
      foreignColumns: [offers.partnershipId, offers.seasonId, offers.schoolId],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.partnershipId, t.otherSchoolId],
      foreignColumns: [schools.partnershipId, schools.id],
    }),
    foreignKey({
      columns: [t.partnershipId, t.personId],
      foreignColumns: [people.partnershipId, people.personId],
    }),
    unique('barred_reviewers_once')
      .on(t.partnershipId, t.seasonId, t.schoolId, t.otherSchoolId, t.personId)
      .nullsNotDistinct(),
    index('barred_reviewers_by_person').on(t.partnershipId, t.personId),
    check('barred_reviewers_one_of_both', sql`(${t.otherSchoolId} is null) <> (${t.personId} is null)`),
    ownPartnership(),
  ],
);
