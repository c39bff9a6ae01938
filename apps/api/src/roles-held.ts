import type { Db } from '@lateral/db/client';
import { delegations, people, roles } from '@lateral/db/schema';
import type { SchoolRole } from '@lateral/domain/people/roles';
import { and, asc, eq, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm';

/** A dated role holds on a day that lies within it; both ends count, and an end that is not given is open. */
export const holdsOn = (day: string) =>
  and(or(isNull(roles.from), lte(roles.from, day)), or(isNull(roles.to), gte(roles.to, day)));

/** A person's name as people read it. */
export const fullName = sql<string>`concat_ws(' ', ${people.firstName}, ${people.lastName})`;

/** The roles that a person holds in the partnership on a day. */
export const listRolesHeld = (db: Db, personId: string, day: string) =>
  db
    .select({ role: roles.role, schoolId: roles.schoolId })
    .from(roles)
    .where(and(eq(roles.personId, personId), holdsOn(day)));

/** The heads who have lent this person their role, while they hold it themselves. */
export const listRolesLent = (db: Db, personId: string, day: string) =>
  db
    .select({ role: roles.role, schoolId: roles.schoolId, lentBy: delegations.principalId })
    .from(delegations)
    .innerJoin(
      roles,
      and(
        eq(roles.personId, delegations.principalId),
        eq(roles.schoolId, delegations.schoolId),
        eq(roles.role, 'headteacher'),
        holdsOn(day),
      ),
    )
    .where(
      and(eq(delegations.delegateId, personId), isNull(delegations.endedAt), gte(delegations.until, day)),
    );

/** Who holds one of these roles in a school on a day, by name. */
export const listHolders = (db: Db, schoolId: string, wanted: readonly SchoolRole[], day: string) =>
  db
    .select({
      personId: people.personId,
      role: roles.role,
      name: fullName,
      email: people.email,
    })
    .from(roles)
    .innerJoin(people, eq(people.personId, roles.personId))
    .where(and(eq(roles.schoolId, schoolId), inArray(roles.role, [...wanted]), holdsOn(day)))
    .orderBy(asc(people.lastName), asc(people.personId));
