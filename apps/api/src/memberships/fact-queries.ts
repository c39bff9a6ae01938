import type { Db } from '@lateral/db/client';
import { memberships, reminderBatches, reminders } from '@lateral/db/schema';
import { and, desc, eq, isNull, ne, sql } from 'drizzle-orm';
import { memberOn } from '../member-on.ts';
import type { VersionInForce } from '../version-in-force.ts';

/** The membership of each school that holds on a day, else its last (or next), as a table to join. */
export function heldFacts(db: Db, day: string) {
  const holds = sql<boolean>`${memberOn(day)}`;
  return db
    .selectDistinctOn([memberships.schoolId], {
      schoolId: memberships.schoolId,
      from: memberships.from,
      to: memberships.to,
      endsWhy: memberships.endsWhy,
      urn: sql<number | null>`${memberships.urn}`.as('member_urn'),
      holds: holds.as('holds'),
    })
    .from(memberships)
    .orderBy(memberships.schoolId, desc(holds), desc(memberships.from))
    .as('held');
}

/** When each school was last written to, and whether it has been asked since the version in force was issued. */
export function askedFacts(db: Db, inForce: VersionInForce) {
  const isAsking = sql`${reminderBatches.kind} in ('join', 'consent')`;
  const since = inForce?.issuedAt
    ? sql`and ${reminderBatches.madeAt} >= ${inForce.issuedAt.toISOString()}`
    : sql``;
  return db
    .select({
      schoolId: reminders.schoolId,
      lastAt: sql`max(${reminderBatches.madeAt})`.as('last_at'),
      wasAsked: sql<boolean>`bool_or(${isAsking} ${since})`.as('was_asked'),
    })
    .from(reminders)
    .innerJoin(reminderBatches, eq(reminderBatches.id, reminders.batchId))
    .where(and(isNull(reminders.droppedWhy), ne(reminderBatches.state, 'undone')))
    .groupBy(reminders.schoolId)
    .as('asked');
}
