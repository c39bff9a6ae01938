import {
  askStates,
  bookingStates,
  invitationMethods,
  parts,
  seatStates,
  tellings,
} from '@lateral/domain/reviews/states';
import { sql } from 'drizzle-orm';
import { check, foreignKey, index, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core';
import { ownPartnership, table } from './columns.ts';
import { people } from './people.ts';
import { schools } from './schools.ts';
import { seasons } from './seasons.ts';

/** A review as it has been published: what people have been told. The draft of it stands in `reviews`. */
export const bookings = table(
  'bookings',
  (t) => ({
    partnershipId: t.uuid().notNull(),
    seasonId: t.uuid().notNull(),
    schoolId: t.uuid().notNull(),
    day: t.date({ mode: 'string' }).notNull(),
    leadId: t.uuid().notNull(),
    state: t.text({ enum: bookingStates }).notNull(),
    /** Why it was called off. */
    reason: t.text(),
    publishedAt: t.timestamp({ withTimezone: true }).notNull(),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.seasonId, t.schoolId] }),
    foreignKey({
      columns: [t.partnershipId, t.seasonId],
      foreignColumns: [seasons.partnershipId, seasons.id],
    }),
    foreignKey({
      columns: [t.partnershipId, t.schoolId],
      foreignColumns: [schools.partnershipId, schools.id],
    }),
    foreignKey({
      columns: [t.partnershipId, t.leadId],
      foreignColumns: [people.partnershipId, people.personId],
    }),
    index('bookings_by_day').on(t.partnershipId, t.day),
    index('bookings_by_school').on(t.partnershipId, t.schoolId),
    index('bookings_by_lead').on(t.partnershipId, t.leadId),
    check('bookings_state_known', sql`${t.state} in ('booked','called-off','done')`),
    ownPartnership(),
  ],
);

/** A seat that somebody has been told of, and what they have answered. Whoever has declined stays, so that they are not asked again. */
export const bookedSeats = table(
  'booked_seats',
  (t) => ({
    partnershipId: t.uuid().notNull(),
    seasonId: t.uuid().notNull(),
    schoolId: t.uuid().notNull(),
    personId: t.uuid().notNull(),
    day: t.date({ mode: 'string' }).notNull(),
    state: t.text({ enum: seatStates }).notNull(),
    reason: t.text(),
    answeredAt: t.timestamp({ withTimezone: true }),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.seasonId, t.schoolId, t.personId] }),
    foreignKey({
      columns: [t.partnershipId, t.seasonId, t.schoolId],
      foreignColumns: [bookings.partnershipId, bookings.seasonId, bookings.schoolId],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.partnershipId, t.personId],
      foreignColumns: [people.partnershipId, people.personId],
    }),
    uniqueIndex('booked_seats_one_a_day')
      .on(t.partnershipId, t.personId, t.day)
      .where(sql`state <> 'declined'`),
    index('booked_seats_by_person').on(t.partnershipId, t.personId),
    check('booked_seats_state_known', sql`${t.state} in ('asked','accepted','declined')`),
    check('booked_seats_answered', sql`(${t.state} = 'asked') = (${t.answeredAt} is null)`),
    check('booked_seats_reason', sql`${t.state} <> 'declined' or length(trim(${t.reason})) > 0`),
    ownPartnership(),
  ],
);

/** Somebody asked to take a seat that has become empty. One is asked at a time; the next when the time is up. */
export const seatAsks = table(
  'seat_asks',
  (t) => ({
    partnershipId: t.uuid().notNull(),
    id: t.uuid().notNull().defaultRandom(),
    seasonId: t.uuid().notNull(),
    schoolId: t.uuid().notNull(),
    personId: t.uuid().notNull(),
    /** Whose seat it was. */
    leaverId: t.uuid().notNull(),
    day: t.date({ mode: 'string' }).notNull(),
    state: t.text({ enum: askStates }).notNull(),
    askedBy: t.uuid().notNull(),
    askedAt: t.timestamp({ withTimezone: true }).notNull(),
    expiresAt: t.timestamp({ withTimezone: true }).notNull(),
    answeredAt: t.timestamp({ withTimezone: true }),
    reason: t.text(),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    foreignKey({
      columns: [t.partnershipId, t.seasonId, t.schoolId],
      foreignColumns: [bookings.partnershipId, bookings.seasonId, bookings.schoolId],
    }),
    foreignKey({
      columns: [t.partnershipId, t.personId],
      foreignColumns: [people.partnershipId, people.personId],
    }),
    uniqueIndex('seat_asks_one_at_a_time')
      .on(t.partnershipId, t.seasonId, t.schoolId, t.leaverId)
      .where(sql`state = 'open'`),
    index('seat_asks_by_person').on(t.partnershipId, t.personId),
    index('seat_asks_open').on(t.partnershipId, t.expiresAt).where(sql`state = 'open'`),
    check('seat_asks_state_known', sql`${t.state} in ('open','accepted','declined','expired','withdrawn')`),
    check('seat_asks_answered', sql`(${t.state} = 'open') = (${t.answeredAt} is null)`),
    ownPartnership(),
  ],
);

/**
 * What somebody is to be told about one review, with its place in the order of what their calendar has heard of it. The
 * worker turns it into a mail, once: `mailedAt` is set in the transaction that puts the mail into the outbox.
 */
export const invitations = table(
  'invitations',
  (t) => ({
    partnershipId: t.uuid().notNull(),
    seasonId: t.uuid().notNull(),
    schoolId: t.uuid().notNull(),
    personId: t.uuid().notNull(),
    sequence: t.integer().notNull(),
    method: t.text({ enum: invitationMethods }).notNull(),
    part: t.text({ enum: parts }).notNull(),
    day: t.date({ mode: 'string' }).notNull(),
    /** What happened, in a code of domain/reviews, for the words of the mail. */
    why: t.text({ enum: tellings }).notNull(),
    createdAt: t.timestamp({ withTimezone: true }).notNull(),
    mailedAt: t.timestamp({ withTimezone: true }),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.seasonId, t.schoolId, t.personId, t.sequence] }),
    foreignKey({
      columns: [t.partnershipId, t.seasonId, t.schoolId],
      foreignColumns: [bookings.partnershipId, bookings.seasonId, bookings.schoolId],
    }),
    foreignKey({
      columns: [t.partnershipId, t.personId],
      foreignColumns: [people.partnershipId, people.personId],
    }),
    index('invitations_to_mail').on(t.partnershipId, t.createdAt).where(sql`mailed_at is null`),
    index('invitations_by_person').on(t.partnershipId, t.personId),
    check('invitations_method_known', sql`${t.method} in ('request','cancel')`),
    check('invitations_part_known', sql`${t.part} in ('lead','reviewer','host')`),
    ownPartnership(),
  ],
);
