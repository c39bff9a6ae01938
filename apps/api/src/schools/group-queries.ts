import type { School } from '@lateral/contract/schools';
import type { Db } from '@lateral/db/client';
import { groups } from '@lateral/db/schema';
import type { GroupKind } from '@lateral/domain/groups/groups';
import { asc, eq, type SQL, sql } from 'drizzle-orm';

/** Whether a school, by its present record, is in this group now. */
export const isInGroup = (uid: number) =>
  sql`exists (select 1 from group_members gm where gm.partnership_id = schools.partnership_id and gm.urn = schools.urn and gm.left_on is null and gm.uid = ${uid})`;

const schoolsIn = (uid: SQL) =>
  sql<number>`(select count(*)::int from group_members gm join schools s on s.partnership_id = gm.partnership_id and s.urn = gm.urn where gm.uid = ${uid} and gm.left_on is null and s.absorbed_by is null and s.is_open)`;

/** Every group that is open, by name. */
export const listGroups = (db: Db) =>
  db
    .select({
      uid: groups.uid,
      name: groups.name,
      kind: groups.kind,
      schools: schoolsIn(sql`groups.uid`),
    })
    .from(groups)
    .where(eq(groups.isOpen, true))
    .orderBy(asc(groups.name), asc(groups.uid));

type Row = {
  uid: number;
  name: string;
  kind: GroupKind;
  joined: string | null;
  left: string | null;
  shared: boolean;
  schools: number;
};

/** Groups that a school is or was in under any of its records, those that it is in first. */
export async function listGroupsOf(db: Db, urns: readonly number[]): Promise<School['groups']> {
  const { rows } = await db.execute<Row>(
    sql`select g.uid, g.name, g.kind, m.joined_on::text as joined, m.left_on::text as left, m.has_shared_head as shared, ${schoolsIn(sql`g.uid`)} as schools
      from group_members m join groups g on g.partnership_id = m.partnership_id and g.uid = m.uid
      where m.urn = any(${sql.param([...urns])}::int[]) order by m.left_on is not null, g.kind, g.name`,
  );
  return rows.map(({ joined, left, shared, ...group }) => ({
    ...group,
    joinedOn: joined,
    leftOn: left,
    hasSharedHead: shared,
  }));
}

/** Heads of a school today who lead other schools too. */
export async function listSharedHeads(
  db: Db,
  schoolId: string,
  today: string,
): Promise<School['sharedHeads']> {
  const { rows } = await db.execute<School['sharedHeads'][number]>(
    sql`select concat_ws(' ', p.first_name, p.last_name) as name, json_agg(json_build_object('id', s.id, 'name', s.name) order by s.name) as schools
      from roles own join roles other on other.partnership_id = own.partnership_id and other.person_id = own.person_id and other.school_id <> own.school_id
      join people p on p.partnership_id = own.partnership_id and p.person_id = own.person_id
      join schools s on s.partnership_id = other.partnership_id and s.id = other.school_id
      where own.school_id = ${schoolId} and own.role = 'headteacher' and other.role = 'headteacher' and s.absorbed_by is null
        and coalesce(own.from_day, '-infinity') <= ${today}::date and coalesce(own.to_day, 'infinity') >= ${today}::date
        and coalesce(other.from_day, '-infinity') <= ${today}::date and coalesce(other.to_day, 'infinity') >= ${today}::date
      group by p.person_id, 1 order by 1`,
  );
  return rows;
}
