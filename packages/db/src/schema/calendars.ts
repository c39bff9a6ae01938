import { dayParts, schoolDayKinds } from '@lateral/domain/calendars/days';
import { sql } from 'drizzle-orm';
import { check, foreignKey, primaryKey } from 'drizzle-orm/pg-core';
import { ownPartnership, table } from './columns.ts';
import { partnerships } from './partnerships.ts';
import { people } from './people.ts';
import { schools } from './schools.ts';

/** A term of a school year (2026 is 2026/27). Days are plain dates; both ends are school days. */
export const terms = table(
  'terms',
  (t) => ({
    partnershipId: t
      .uuid()
      .notNull()
      .references(() => partnerships.id),
    year: t.integer().notNull(),
    name: t.text().notNull(),
    start: t.date('start_day', { mode: 'string' }).notNull(),
    end: t.date('end_day', { mode: 'string' }).notNull(),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.year, t.name] }),
    check('terms_days_in_order', sql`${t.start} <= ${t.end}`),
    ownPartnership(),
  ],
);

/** A day on which every school is closed, such as a bank holiday. */
export const closedDays = table(
  'closed_days',
  (t) => ({
    partnershipId: t
      .uuid()
      .notNull()
      .references(() => partnerships.id),
    day: t.date({ mode: 'string' }).notNull(),
    name: t.text().notNull(),
  }),
  (t) => [primaryKey({ columns: [t.partnershipId, t.day] }), ownPartnership()],
);

/** A day, or half of one, on which one school cannot host: an INSET day (its leaders cannot go out either) or a blocked one. */
export const schoolDays = table(
  'school_days',
  (t) => ({
    partnershipId: t.uuid().notNull(),
    schoolId: t.uuid().notNull(),
    day: t.date({ mode: 'string' }).notNull(),
    kind: t.text({ enum: schoolDayKinds }).notNull(),
    part: t.text({ enum: dayParts }).notNull().default('day'),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.schoolId, t.day] }),
    foreignKey({
      columns: [t.partnershipId, t.schoolId],
      foreignColumns: [schools.partnershipId, schools.id],
    }),
    check('school_days_kind_known', sql`${t.kind} in ('inset','blocked')`),
    check('school_days_part_known', sql`${t.part} in ('day','morning','afternoon')`),
    ownPartnership(),
  ],
);

/** A day, or half of one, on which one leader cannot go out to review. */
export const leaderDays = table(
  'leader_days',
  (t) => ({
    partnershipId: t.uuid().notNull(),
    personId: t.uuid().notNull(),
    day: t.date({ mode: 'string' }).notNull(),
    part: t.text({ enum: dayParts }).notNull().default('day'),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.personId, t.day] }),
    foreignKey({
      columns: [t.partnershipId, t.personId],
      foreignColumns: [people.partnershipId, people.personId],
    }),
    check('leader_days_part_known', sql`${t.part} in ('day','morning','afternoon')`),
    ownPartnership(),
  ],
);

/** How often the calendar of a school year has been set: two people who edit at once do not overwrite one another. */
export const calendarYears = table(
  'calendar_years',
  (t) => ({
    partnershipId: t
      .uuid()
      .notNull()
      .references(() => partnerships.id),
    year: t.integer().notNull(),
    version: t.integer().notNull(),
  }),
  (t) => [primaryKey({ columns: [t.partnershipId, t.year] }), ownPartnership()],
);
