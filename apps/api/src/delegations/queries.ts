import type { Db } from '@lateral/db/client';
import { delegations, people, roles, schools } from '@lateral/db/schema';
import { and, asc, eq, gte, inArray, isNull, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { fullName, holdsOn } from '../roles-held.ts';

const principals = alias(people, 'principals');
const delegates = alias(people, 'delegates');
const nameOf = (person: typeof principals | typeof delegates) =>
  sql<string>`concat_ws(' ', ${person.firstName}, ${person.lastName})`;

const isOpenOn = (day: string) => and(isNull(delegations.endedAt), gte(delegations.until, day));

const selectDelegations = (db: Db) =>
  db
    .select({
      id: delegations.id,
      schoolId: delegations.schoolId,
      schoolName: schools.name,
      principal: { personId: delegations.principalId, name: nameOf(principals) },
      delegate: { personId: delegations.delegateId, name: nameOf(delegates) },
      until: delegations.until,
      createdAt: delegations.createdAt,
    })
    .from(delegations)
    .innerJoin(schools, eq(schools.id, delegations.schoolId))
    .innerJoin(principals, eq(principals.personId, delegations.principalId))
    .innerJoin(delegates, eq(delegates.personId, delegations.delegateId))
    .$dynamic();

export const listDelegations = (db: Db, schoolIds: readonly string[], day: string) =>
  selectDelegations(db)
    .where(and(inArray(delegations.schoolId, [...schoolIds]), isOpenOn(day)))
    .orderBy(asc(delegations.createdAt));

export async function findDelegation(db: Db, id: string) {
  const [row] = await selectDelegations(db).where(eq(delegations.id, id));
  return row ?? null;
}

/** Those with a role in these schools, but for their head. */
export const listCandidates = (db: Db, schoolIds: readonly string[], headId: string, day: string) =>
  db
    .selectDistinct({
      schoolId: schools.id,
      schoolName: schools.name,
      personId: people.personId,
      name: fullName,
    })
    .from(roles)
    .innerJoin(people, eq(people.personId, roles.personId))
    .innerJoin(schools, eq(schools.id, roles.schoolId))
    .where(and(inArray(roles.schoolId, [...schoolIds]), holdsOn(day), ne(roles.personId, headId)))
    .orderBy(asc(schools.name), asc(fullName));

/** Whether somebody holds a role (or one role) in a school on a day. */
export const holdsIn = async (
  db: Db,
  { personId, schoolId, role }: { personId: string; schoolId: string; role?: 'headteacher' },
  day: string,
) =>
  (await db.$count(
    roles,
    and(
      eq(roles.personId, personId),
      eq(roles.schoolId, schoolId),
      role ? eq(roles.role, role) : undefined,
      holdsOn(day),
    ),
  )) > 0;

/** Holds the school, so that two cannot lend the same at once; null when there is none. */
export async function lockSchool(db: Db, id: string) {
  const [row] = await db
    .select({ id: schools.id, name: schools.name })
    .from(schools)
    .where(and(eq(schools.id, id), isNull(schools.absorbedBy)))
    .for('no key update');
  return row ?? null;
}

type Pair = { schoolId: string; principalId: string; delegateId: string };

/** Ends what has run out, so that it can be lent again; says whether something still holds. */
export async function isLent(db: Db, { schoolId, principalId, delegateId }: Pair, day: string, now: Date) {
  const these = and(
    eq(delegations.schoolId, schoolId),
    eq(delegations.principalId, principalId),
    eq(delegations.delegateId, delegateId),
    isNull(delegations.endedAt),
  );
  await db
    .update(delegations)
    .set({ endedAt: now })
    .where(and(these, sql`${delegations.until} < ${day}`));
  return (await db.$count(delegations, these)) > 0;
}

export async function recordDelegation(db: Db, delegation: Omit<typeof delegations.$inferInsert, 'id'>) {
  const id = crypto.randomUUID();
  await db.insert(delegations).values({ id, ...delegation });
  return id;
}

/** Ends a delegation of this head; null when there is none. */
export async function recordDelegationEnded(db: Db, id: string, principalId: string, at: Date) {
  const [row] = await db
    .update(delegations)
    .set({ endedAt: at })
    .where(and(eq(delegations.id, id), eq(delegations.principalId, principalId), isNull(delegations.endedAt)))
    .returning();
  return row ?? null;
}
