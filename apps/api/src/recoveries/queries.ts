import type { Db } from '@lateral/db/client';
import { people, recoveries, roles } from '@lateral/db/schema';
import type { Reach } from '@lateral/domain/policy';
import { and, desc, eq, exists, inArray, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { fullName, holdsOn } from '../roles-held.ts';

const askers = alias(people, 'askers');
const agreers = alias(people, 'agreers');
const nameOf = (person: typeof askers | typeof agreers) =>
  sql<string>`concat_ws(' ', ${person.firstName}, ${person.lastName})`;

const isOpen = inArray(recoveries.state, ['asked', 'agreed']);

/** Those of a school's people whom its head or chair may help; everybody for those with the whole partnership. */
const isWithin = (
  db: Db,
  reach: Reach,
  personId: typeof people.personId | typeof recoveries.personId,
  day: string,
) =>
  reach.scope === 'all'
    ? undefined
    : exists(
        db
          .select({ one: sql`1` })
          .from(roles)
          .where(
            and(eq(roles.personId, personId), inArray(roles.schoolId, [...reach.schoolIds]), holdsOn(day)),
          ),
      );

const selectRecoveries = (db: Db) =>
  db
    .select({
      id: recoveries.id,
      person: { personId: recoveries.personId, name: fullName },
      newEmail: recoveries.newEmail,
      reason: recoveries.reason,
      state: recoveries.state,
      askedBy: { personId: recoveries.askedBy, name: nameOf(askers) },
      askedAt: recoveries.askedAt,
      agreedBy: { personId: recoveries.agreedBy, name: nameOf(agreers) },
      dueAt: recoveries.dueAt,
      endedAt: recoveries.endedAt,
    })
    .from(recoveries)
    .innerJoin(people, eq(people.personId, recoveries.personId))
    .innerJoin(askers, eq(askers.personId, recoveries.askedBy))
    .leftJoin(agreers, eq(agreers.personId, recoveries.agreedBy))
    .$dynamic();

type Row = Awaited<ReturnType<typeof selectRecoveries>>[number];
const shown = ({ agreedBy, ...row }: Row) => ({
  ...row,
  agreedBy: agreedBy.personId ? { personId: agreedBy.personId, name: agreedBy.name } : null,
});

type Page = { after: (string | number | null)[] | null; limit: number };

export async function listRecoveries(db: Db, reach: Reach, day: string, { after, limit }: Page) {
  const at = sql`date_trunc('milliseconds', ${recoveries.askedAt})`;
  const beyond = after
    ? sql`(${at}, ${recoveries.id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
    : undefined;
  const rows = await selectRecoveries(db)
    .where(and(isWithin(db, reach, recoveries.personId, day), beyond))
    .orderBy(desc(at), desc(recoveries.id))
    .limit(limit + 1);
  return rows.map(shown);
}

export const countRecoveries = (db: Db, reach: Reach, day: string) =>
  db.$count(recoveries, isWithin(db, reach, recoveries.personId, day));

export async function findRecovery(db: Db, id: string) {
  const [row] = await selectRecoveries(db).where(eq(recoveries.id, id));
  return row ? shown(row) : null;
}

/** Holds a recovery that lies within somebody's reach; null when there is none. */
export async function lockRecovery(db: Db, id: string, reach: Reach, day: string) {
  const [row] = await db
    .select()
    .from(recoveries)
    .where(and(eq(recoveries.id, id), isWithin(db, reach, recoveries.personId, day)))
    .for('update');
  return row ?? null;
}

/** Holds a person who lies within somebody's reach; null when there is none. */
export async function lockPerson(db: Db, personId: string, reach: Reach, day: string) {
  const [row] = await db
    .select({ personId: people.personId, email: people.email })
    .from(people)
    .where(and(eq(people.personId, personId), isWithin(db, reach, people.personId, day)))
    .for('no key update');
  return row ?? null;
}

export const hasOpenRecovery = async (db: Db, personId: string) =>
  (await db.$count(recoveries, and(eq(recoveries.personId, personId), isOpen))) > 0;

/** Whether somebody else of this partnership has the address. Of other partnerships nobody is told. */
export const isAddressTaken = async (db: Db, email: string, exceptId: string) =>
  (await db.$count(people, and(eq(sql`lower(${people.email})`, email), ne(people.personId, exceptId)))) > 0;

export const recordRecovery = (db: Db, recovery: typeof recoveries.$inferInsert) =>
  db.insert(recoveries).values(recovery);

export const updateRecovery = (db: Db, id: string, change: Partial<typeof recoveries.$inferInsert>) =>
  db.update(recoveries).set(change).where(eq(recoveries.id, id));

/** Wakes a worker for a recovery, now or later, in the caller's transaction. */
export const wakeFor = (
  db: Db,
  task: 'tell-recovery' | 'finish-recovery',
  payload: { partnershipId: string; recoveryId: string },
  delaySeconds = 0,
) => db.execute(sql`select wake_worker(${task}, ${JSON.stringify(payload)}::json, ${delaySeconds})`);

export async function findByStopHash(db: Db, stopHash: string) {
  const [row] = await db
    .select({ id: recoveries.id })
    .from(recoveries)
    .where(eq(recoveries.stopHash, stopHash));
  return row?.id ?? null;
}
