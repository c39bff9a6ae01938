import type { Db } from '@lateral/db/client';
import { agreements, schools, signings } from '@lateral/db/schema';
import { eq, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';

/** Whose a signing is: what a school signed that turned out to be another counts for that one. */
const owner = sql<string>`coalesce(${schools.absorbedBy}, ${schools.id})`;
const isComplete = sql`${signings.state} = 'co-signed'`;
/** Waits for the chair, also when another version has come into force since; not when it was withdrawn. */
const isWaiting = sql`${signings.state} = 'signed' and ${agreements.state} = 'issued'`;
const newest = (column: PgColumn, which: SQL) =>
  sql`(array_agg(${column} order by ${agreements.number} desc, ${schools.id} <> ${owner}) filter (where ${which}))[1]`;

/** How far a signing is that can still be finished, as `stage` counts it. */
export const stages = ['opened', 'agreed', 'signed'] as const;

/**
 * How far schools are with signing, as a table to join: a row for each that has begun.
 * @param inForce the version that is signed today, or null
 */
export function signingFacts(db: Db, inForce: { id: string } | null) {
  const isOfForce = inForce ? eq(agreements.id, inForce.id) : sql`false`;
  return db
    .select({
      schoolId: owner.as('signing_school'),
      /** 1 opened, 2 agreed, 3 signed and waiting; null when nothing is begun that can be finished. */
      stage: sql<1 | 2 | 3 | null>`max(case when ${isWaiting} then 3
        when ${isOfForce} and ${signings.state} = 'agreed' then 2
        when ${isOfForce} and ${signings.state} = 'opened' then 1 end)`.as('stage'),
      waitsFor: sql<string | null>`${newest(signings.signedBy, isWaiting)}`.as('waits_for'),
      isSignedInForce: sql<boolean>`bool_or(${isOfForce} and ${isComplete})`.as('is_signed_in_force'),
      isHeadDone: sql<boolean>`bool_or(${isOfForce} and ${signings.state} in ('signed', 'co-signed'))`.as(
        'is_head_done',
      ),
      lastState: sql<string>`${newest(signings.state, sql`true`)}`.as('last_state'),
      number: sql<number | null>`max(${agreements.number}) filter (where ${isComplete})`.as('signed_number'),
      at: sql`${newest(signings.coSignedAt, isComplete)}`.mapWith(signings.coSignedAt).as('signed_at'),
      pledgedPence: sql<number | null>`${newest(signings.pledgedPence, isComplete)}`.as('pledged_pence'),
    })
    .from(signings)
    .innerJoin(agreements, eq(agreements.id, signings.agreementId))
    .innerJoin(schools, eq(schools.id, signings.schoolId))
    .groupBy(owner)
    .as('signing');
}
