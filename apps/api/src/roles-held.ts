import type { Db } from '@lateral/db/client';
import { roles } from '@lateral/db/schema';
import { and, eq, gte, isNull, lte, or } from 'drizzle-orm';

/** The roles that a person holds in the partnership on a day. */
export const listRolesHeld = (db: Db, personId: string, day: string) =>
  db
    .select({ role: roles.role, schoolId: roles.schoolId })
    .from(roles)
    .where(
      and(
        eq(roles.personId, personId),
        or(isNull(roles.from), lte(roles.from, day)),
        or(isNull(roles.to), gte(roles.to, day)),
      ),
    );
