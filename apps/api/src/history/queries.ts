import type { Db } from '@lateral/db/client';
import { events, people, schools } from '@lateral/db/schema';
import { and, desc, eq, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { fullName } from '../roles-held.ts';

const principals = alias(people, 'principals');
const principalName = sql<string>`concat_ws(' ', ${principals.firstName}, ${principals.lastName})`;

export type HistoryFilter = { q?: string | undefined; about?: 'partnership' | 'schools' | undefined };

function conditions({ q, about }: HistoryFilter): SQL | undefined {
  const text = q?.trim().toLowerCase();
  const has = (value: SQL) => sql`position(${text} in lower(${value})) > 0`;
  return and(
    about === 'partnership' ? isNull(events.schoolId) : undefined,
    about === 'schools' ? isNotNull(events.schoolId) : undefined,
    text
      ? or(has(sql`${schools.name}`), has(fullName), has(principalName), has(sql`${events.detail}::text`))
      : undefined,
  );
}

const selectHistory = (db: Db) =>
  db
    .select({
      id: events.id,
      at: events.at,
      kind: events.kind,
      detail: events.detail,
      seq: events.seq,
      who: fullName,
      onBehalfOf: principalName,
      schoolId: schools.id,
      schoolName: schools.name,
    })
    .from(events)
    .leftJoin(schools, eq(schools.id, events.schoolId))
    .leftJoin(people, eq(people.personId, events.personId))
    .leftJoin(principals, eq(principals.personId, events.onBehalfOf))
    .$dynamic();

/** What happened, newest first, one more than `limit`. */
export async function listHistory(db: Db, filter: HistoryFilter, before: number | null, limit: number) {
  const rows = await selectHistory(db)
    .where(and(conditions(filter), before === null ? undefined : lt(events.id, before)))
    .orderBy(desc(events.id))
    .limit(limit + 1);
  return rows.map(({ schoolId, schoolName, who, onBehalfOf, detail, ...row }) => ({
    ...row,
    detail: detail as Record<string, never>,
    who: who || null,
    onBehalfOf: onBehalfOf || null,
    school: schoolId && schoolName ? { id: schoolId, name: schoolName } : null,
  }));
}

export async function countHistory(db: Db, filter: HistoryFilter) {
  const counted = selectHistory(db).where(conditions(filter)).as('counted');
  const [row] = await db.select({ n: sql<number>`count(*)::int` }).from(counted);
  return row?.n ?? 0;
}

export const countWaiting = (db: Db) => db.$count(events, isNull(events.seq));
