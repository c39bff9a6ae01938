import type { Db } from '@lateral/db/client';
import {
  delegations,
  establishmentLinks,
  establishments,
  partnerships,
  reviews,
  roles,
  schools,
  unplacedSchools,
} from '@lateral/db/schema';
import { and, eq, isNull, sql } from 'drizzle-orm';

/**
 * Holds the partnership, so that its register changes for one import at a time. Rows that point to it (a session, a
 * job) are not kept waiting: its key does not change.
 */
export async function lockPartnership(db: Db) {
  const [row] = await db.select().from(partnerships).for('no key update');
  if (!row) throw new Error('no partnership in scope');
  return row;
}

export async function findSettings(db: Db) {
  const [row] = await db
    .select({ laCode: partnerships.laCode, stateFundedTypes: partnerships.stateFundedTypes })
    .from(partnerships);
  if (!row) throw new Error('no partnership in scope');
  return row;
}

/** Every legal record that we hold. */
export const listKnown = (db: Db) =>
  db
    .select({
      urn: establishments.urn,
      schoolId: establishments.schoolId,
      facts: establishments.facts,
      everOpen: establishments.everOpen,
      followedBy: establishments.followedBy,
    })
    .from(establishments);

export const listKnownLinks = (db: Db) => db.select().from(establishmentLinks);

/** How each school was settled, by the URN of its current record. */
export const listSettlements = (db: Db) =>
  db
    .select({ urn: schools.urn, settlement: schools.settlement })
    .from(schools)
    .where(isNull(schools.absorbedBy));

export type NewSchool = typeof schools.$inferInsert;
export type NewRecord = typeof establishments.$inferInsert;
const atOnce = 1000;

export async function recordSchools(db: Db, rows: readonly NewSchool[]) {
  for (let i = 0; i < rows.length; i += atOnce) await db.insert(schools).values(rows.slice(i, i + atOnce));
}

/** Updates a school's facts; its id and partnership stay. */
export const updateSchool = (db: Db, id: string, { partnershipId: _p, id: _i, ...facts }: NewSchool) =>
  db.update(schools).set(facts).where(eq(schools.id, id));

/** Writes records as they now stand, new or known. */
export async function recordRecords(db: Db, rows: readonly NewRecord[]) {
  for (let i = 0; i < rows.length; i += atOnce) {
    await db
      .insert(establishments)
      .values(rows.slice(i, i + atOnce))
      .onConflictDoUpdate({
        target: [establishments.partnershipId, establishments.urn],
        set: {
          schoolId: sql`excluded.school_id`,
          facts: sql`excluded.facts`,
          sourceFile: sql`excluded.source_file`,
          sourceDate: sql`excluded.source_date`,
          everOpen: sql`excluded.ever_open`,
          followedBy: sql`excluded.followed_by`,
        },
      });
  }
}

export async function recordLinks(db: Db, rows: readonly (typeof establishmentLinks.$inferInsert)[]) {
  for (let i = 0; i < rows.length; i += atOnce) {
    await db
      .insert(establishmentLinks)
      .values(rows.slice(i, i + atOnce))
      .onConflictDoNothing();
  }
}

/**
 * Makes `from` a part of the school `into`, which it turned out to be: everything that hangs on it moves over,
 * and its row stays behind, out of every list, for the timeline.
 */
export async function absorbSchool(db: Db, from: string, into: string) {
  await db
    .update(schools)
    .set({ absorbedBy: into, counted: false, settlement: 'not-counted' })
    .where(eq(schools.id, from));
  await db.update(schools).set({ absorbedBy: into }).where(eq(schools.absorbedBy, from));
  await db.update(establishments).set({ schoolId: into }).where(eq(establishments.schoolId, from));
  await db.delete(roles).where(and(eq(roles.schoolId, from), alreadyHeld(into)));
  await db.update(roles).set({ schoolId: into }).where(eq(roles.schoolId, from));
  await joinMemberships(db, from, into);
  await moveUnlessThere(
    db,
    'memberships',
    from,
    into,
    "daterange(m.from_day, m.to_day, '[]') && daterange(o.from_day, o.to_day, '[]')",
  );
  // Where both were in a cluster of one kind, the school stays in its own.
  const sameKind =
    '(select kind from clusters where partnership_id = m.partnership_id and id = m.cluster_id) = (select kind from clusters where partnership_id = o.partnership_id and id = o.cluster_id)';
  await moveUnlessThere(db, 'cluster_schools', from, into, sameKind);
  await moveUnlessThere(db, 'school_days', from, into, 'm.day = o.day');
  // What the school has said of itself stands; what was said of the part goes over when it has said nothing.
  await moveUnlessThere(db, 'school_details', from, into, 'true');
  await db.update(delegations).set({ schoolId: into }).where(eq(delegations.schoolId, from));
  // A draft season is planned again; a review of a school that never was goes.
  await db.delete(reviews).where(eq(reviews.schoolId, from));
  await db.delete(unplacedSchools).where(eq(unplacedSchools.schoolId, from));
}

const alreadyHeld = (into: string) =>
  sql`exists (select 1 from roles o where o.partnership_id = ${roles.partnershipId} and o.school_id = ${into} and o.person_id = ${roles.personId} and o.role = ${roles.role} and o.from_day is not distinct from ${roles.from})`;

/**
 * Where both were members at once, the membership of the school goes on as long as either would have: it has joined as
 * the record that it goes on as, so there is nothing to settle.
 */
const joinMemberships = (db: Db, from: string, into: string) =>
  db.execute(sql`update memberships o set urn = m.urn,
      to_day = case when o.to_day is null or m.to_day is null then null else greatest(o.to_day, m.to_day) end,
      ends_why = case when o.to_day is null or m.to_day is null then null when m.to_day > o.to_day then m.ends_why else o.ends_why end
    from memberships m where m.partnership_id = o.partnership_id and m.school_id = ${from} and o.school_id = ${into}
      and daterange(m.from_day, m.to_day, '[]') && daterange(o.from_day, o.to_day, '[]')`);

async function moveUnlessThere(
  db: Db,
  table: 'memberships' | 'cluster_schools' | 'school_days' | 'school_details',
  from: string,
  into: string,
  same: string,
) {
  const name = sql.identifier(table);
  await db.execute(
    sql`delete from ${name} m using ${name} o where m.partnership_id = o.partnership_id and m.school_id = ${from} and o.school_id = ${into} and (${sql.raw(same)})`,
  );
  await db.execute(sql`update ${name} set school_id = ${into} where school_id = ${from}`);
}

/** Schools as they stand, for what the broker has said about them. */
export const listCurrentSchools = (db: Db) =>
  db
    .select({ id: schools.id, urn: schools.urn, settlement: schools.settlement, phases: schools.phases })
    .from(schools)
    .where(isNull(schools.absorbedBy));
