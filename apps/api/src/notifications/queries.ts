import type { Db } from '@lateral/db/client';
import { notificationChoices, notifications, schools } from '@lateral/db/schema';
import type { Readable } from '@lateral/domain/notifications/kinds';
import type { Channel, Topic } from '@lateral/domain/notifications/topics';
import { and, desc, eq, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm';

/** A person, with what they may read today of what they were told. */
export type Reader = { personId: string; readable: Readable };

/** What is somebody's own and may be read by them today. */
const isReadableBy = ({ personId, readable: { everywhere, ofSchools } }: Reader) =>
  and(
    eq(notifications.personId, personId),
    or(
      inArray(notifications.kind, everywhere),
      and(
        inArray(notifications.kind, ofSchools.kinds),
        inArray(notifications.schoolId, [...ofSchools.schoolIds]),
      ),
    ),
  );
const isUnread = isNull(notifications.readAt);

type Filter = { show?: 'unread' | undefined };
const conditions = (reader: Reader, { show }: Filter) =>
  and(isReadableBy(reader), show === 'unread' ? isUnread : undefined);

/** What somebody was told, newest first, one more than `limit`. */
export async function listNotifications(
  db: Db,
  reader: Reader,
  filter: Filter,
  page: { before: number | null; limit: number },
) {
  const { before, limit } = page;
  const rows = await db
    .select({
      id: notifications.id,
      topic: notifications.topic,
      kind: notifications.kind,
      detail: notifications.detail,
      at: notifications.at,
      readAt: notifications.readAt,
      school: { id: schools.id, name: schools.name },
    })
    .from(notifications)
    .leftJoin(schools, eq(schools.id, notifications.schoolId))
    .where(and(conditions(reader, filter), before === null ? undefined : lt(notifications.id, before)))
    .orderBy(desc(notifications.id))
    .limit(limit + 1);
  return rows.map(({ detail, ...row }) => ({ ...row, detail: detail as Record<string, never> }));
}

export const countNotifications = (db: Db, reader: Reader, filter: Filter) =>
  db.$count(notifications, conditions(reader, filter));

/** How many are unread, counted no further than a badge can say. */
export async function countUnread(db: Db, reader: Reader) {
  const some = db
    .select({ one: sql`1`.as('one') })
    .from(notifications)
    .where(and(isReadableBy(reader), isUnread))
    .limit(100)
    .as('some');
  // Asked for at once, for a read in one round trip.
  const [row] = await db.select({ n: sql<number>`count(*)::int` }).from(some).execute();
  return row?.n ?? 0;
}

export async function hasNotification(db: Db, reader: Reader, id: number) {
  return (await db.$count(notifications, and(isReadableBy(reader), eq(notifications.id, id)))) > 0;
}

/** Marks as read what is not yet, one or all up to one: what was read before keeps its time. */
export const recordRead = (db: Db, reader: Reader, which: { id: number } | { upTo: number }, at: Date) =>
  db
    .update(notifications)
    .set({ readAt: at })
    .where(
      and(
        isReadableBy(reader),
        isUnread,
        'id' in which ? eq(notifications.id, which.id) : lte(notifications.id, which.upTo),
      ),
    );

export const listChosen = (db: Db, personId: string) =>
  db
    .select({ topic: notificationChoices.topic, channel: notificationChoices.channel })
    .from(notificationChoices)
    .where(eq(notificationChoices.personId, personId));

type Choice = { partnershipId: string; personId: string; topic: Topic; channel: Channel };
export const recordChoice = (db: Db, choice: Choice) =>
  db
    .insert(notificationChoices)
    .values(choice)
    .onConflictDoUpdate({
      target: [notificationChoices.partnershipId, notificationChoices.personId, notificationChoices.topic],
      set: { channel: choice.channel },
    });
