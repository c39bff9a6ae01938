import type { Db } from '@lateral/db/client';
import { dueReminders, memberships, schools, signings } from '@lateral/db/schema';
import { addDays } from '@lateral/domain/calendars/weeks';
import { renewalDays } from '@lateral/domain/memberships/spans';
import { and, eq, gte, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm';
import { memberOn } from '../member-on.ts';

/** Members whose year ends soon and who have not renewed: whoever has, has a later last day. */
export const listToRenew = (db: Db, today: string) =>
  db
    .select({ schoolId: memberships.schoolId, due: sql<string>`${memberships.to}` })
    .from(memberships)
    .innerJoin(schools, eq(schools.id, memberships.schoolId))
    .where(
      and(
        eq(schools.isOpen, true),
        eq(memberships.endsWhy, 'term'),
        gte(memberships.to, today),
        lte(memberships.to, addDays(today, renewalDays)),
        lte(memberships.from, today),
      ),
    )
    .orderBy(memberships.schoolId);

/** Members whose head has not signed a version. */
export const listToConsent = (db: Db, agreementId: string, today: string) =>
  db
    .select({ schoolId: memberships.schoolId })
    .from(memberships)
    .innerJoin(schools, eq(schools.id, memberships.schoolId))
    .where(
      and(
        memberOn(today),
        isNull(schools.absorbedBy),
        eq(schools.isOpen, true),
        // Whoever leaves is not asked.
        or(isNull(memberships.endsWhy), eq(memberships.endsWhy, 'term')),
        sql`not exists (select 1 from ${signings} join schools s on s.partnership_id = ${signings.partnershipId} and s.id = ${signings.schoolId}
          where ${signings.agreementId} = ${agreementId} and ${signings.state} in ('signed','co-signed')
          and (s.id = ${schools.id} or s.absorbed_by = ${schools.id}))`,
      ),
    )
    .orderBy(memberships.schoolId);

/** Memberships that ended by themselves in the last days, and were not followed by another. */
export const listEnded = (db: Db, since: string, today: string) =>
  db
    .select({
      schoolId: memberships.schoolId,
      due: sql<string>`${memberships.to}`,
      endsWhy: memberships.endsWhy,
    })
    .from(memberships)
    .where(
      and(
        inArray(memberships.endsWhy, ['term', 'notice']),
        gte(memberships.to, since),
        lt(memberships.to, today),
        sql`not exists (select 1 from memberships o where o.partnership_id = ${memberships.partnershipId}
          and o.school_id = ${memberships.schoolId} and o.from_day > ${memberships.from})`,
      ),
    )
    .orderBy(memberships.schoolId);

/** Takes what is to be told. @returns those that nobody has told yet: no other worker has them */
export async function takeDue(db: Db, rows: readonly (typeof dueReminders.$inferInsert)[]) {
  const taken: { schoolId: string; due: string }[] = [];
  for (let i = 0; i < rows.length; i += 2000)
    taken.push(
      ...(await db
        .insert(dueReminders)
        .values(rows.slice(i, i + 2000))
        .onConflictDoNothing()
        .returning({ schoolId: dueReminders.schoolId, due: dueReminders.due })),
    );
  return taken;
}
