import type { Db } from '@lateral/db/client';
import {
  closedDays,
  digests,
  notificationChoices,
  notifications,
  people,
  roles,
  schools,
} from '@lateral/db/schema';
import { digestTopics, usuallyInDigest } from '@lateral/domain/notifications/digest';
import type { HeldRole } from '@lateral/domain/policy';
import { and, asc, eq, gte, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import { fullName, holdsOn } from '../roles-held.ts';

export const isClosedOn = async (db: Db, day: string) =>
  (await db.$count(closedDays, eq(closedDays.day, day))) > 0;

/** What people have not read and no daily mail has said yet, of the topics that they want in it; oldest first. */
export const listUntold = (db: Db, since: Date, upTo: Date) =>
  db
    .select({
      id: notifications.id,
      personId: notifications.personId,
      name: fullName,
      email: people.email,
      topic: notifications.topic,
      kind: notifications.kind,
      detail: notifications.detail,
      schoolId: notifications.schoolId,
      schoolName: schools.name,
    })
    .from(notifications)
    .innerJoin(people, eq(people.personId, notifications.personId))
    .leftJoin(schools, eq(schools.id, notifications.schoolId))
    .leftJoin(
      notificationChoices,
      and(
        eq(notificationChoices.personId, notifications.personId),
        eq(notificationChoices.topic, notifications.topic),
      ),
    )
    .where(
      and(
        isNull(notifications.readAt),
        isNull(notifications.digestedOn),
        gte(notifications.at, since),
        lt(notifications.at, upTo),
        or(
          eq(notificationChoices.channel, 'digest'),
          and(isNull(notificationChoices.channel), inArray(notifications.topic, usuallyInDigest)),
        ),
      ),
    )
    .orderBy(asc(notifications.id));
export type Untold = Awaited<ReturnType<typeof listUntold>>[number];

/** The roles that these people hold on a day. Whoever holds none is told nothing. */
export async function listRolesOf(db: Db, personIds: readonly string[], day: string) {
  const rows = await db
    .select({ personId: roles.personId, role: roles.role, schoolId: roles.schoolId })
    .from(roles)
    .where(and(inArray(roles.personId, [...personIds]), holdsOn(day)));
  return Map.groupBy(rows satisfies (HeldRole & { personId: string })[], ({ personId }) => personId);
}

/** Takes today's daily mail for these people. @returns those whose it is now: nobody else can take it a second time */
export async function takeDigests(db: Db, rows: (typeof digests.$inferInsert)[]) {
  if (rows.length === 0) return new Set<string>();
  const taken = await db
    .insert(digests)
    .values(rows)
    .onConflictDoNothing()
    .returning({ personId: digests.personId });
  return new Set(taken.map(({ personId }) => personId));
}

export const recordDigested = (db: Db, ids: readonly number[], day: string) =>
  db
    .update(notifications)
    .set({ digestedOn: day })
    .where(inArray(notifications.id, [...ids]));

/** Of the daily mail with this id in the outbox, how much is still unread; null when it is no daily mail. */
export async function countUnreadOfMail(db: Db, mailId: string): Promise<number | null> {
  const [row] = await db
    .select({ unread: sql<number>`count(*) filter (where ${notifications.readAt} is null)::int` })
    .from(digests)
    .innerJoin(
      notifications,
      and(eq(notifications.personId, digests.personId), eq(notifications.digestedOn, digests.day)),
    )
    .where(eq(digests.mailId, mailId))
    .groupBy(digests.day);
  return row?.unread ?? null;
}

export const isKnown = async (db: Db, personId: string) =>
  (await db.$count(people, eq(people.personId, personId))) > 0;

/** Takes every topic out of somebody's daily mail; what is switched off stays off. */
export const takeOutOfDigest = (db: Db, partnershipId: string, personId: string) =>
  db
    .insert(notificationChoices)
    .values(digestTopics.map((topic) => ({ partnershipId, personId, topic, channel: 'screen' as const })))
    .onConflictDoUpdate({
      target: [notificationChoices.partnershipId, notificationChoices.personId, notificationChoices.topic],
      set: { channel: 'screen' },
      setWhere: eq(notificationChoices.channel, 'digest'),
    });
