import { batchStates, reminderKinds } from '@lateral/domain/reminders/reminders';
import { sql } from 'drizzle-orm';
import { check, foreignKey, index, primaryKey } from 'drizzle-orm/pg-core';
import { ownPartnership, table } from './columns.ts';
import { partnerships } from './partnerships.ts';
import { people } from './people.ts';
import { schools } from './schools.ts';

/** Reminders that are sent together, and until then can be undone together: this row decides which of the two it was. */
export const reminderBatches = table(
  'reminder_batches',
  (t) => ({
    partnershipId: t
      .uuid()
      .notNull()
      .references(() => partnerships.id),
    /** Chosen by whoever sends, so that sending again is known for the same. */
    id: t.uuid().notNull(),
    kind: t.text({ enum: reminderKinds }).notNull(),
    /** The sender's own line in every mail. */
    note: t.text(),
    /** A hash of all that was asked for. */
    asked: t.text().notNull(),
    madeBy: t.uuid().notNull(),
    madeAt: t.timestamp({ withTimezone: true }).notNull(),
    /** By the database's clock, which every server shares. */
    holdUntil: t.timestamp({ withTimezone: true }).notNull(),
    state: t.text({ enum: batchStates }).notNull().default('held'),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    foreignKey({
      columns: [t.partnershipId, t.madeBy],
      foreignColumns: [people.partnershipId, people.personId],
    }),
    check(
      'reminder_batches_kind_known',
      sql`${t.kind} in ('join','consent','co-sign','renew','offer','train','answer')`,
    ),
    check('reminder_batches_state_known', sql`${t.state} in ('held','undone','sent')`),
    ownPartnership(),
  ],
);

/** One person reminded for one school. A person with several schools gets one mail for all of them. */
export const reminders = table(
  'reminders',
  (t) => ({
    partnershipId: t.uuid().notNull(),
    batchId: t.uuid().notNull(),
    personId: t.uuid().notNull(),
    schoolId: t.uuid().notNull(),
    /** The id that its mail has in the outbox, once it is there. */
    mailId: t.uuid().notNull(),
    /** Why it was not sent after all: they had acted in the meantime. */
    droppedWhy: t.text(),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.batchId, t.personId, t.schoolId] }),
    foreignKey({
      columns: [t.partnershipId, t.batchId],
      foreignColumns: [reminderBatches.partnershipId, reminderBatches.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.partnershipId, t.personId],
      foreignColumns: [people.partnershipId, people.personId],
    }),
    foreignKey({
      columns: [t.partnershipId, t.schoolId],
      foreignColumns: [schools.partnershipId, schools.id],
    }),
    index('reminders_by_person').on(t.partnershipId, t.personId),
    index('reminders_by_mail').on(t.partnershipId, t.mailId),
    ownPartnership(),
  ],
);
