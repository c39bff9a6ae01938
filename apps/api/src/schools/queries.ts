import type { SchoolRow } from '@lateral/contract/schools';
import type { Db } from '@lateral/db/client';
import { clusterSchools, memberships, schools } from '@lateral/db/schema';
import type { Reach } from '@lateral/domain/policy';
import { and, asc, desc, eq, exists, inArray, isNull, notExists, type SQL, sql } from 'drizzle-orm';
import { memberOn, memberSince } from '../member-on.ts';
import { readSearch, type SearchWord, searchIn } from '../search-words.ts';
import { isInGroup } from './group-queries.ts';

export type SchoolFilter = {
  /** The day on which a school is a member or not. */
  day: string;
  q?: string | undefined;
  show?: 'counted' | 'unsettled' | 'not-counted' | 'closed' | 'all' | undefined;
  phase?: 'primary' | 'secondary' | 'special' | undefined;
  cluster?: string | undefined;
  group?: number | undefined;
  member?: 'yes' | 'no' | undefined;
  sort?: 'name' | '-name' | 'town' | 'pupils' | '-pupils' | 'urn' | undefined;
};

const sorts = {
  name: { by: sql`lower(${schools.name})`, way: asc },
  '-name': { by: sql`lower(${schools.name})`, way: desc },
  town: { by: sql`lower(coalesce(${schools.town}, ''))`, way: asc },
  pupils: { by: sql`coalesce(${schools.pupils}, 0)`, way: asc },
  '-pupils': { by: sql`coalesce(${schools.pupils}, 0)`, way: desc },
  urn: { by: sql`${schools.urn}`, way: asc },
} as const;

const shown: Record<NonNullable<SchoolFilter['show']>, SQL | undefined> = {
  counted: and(eq(schools.counted, true), eq(schools.isOpen, true)),
  unsettled: and(eq(schools.settlement, 'unsettled'), eq(schools.isOpen, true)),
  'not-counted': and(
    inArray(schools.settlement, ['not-counted', 'not-counted-by-broker']),
    eq(schools.isOpen, true),
  ),
  closed: eq(schools.isOpen, false),
  all: undefined,
};

const isMember = (db: Db, day: string) =>
  db
    .select({ one: sql`1` })
    .from(memberships)
    .where(and(eq(memberships.schoolId, schools.id), memberOn(day)));

const inAnyCluster = (db: Db, clusterId?: string) =>
  db
    .select({ one: sql`1` })
    .from(clusterSchools)
    .where(
      and(
        eq(clusterSchools.schoolId, schools.id),
        clusterId ? eq(clusterSchools.clusterId, clusterId) : undefined,
      ),
    );

/** What makes a school one of those that a filter asks for, among those that the reader may see. */
export function conditions(db: Db, reach: Reach, filter: SchoolFilter, words: readonly SearchWord[]) {
  const { cluster, group, member, phase } = filter;
  return and(
    reach.scope === 'own' ? inArray(schools.id, [...reach.schoolIds]) : undefined,
    isNull(schools.absorbedBy),
    shown[filter.show ?? 'counted'],
    phase ? sql`${phase} = any(${schools.phases})` : undefined,
    cluster === 'none'
      ? notExists(inAnyCluster(db))
      : cluster
        ? exists(inAnyCluster(db, cluster))
        : undefined,
    group ? isInGroup(group) : undefined,
    member ? (member === 'yes' ? exists : notExists)(isMember(db, filter.day)) : undefined,
    searchIn(sql`${schools.searched}`, words)?.isFound,
  );
}

const columnsOn = (day: string) => ({
  id: schools.id,
  urn: schools.urn,
  name: schools.name,
  isOpen: schools.isOpen,
  phases: schools.phases,
  typeName: schools.typeName,
  town: schools.town,
  postcode: schools.postcode,
  pupils: schools.pupils,
  trust: schools.trust,
  federation: schools.federation,
  settlement: schools.settlement,
  counted: schools.counted,
  clusters: sql<
    SchoolRow['clusters']
  >`(select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name, 'kind', c.kind) order by c.kind, c.name), '[]')
    from cluster_schools cs join clusters c on c.partnership_id = cs.partnership_id and c.id = cs.cluster_id
    where cs.partnership_id = schools.partnership_id and cs.school_id = schools.id)`,
  memberSince: memberSince(day),
});

type Page = { after: (string | number | null)[] | null; limit: number };

/** Schools in order, one more than `limit` so that the caller knows whether more follow. `key` is for the cursor. */
export async function listSchools(db: Db, reach: Reach, filter: SchoolFilter, page: Page) {
  return selectSchools(db, reach, filter, await readSearch(db, filter.q), page);
}

function selectSchools(
  db: Db,
  reach: Reach,
  filter: SchoolFilter,
  words: readonly SearchWord[],
  { after, limit }: Page,
) {
  const { by, way } = sorts[filter.sort ?? 'name'];
  const beyond = way === asc ? sql`>` : sql`<`;
  const start = after ? sql`(${by}, ${schools.id}) ${beyond} (${after[0]}, ${after[1]}::uuid)` : undefined;
  return db
    .select({ ...columnsOn(filter.day), key: sql<string | number>`${by}`.as('sort_key') })
    .from(schools)
    .where(and(conditions(db, reach, filter, words), start))
    .orderBy(way(by), way(schools.id))
    .limit(limit + 1);
}

/** Schools in order as `listSchools` gives them, and how many there are in all: asked for at once. */
export async function listAndCountSchools(db: Db, reach: Reach, filter: SchoolFilter, page: Page) {
  const words = await readSearch(db, filter.q);
  const [rows, total] = await Promise.all([
    selectSchools(db, reach, filter, words, page).execute(),
    db.$count(schools, conditions(db, reach, filter, words)),
  ]);
  return { rows, total };
}

export async function countSchools(db: Db, reach: Reach, filter: SchoolFilter) {
  return db.$count(schools, conditions(db, reach, filter, await readSearch(db, filter.q)));
}

/** A school that has not turned out to be another. */
const isHere = (id: string) => and(eq(schools.id, id), isNull(schools.absorbedBy));

/** One school as a list shows it on a day, or null. */
export async function findSchool(db: Db, id: string, day: string) {
  const [row] = await db.select(columnsOn(day)).from(schools).where(isHere(id));
  return row ?? null;
}

export async function lockSchool(db: Db, id: string) {
  const [row] = await db.select().from(schools).where(isHere(id)).for('update');
  return row ?? null;
}

export const recordSettlement = (db: Db, id: string, change: Partial<typeof schools.$inferInsert>) =>
  db.update(schools).set(change).where(isHere(id));
