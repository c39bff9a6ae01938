import type { Db } from '@lateral/db/client';
import { clusters, schools } from '@lateral/db/schema';
import type { Reach } from '@lateral/domain/policy';
import { plainText } from '@lateral/domain/schools/search-words';
import { and, asc, desc, inArray, isNull, sql } from 'drizzle-orm';
import { readSearch, searchIn } from '../search-words.ts';

/**
 * The schools most like what was typed: the exact name first, then names that begin with it, then by likeness;
 * open schools before closed ones. Reads every school of the partnership (see docs/decisions/011).
 */
export async function findSchoolsLike(db: Db, reach: Reach, q: string, limit: number) {
  const words = await readSearch(db, q);
  const like = searchIn(sql`${schools.searched}`, words);
  if (!like) return [];
  const typed = plainText(q.trim());
  // `searched` begins with the name, so that it need not be put in small letters again for every row.
  const name = sql`left(${schools.searched}, length(${schools.name}))`;
  const isExact = sql`lower(${schools.name}) = lower(${q.trim()})`;
  const nearness = sql`case when starts_with(${schools.searched}, ${typed}) then case when ${isExact} then 3 else 2 end when ${schools.urn}::text = ${typed} then 3 else 0 end`;
  const rank = sql`${nearness} + ${like.score} + 0.5 * (${searchIn(name, words)?.score}) + case when ${schools.isOpen} then 0.3 else 0 end`;
  return db
    .select({ id: schools.id, name: schools.name, town: schools.town, isOpen: schools.isOpen })
    .from(schools)
    .where(
      and(
        reach.scope === 'own' ? inArray(schools.id, [...reach.schoolIds]) : undefined,
        isNull(schools.absorbedBy),
        like.isFound,
      ),
    )
    .orderBy(desc(rank), asc(schools.name), asc(schools.id))
    .limit(limit);
}

/** Clusters in whose name every word that was typed begins a word. */
export function findClustersLike(db: Db, q: string, limit: number) {
  const words = plainText(q).split(/\s+/).filter(Boolean);
  return db
    .select({ id: clusters.id, name: clusters.name })
    .from(clusters)
    .where(
      words.length === 0
        ? sql`false`
        : and(...words.map((word) => sql`position(${` ${word}`} in ' ' || lower(${clusters.name})) > 0`)),
    )
    .orderBy(asc(clusters.name))
    .limit(limit);
}
