import { halves, trainingKinds } from '@lateral/domain/training/kinds';
import { sql } from 'drizzle-orm';
import { check, foreignKey, index, primaryKey } from 'drizzle-orm/pg-core';
import { ownPartnership, table } from './columns.ts';
import { partnerships } from './partnerships.ts';
import { people } from './people.ts';

/** A half-day of training for reviewers, or for those who are to lead. */
export const trainingSessions = table(
  'training_sessions',
  (t) => ({
    partnershipId: t
      .uuid()
      .notNull()
      .references(() => partnerships.id),
    id: t.uuid().notNull().defaultRandom(),
    kind: t.text({ enum: trainingKinds }).notNull(),
    day: t.date({ mode: 'string' }).notNull(),
    half: t.text({ enum: halves }).notNull(),
    /** By London's clock, '09:30'. */
    startsAt: t.text().notNull(),
    endsAt: t.text().notNull(),
    place: t.text().notNull(),
    places: t.integer().notNull(),
    /** How often it has changed: sessions are edited by several people, and calendar programs must move what they have. */
    version: t.integer().notNull().default(1),
    calledOffAt: t.timestamp({ withTimezone: true }),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    index('training_sessions_by_day').on(t.partnershipId, t.day, t.id),
    check('training_sessions_kind_known', sql`${t.kind} in ('reviewer','lead')`),
    check('training_sessions_half_known', sql`${t.half} in ('morning','afternoon')`),
    check('training_sessions_places', sql`${t.places} between 1 and 500`),
    check(
      'training_sessions_times',
      sql`${t.startsAt} ~ '^[0-2][0-9]:[0-5][0-9]$' and ${t.endsAt} ~ '^[0-2][0-9]:[0-5][0-9]$' and ${t.startsAt} < ${t.endsAt}`,
    ),
    ownPartnership(),
  ],
);

/** A booked place, and whether its person came; null until somebody has said. */
export const trainingPlaces = table(
  'training_places',
  (t) => ({
    partnershipId: t.uuid().notNull(),
    sessionId: t.uuid().notNull(),
    personId: t.uuid().notNull(),
    bookedAt: t.timestamp({ withTimezone: true }).notNull(),
    bookedBy: t.uuid().notNull(),
    attended: t.boolean(),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.sessionId, t.personId] }),
    foreignKey({
      columns: [t.partnershipId, t.sessionId],
      foreignColumns: [trainingSessions.partnershipId, trainingSessions.id],
    }),
    foreignKey({
      columns: [t.partnershipId, t.personId],
      foreignColumns: [people.partnershipId, people.personId],
    }),
    index('training_places_by_person').on(t.partnershipId, t.personId),
    ownPartnership(),
  ],
);
