import type { Db } from '@lateral/db/client';
import { people, roles } from '@lateral/db/schema';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { fullName, holdsOn } from './roles-held.ts';

/** Who is told for a school: its heads, else its deputies, else its other leaders and its administrators. */
export async function listHosts(db: Db, schoolIds: readonly string[], day: string) {
  const order = ['headteacher', 'deputy', 'senior-leader', 'school-administrator'] as const;
  const rows = await db
    .selectDistinct({
      schoolId: sql<string>`${roles.schoolId}`,
      personId: people.personId,
      role: roles.role,
      name: fullName,
    })
    .from(roles)
    .innerJoin(people, eq(people.personId, roles.personId))
    .where(and(inArray(roles.schoolId, [...schoolIds]), inArray(roles.role, [...order]), holdsOn(day)))
    .orderBy(asc(people.personId));
  return new Map(
    [...Map.groupBy(rows, ({ schoolId }) => schoolId)].map(([schoolId, own]) => {
      const role = order.find((one) => own.some((row) => row.role === one));
      return [schoolId, own.filter((row) => row.role === role)];
    }),
  );
}
