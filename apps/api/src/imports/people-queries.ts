import type { Db } from '@lateral/db/client';
import { establishments, people, roles, schools } from '@lateral/db/schema';
import { isSchoolRole } from '@lateral/domain/people/roles';
import type { PersonRow } from '@lateral/domain/people-files/person-row';
import { and, eq, inArray, sql } from 'drizzle-orm';

/** The school of every URN that it has or has had. */
export async function listSchoolsByUrn(db: Db) {
  const rows = await db
    .select({ urn: establishments.urn, schoolId: schools.id, name: schools.name })
    .from(establishments)
    .innerJoin(schools, eq(schools.id, establishments.schoolId));
  return new Map(rows.map(({ urn, ...school }) => [urn, school]));
}

/** Every role in a school, as a people file would state it under the school's present URN. */
export async function listKnownPeople(db: Db): Promise<PersonRow[]> {
  const rows = await db
    .select({
      urn: schools.urn,
      role: roles.role,
      title: people.title,
      firstName: people.firstName,
      lastName: people.lastName,
      email: people.email,
      from: roles.from,
      to: roles.to,
      trainedOn: people.trainedOn,
      canLead: people.canLead,
    })
    .from(roles)
    .innerJoin(people, eq(people.personId, roles.personId))
    .innerJoin(schools, eq(schools.id, roles.schoolId));
  return rows.flatMap(({ role, ...row }) => (isSchoolRole(role) ? [{ ...row, role }] : []));
}

/** The global ids of these addresses, made where new; never told which were. */
export async function namePersons(db: Db, emails: readonly string[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (let i = 0; i < emails.length; i += 1000) {
    const some = [...emails.slice(i, i + 1000)];
    const { rows } = await db.execute<{ email: string; id: string }>(
      sql`select e as email, person_id_for(e) as id from unnest(${sql.param(some)}::text[]) e`,
    );
    for (const { email, id } of rows) ids.set(email, id);
  }
  return ids;
}

/** What we know of these people, as far as a file may be silent about it. */
export const listPeopleNow = (db: Db, personIds: readonly string[]) =>
  db
    .select({
      personId: people.personId,
      title: people.title,
      trainedOn: people.trainedOn,
      canLead: people.canLead,
    })
    .from(people)
    .where(inArray(people.personId, [...personIds]));

type NewPerson = typeof people.$inferInsert;
type NewRole = typeof roles.$inferInsert;

export async function recordPeople(db: Db, rows: readonly NewPerson[]) {
  for (let i = 0; i < rows.length; i += 1000) {
    await db
      .insert(people)
      .values(rows.slice(i, i + 1000))
      .onConflictDoUpdate({
        target: [people.partnershipId, people.personId],
        set: {
          title: sql`excluded.title`,
          firstName: sql`excluded.first_name`,
          lastName: sql`excluded.last_name`,
          trainedOn: sql`excluded.trained_on`,
          canLead: sql`excluded.can_lead`,
        },
      });
  }
}

export async function recordRoles(db: Db, rows: readonly NewRole[]) {
  for (let i = 0; i < rows.length; i += 1000) {
    await db
      .insert(roles)
      .values(rows.slice(i, i + 1000))
      .onConflictDoNothing();
  }
}

type Term = { personId: string; schoolId: string; role: NewRole['role']; began: string | null };

/** Changes the dates of one term of a role: the one that began on `began`. */
export const updateRole = (
  db: Db,
  { personId, schoolId, role, began }: Term,
  dates: { from: string | null; to: string | null },
) =>
  db
    .update(roles)
    .set(dates)
    .where(
      and(
        eq(roles.personId, personId),
        eq(roles.schoolId, schoolId),
        eq(roles.role, role),
        sql`${roles.from} is not distinct from ${began}::date`,
      ),
    );
