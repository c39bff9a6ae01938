import type { Db } from '@lateral/db/client';
import { groups, people, schools } from '@lateral/db/schema';
import { inArray } from 'drizzle-orm';

/** Names of schools, those out of the lists too. */
export async function nameSchools(db: Db, ids: readonly string[]) {
  const rows = await db
    .select({ id: schools.id, name: schools.name })
    .from(schools)
    .where(inArray(schools.id, [...ids]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export async function namePeople(db: Db, ids: readonly string[]) {
  const rows = await db
    .select({ id: people.personId, first: people.firstName, last: people.lastName })
    .from(people)
    .where(inArray(people.personId, [...ids]));
  return new Map(rows.map(({ id, first, last }) => [id, `${first} ${last}`]));
}

export async function nameGroups(db: Db, uids: readonly string[]) {
  const rows = await db
    .select({ uid: groups.uid, name: groups.name })
    .from(groups)
    .where(inArray(groups.uid, uids.map(Number)));
  return new Map(rows.map(({ uid, name }) => [String(uid), name]));
}
