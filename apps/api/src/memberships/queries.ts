import type { Db } from '@lateral/db/client';
import { clusterSchools, dueReminders, people, roles, schools } from '@lateral/db/schema';
import { type Need, renewalHorizon, type Standing } from '@lateral/domain/memberships/standing';
import type { Reach } from '@lateral/domain/policy';
import type { Phase } from '@lateral/domain/schools/phases';
import { and, asc, eq, exists, inArray, isNull, notExists, or, type SQL, sql } from 'drizzle-orm';
import { fullName, holdsOn } from '../roles-held.ts';
import { readSearch, type SearchWord, searchIn } from '../search-words.ts';
import { signingFacts } from '../signing-facts.ts';
import type { VersionInForce } from '../version-in-force.ts';
import { askedFacts, heldFacts } from './fact-queries.ts';

export type MembershipFilter = {
  q?: string | undefined;
  standing?: string | undefined;
  needs?: string | undefined;
  phase?: Phase | undefined;
  cluster?: string | undefined;
  schoolId?: string | undefined;
};
/** What every question here is asked by: who asks, on which day, and which version is in force. */
export type Asking = { reach: Reach; day: string; inForce: VersionInForce };

/** The facts beside each school, and the rules of domain/memberships/standing.ts once more, for the database to filter by. */
function factsOf(db: Db, { day, inForce }: Asking) {
  const held = heldFacts(db, day);
  const signing = signingFacts(db, inForce);
  const asked = askedFacts(db, inForce);
  const isMember = sql`coalesce(${held.holds}, false)`;
  const standing = sql<Standing>`case when ${isMember} then 'member'
    when ${signing.stage} = 3 then 'signed' when ${signing.stage} = 2 then 'agreed' when ${signing.stage} = 1 then 'opened'
    when ${held.from} > ${day} then 'asked'
    when ${held.from} is not null or ${signing.number} is not null then 'left'
    when ${asked.wasAsked} then 'asked' else 'not-asked' end`;
  const need: Record<Need, SQL> = {
    'co-signer': sql`coalesce(${signing.stage} = 3, false)`,
    consent: inForce ? sql`(${isMember} and not coalesce(${signing.isSignedInForce}, false))` : sql`false`,
    renewal: sql`(${isMember} and coalesce(${held.endsWhy} = 'term' and ${held.to} <= ${renewalHorizon(day)}, false))`,
    leaving: sql`(${isMember} and coalesce(${held.endsWhy} = 'notice', false))`,
    conversion: sql`(${isMember} and coalesce(${held.urn} <> ${schools.urn} and ${held.endsWhy} is distinct from 'lapsed', false))`,
  };
  return { held, signing, asked, isMember, standing, need };
}
type Facts = ReturnType<typeof factsOf>;

const inCluster = (db: Db, clusterId?: string) =>
  db
    .select({ one: sql`1` })
    .from(clusterSchools)
    .where(
      and(
        eq(clusterSchools.schoolId, schools.id),
        clusterId ? eq(clusterSchools.clusterId, clusterId) : undefined,
      ),
    );

function conditions(
  db: Db,
  asking: Asking,
  facts: Facts,
  filter: MembershipFilter,
  words: readonly SearchWord[],
) {
  const { standing, needs, phase, cluster, schoolId } = filter;
  const { reach } = asking;
  return and(
    reach.scope === 'own' ? inArray(schools.id, [...reach.schoolIds]) : undefined,
    schoolId ? eq(schools.id, schoolId) : undefined,
    isNull(schools.absorbedBy),
    or(and(eq(schools.counted, true), eq(schools.isOpen, true)), facts.isMember),
    standing ? inArray(facts.standing, standing.split(',')) : undefined,
    needs ? or(...needs.split(',').map((one) => facts.need[one as Need])) : undefined,
    phase ? sql`${phase} = any(${schools.phases})` : undefined,
    cluster === 'none' ? notExists(inCluster(db)) : cluster ? exists(inCluster(db, cluster)) : undefined,
    searchIn(sql`${schools.searched}`, words)?.isFound,
  );
}

/** Who holds a role in the school on a day, by name: "Ada Fern", "Ada Fern and Bo Rook". */
const holdersOf = (db: Db, role: 'headteacher' | 'chair-of-governors', day: string) =>
  sql<string | null>`(${db
    .select({ names: sql`string_agg(${fullName}, ' and ' order by ${people.lastName}, ${people.personId})` })
    .from(roles)
    .innerJoin(people, eq(people.personId, roles.personId))
    .where(and(eq(roles.schoolId, schools.id), eq(roles.role, role), holdsOn(day)))})`;

const byName = sql`lower(${schools.name})`;

