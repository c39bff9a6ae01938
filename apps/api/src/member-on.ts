import type { Db } from '@lateral/db/client';
import { memberships, schools } from '@lateral/db/schema';
import { and, eq, gt, gte, isNull, lte, or, sql } from 'drizzle-orm';

/** Whether a membership holds on a day, as `holdsOn` of domain/memberships says it: both its days are included. */
export const memberOn = (day: string) =>
  and(lte(memberships.from, day), or(isNull(memberships.to), gte(memberships.to, day)));

/** Takes away what was put down for a later day: the school is a member sooner. The caller holds the school. */
export const removeLaterMemberships = (db: Db, schoolId: string, day: string) =>
  db.delete(memberships).where(and(eq(memberships.schoolId, schoolId), gt(memberships.from, day)));

/** The first day of the membership that a row of `schools` has on a day; null when it is not a member then. */
export const memberSince = (day: string) =>
  sql<string | null>`(select ${memberships.from}::text from ${memberships}
    where ${and(eq(memberships.partnershipId, schools.partnershipId), eq(memberships.schoolId, schools.id), memberOn(day))})`;
