import { noticeKinds } from '@lateral/domain/notifications/kinds';
import { channels, topicKeys } from '@lateral/domain/notifications/topics';
import { sql } from 'drizzle-orm';
import { check, foreignKey, index, primaryKey } from 'drizzle-orm/pg-core';
import { ownPartnership, table } from './columns.ts';
import { people } from './people.ts';
import { schools } from './schools.ts';

const knownTopics = sql`('security','in-your-name','you','your-work','season','school','members','calendar','reminders','reviews')`;

/** One daily mail to a person: this row decides that there is no second, however many workers try. */
export const digests = table(
  'digests',
  (t) => ({
    partnershipId: t.uuid().notNull(),
    personId: t.uuid().notNull(),
    day: t.date({ mode: 'string' }).notNull(),
    /** The id that it has in the outbox. */
    mailId: t.uuid().notNull(),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.personId, t.day] }),
    foreignKey({
      columns: [t.partnershipId, t.personId],
      foreignColumns: [people.partnershipId, people.personId],
    }).onDelete('cascade'),
    index('digests_by_mail').on(t.partnershipId, t.mailId),
    ownPartnership(),
  ],
);

/** Something that a person is told of, written in the transaction that made it happen. Words are made from it when it is read. */
export const notifications = table(
  'notifications',
  (t) => ({
    partnershipId: t.uuid().notNull(),
    id: t.bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    personId: t.uuid().notNull(),
    topic: t.text({ enum: topicKeys }).notNull(),
    kind: t.text({ enum: noticeKinds }).notNull(),
    schoolId: t.uuid(),
    /** What its words need, and nothing else. */
    detail: t.jsonb().$type<Record<string, unknown>>().notNull(),
    at: t.timestamp({ withTimezone: true }).notNull(),
    readAt: t.timestamp({ withTimezone: true }),
    /** The day whose daily mail said it. */
    digestedOn: t.date({ mode: 'string' }),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    foreignKey({
      columns: [t.partnershipId, t.personId],
      foreignColumns: [people.partnershipId, people.personId],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.partnershipId, t.schoolId],
      foreignColumns: [schools.partnershipId, schools.id],
    }),
    foreignKey({
      columns: [t.partnershipId, t.personId, t.digestedOn],
      foreignColumns: [digests.partnershipId, digests.personId, digests.day],
    }),
    index('notifications_newest').on(t.partnershipId, t.personId, t.id),
    index('notifications_unread').on(t.partnershipId, t.personId, t.id).where(sql`read_at is null`),
    check('notifications_topic_known', sql`${t.topic} in ${knownTopics}`),
    ownPartnership(),
  ],
);

/** Where somebody wants a topic to reach them, when not where it usually does. */
export const notificationChoices = table(
  'notification_choices',
  (t) => ({
    partnershipId: t.uuid().notNull(),
    personId: t.uuid().notNull(),
    topic: t.text({ enum: topicKeys }).notNull(),
    channel: t.text({ enum: channels }).notNull(),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.personId, t.topic] }),
    foreignKey({
      columns: [t.partnershipId, t.personId],
      foreignColumns: [people.partnershipId, people.personId],
    }).onDelete('cascade'),
    check('notification_choices_topic_known', sql`${t.topic} in ${knownTopics}`),
    check('notification_choices_channel_known', sql`${t.channel} in ('screen','digest','off')`),
    check(
      'notification_choices_locked',
      sql`${t.channel} <> 'off' or ${t.topic} not in ('security','in-your-name','reviews')`,
    ),
    ownPartnership(),
  ],
);