function columnsOf(db: Db, { day }: Asking, { held, signing, asked }: Facts) {
  return {
    id: schools.id,
    urn: schools.urn,
    name: schools.name,
    isOpen: schools.isOpen,
    phases: schools.phases,
    clusters: sql<string[]>`array(select c.name from cluster_schools cs
      join clusters c on c.partnership_id = cs.partnership_id and c.id = cs.cluster_id
      where cs.partnership_id = ${schools.partnershipId} and cs.school_id = ${schools.id} order by c.kind, c.name)`,
    from: held.from,
    to: held.to,
    endsWhy: held.endsWhy,
    asUrn: held.urn,
    stage: signing.stage,
    isSignedInForce: signing.isSignedInForce,
    number: signing.number,
    signedAt: signing.at,
    pledgedPence: signing.pledgedPence,
    wasAsked: asked.wasAsked,
    head: holdersOf(db, 'headteacher', day),
    chair: holdersOf(db, 'chair-of-governors', day),
    remindedAt: sql`greatest(${asked.lastAt}, (select max(${dueReminders.sentAt}) from ${dueReminders}
      where ${dueReminders.partnershipId} = ${schools.partnershipId} and ${dueReminders.schoolId} = ${schools.id}))`.mapWith(
      dueReminders.sentAt,
    ),
    key: sql<string>`${byName}`.as('sort_key'),
  };
}

type Page = { after: (string | number | null)[] | null; limit: number };

function select(db: Db, asking: Asking, filter: MembershipFilter, words: readonly SearchWord[], page: Page) {
  const facts = factsOf(db, asking);
  const { held, signing, asked } = facts;
  const { after } = page;
  return db
    .select(columnsOf(db, asking, facts))
    .from(schools)
    .leftJoin(held, eq(held.schoolId, schools.id))
    .leftJoin(signing, eq(signing.schoolId, schools.id))
    .leftJoin(asked, eq(asked.schoolId, schools.id))
    .where(
      and(
        conditions(db, asking, facts, filter, words),
        after ? sql`(${byName}, ${schools.id}) > (${after[0]}, ${after[1]}::uuid)` : undefined,
      ),
    )
    .orderBy(byName, asc(schools.id))
    .limit(page.limit + 1);
}

function count(db: Db, asking: Asking, filter: MembershipFilter, words: readonly SearchWord[]) {
  const facts = factsOf(db, asking);
  const { held, signing, asked } = facts;
  return db
    .select({ total: sql<number>`count(*)::int` })
    .from(schools)
    .leftJoin(held, eq(held.schoolId, schools.id))
    .leftJoin(signing, eq(signing.schoolId, schools.id))
    .leftJoin(asked, eq(asked.schoolId, schools.id))
    .where(conditions(db, asking, facts, filter, words));
}

/** One page of schools in order of name, one more than `limit`; and how many there are in all. Asked for at once. */
export async function listAndCount(db: Db, asking: Asking, filter: MembershipFilter, page: Page) {
  const words = await readSearch(db, filter.q);
  const [rows, [counted]] = await Promise.all([
    select(db, asking, filter, words, page).execute(),
    count(db, asking, filter, words).execute(),
  ]);
  return { rows, total: counted?.total ?? 0 };
}

/** Every school that matches, in order of name. */
export async function listAll(db: Db, asking: Asking, filter: MembershipFilter) {
  return select(db, asking, filter, await readSearch(db, filter.q), { after: null, limit: 100_000 });
}
export type MembershipRecord = Awaited<ReturnType<typeof listAll>>[number];

/** How many schools match. */
export async function countMatching(db: Db, asking: Asking, filter: MembershipFilter) {
  const [counted] = await count(db, asking, filter, await readSearch(db, filter.q));
  return counted?.total ?? 0;
}

/** How many schools of each first phase have each standing, what they need, and what members pledge. */
export function countStandings(db: Db, asking: Asking) {
  const facts = factsOf(db, asking);
  const { held, signing, asked, need, isMember } = facts;
  const needing = (one: Need) => sql<number>`count(*) filter (where ${need[one]})::int`;
  const pledged = sql`filter (where ${isMember} and ${signing.pledgedPence} is not null)`;
  return db
    .select({
      phase: sql<Phase | null>`${schools.phases}[1]`,
      standing: facts.standing,
      schools: sql<number>`count(*)::int`,
      'co-signer': needing('co-signer'),
      consent: needing('consent'),
      renewal: needing('renewal'),
      leaving: needing('leaving'),
      conversion: needing('conversion'),
      pledgedPence: sql<number>`coalesce(sum(${signing.pledgedPence}) ${pledged}, 0)`.mapWith(Number),
      pledging: sql<number>`count(*) ${pledged}::int`,
    })
    .from(schools)
    .leftJoin(held, eq(held.schoolId, schools.id))
    .leftJoin(signing, eq(signing.schoolId, schools.id))
    .leftJoin(asked, eq(asked.schoolId, schools.id))
    .where(conditions(db, asking, facts, {}, []))
    .groupBy(sql`1`, sql`2`);
}
