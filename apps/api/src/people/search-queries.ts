import type { Db } from '@lateral/db/client';
import { people, roles, schools } from '@lateral/db/schema';
import type { Reach } from '@lateral/domain/policy';
import { plainText } from '@lateral/domain/schools/search-words';
import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { fullName, holdsOn } from '../roles-held.ts';

/** How alike a word must be to one of somebody's name to be taken for it misspelt, from 0 to 1. */
const likeness = 0.45;
const mostWords = 6;
const name = sql`translate(lower(${people.firstName} || ' ' || ${people.lastName}), '''’.', '')`;

/**
 * People with a role on the day whose name or address holds every word that was typed; when there are none, those
 * whose name is nearly so. Each once, with one of the roles that the caller may see.
 */
export async function findPeopleLike(db: Db, reach: Reach, q: string, day: string, limit: number) {
  const words = plainText(q).split(/\s+/).filter(Boolean).slice(0, mostWords);
  if (words.length === 0) return [];
  const holds = words.map(
    (word) => sql`position(${` ${word}`} in ' ' || ${name} || ' ' || ${people.email}) > 0`,
  );
  const found = await listWhere(db, reach, day, limit, and(...holds), sql`0`);
  if (found.length > 0) return found;
  const alike = words.map((word) => sql`word_similarity(${word}, ${name})`);
  const isAlike = alike.map((score) => sql`${score} > ${likeness}::real`);
  return listWhere(db, reach, day, limit, and(...isAlike), sql.join(alike, sql` + `));
}

function listWhere(db: Db, reach: Reach, day: string, limit: number, isFound: SQL | undefined, score: SQL) {
  const once = db
    .selectDistinctOn([people.personId], {
      personId: people.personId,
      name: fullName.as('full_name'),
      lastName: people.lastName,
      role: roles.role,
      schoolName: sql<string | null>`${schools.name}`.as('school_name'),
      score: sql<number>`${score}`.as('score'),
    })
    .from(people)
    .innerJoin(roles, eq(roles.personId, people.personId))
    .leftJoin(schools, eq(schools.id, roles.schoolId))
    .where(
      and(
        holdsOn(day),
        reach.scope === 'own' ? inArray(roles.schoolId, [...reach.schoolIds]) : undefined,
        isFound,
      ),
    )
    .orderBy(asc(people.personId), asc(roles.role), asc(schools.name))
    .as('once');
  return db
    .select({ personId: once.personId, name: once.name, role: once.role, schoolName: once.schoolName })
    .from(once)
    .orderBy(desc(once.score), asc(once.lastName), asc(once.personId))
    .limit(limit);
}
