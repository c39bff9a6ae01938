import type { Db } from '@lateral/db/client';
import {
  bookedSeats,
  bookings,
  clusterSchools,
  ledgerEntries,
  memberships,
  offeredLeaders,
  people,
  roles,
  schools,
  seasons,
} from '@lateral/db/schema';
import { reviewingRoles } from '@lateral/domain/people/roles';
import type { Reach } from '@lateral/domain/policy';
import { and, asc, desc, eq, exists, inArray, isNull, ne, notExists, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { memberOn } from '../member-on.ts';
import { fullName, holdsOn } from '../roles-held.ts';
import { readSearch, searchIn } from '../search-words.ts';

export type LedgerFilter = { q?: string | undefined; cluster?: string | undefined; schoolId?: string };
/** Which schools there are in a year: members on a day of it (none for a year that is past), and those with entries. */
export type Asked = { reach: Reach; year: number; memberDay: string | null };

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

/** The schools of a year's ledger that match, by name. */
export async function listLedgerSchools(db: Db, { reach, year, memberDay }: Asked, filter: LedgerFilter) {
  const { cluster, schoolId } = filter;
  const words = await readSearch(db, filter.q);
  const member = db
    .select({ one: sql`1` })
    .from(memberships)
    .where(and(eq(memberships.schoolId, schools.id), memberDay === null ? sql`false` : memberOn(memberDay)));
  const written = db
    .select({ one: sql`1` })
    .from(ledgerEntries)
    .where(and(eq(ledgerEntries.schoolId, schools.id), eq(ledgerEntries.year, year)));
  return db
    .select({
      id: schools.id,
      urn: schools.urn,
      name: schools.name,
      phases: schools.phases,
      clusters: sql<string[]>`array(select c.name from cluster_schools cs
        join clusters c on c.partnership_id = cs.partnership_id and c.id = cs.cluster_id
        where cs.partnership_id = schools.partnership_id and cs.school_id = schools.id order by c.kind, c.name)`,
      isMember: sql<boolean>`${exists(member)}`,
    })
    .from(schools)
    .where(
      and(
        reach.scope === 'own' ? inArray(schools.id, [...reach.schoolIds]) : undefined,
        schoolId ? eq(schools.id, schoolId) : or(exists(member), exists(written)),
        isNull(schools.absorbedBy),
        cluster === 'none' ? notExists(inCluster(db)) : cluster ? exists(inCluster(db, cluster)) : undefined,
        searchIn(sql`${schools.searched}`, words)?.isFound,
      ),
    )
    .orderBy(sql`lower(${schools.name})`, asc(schools.id));
}

/** Years of which anything is in the ledger, and those of seasons. */
export async function listYears(db: Db): Promise<number[]> {
  const { rows } = await db.execute<{ year: number }>(sql`
    select year from ${seasons} union select distinct year from ${ledgerEntries} order by year desc`);
  return rows.map(({ year }) => year);
}

/**
 * Seats of published reviews that are still in no ledger: whose, and for which schools they may count, in the capacity of
 * the offer or else of the role today. A row for each seat and school.
 */
export function listBookedSeats(db: Db, today: string, year: number | null) {
  const rolesHeld = db
    .selectDistinctOn([roles.personId, roles.schoolId], {
      personId: roles.personId,
      schoolId: roles.schoolId,
      role: roles.role,
    })
    .from(roles)
    .where(and(inArray(roles.role, [...reviewingRoles]), holdsOn(today)))
    .orderBy(roles.personId, roles.schoolId, sql`${roles.role} <> 'headteacher'`)
    .as('held');
  return db
    .select({
      seasonId: bookedSeats.seasonId,
      hostId: bookedSeats.schoolId,
      personId: bookedSeats.personId,
      year: seasons.year,
      schoolId: sql<string>`${rolesHeld.schoolId}`,
      urn: schools.urn,
      role: rolesHeld.role,
      offered: offeredLeaders.capacity,
    })
    .from(bookedSeats)
    .innerJoin(
      bookings,
      and(eq(bookings.seasonId, bookedSeats.seasonId), eq(bookings.schoolId, bookedSeats.schoolId)),
    )
    .innerJoin(seasons, eq(seasons.id, bookings.seasonId))
    .innerJoin(rolesHeld, eq(rolesHeld.personId, bookedSeats.personId))
    .innerJoin(schools, eq(schools.id, rolesHeld.schoolId))
    .leftJoin(
      offeredLeaders,
      and(
        eq(offeredLeaders.seasonId, bookedSeats.seasonId),
        eq(offeredLeaders.schoolId, rolesHeld.schoolId),
        eq(offeredLeaders.personId, bookedSeats.personId),
      ),
    )
    .where(
      and(
        eq(bookings.state, 'booked'),
        ne(bookedSeats.state, 'declined'),
        year === null ? undefined : eq(seasons.year, year),
      ),
    )
    .orderBy(asc(bookings.day), asc(bookedSeats.schoolId), asc(bookedSeats.personId), asc(schools.urn));
}
export type BookedSeat = Awaited<ReturnType<typeof listBookedSeats>>[number];

/** Every entry of a school, newest first, with the names of where it comes from. */
export function listEntries(db: Db, schoolId: string) {
  const host = alias(schools, 'host');
  const writer = alias(people, 'writer');
  return db
    .select({
      id: ledgerEntries.id,
      at: ledgerEntries.at,
      year: ledgerEntries.year,
      capacity: ledgerEntries.capacity,
      kind: ledgerEntries.kind,
      halfDays: ledgerEntries.halfDays,
      reason: ledgerEntries.reason,
      isByHand: sql<boolean>`${ledgerEntries.writtenBy} is not null`,
      host: sql<string | null>`${host.name}`,
      reviewer: sql<string | null>`case when ${people.personId} is not null then ${fullName} end`,
      writtenBy: sql<
        string | null
      >`case when ${writer.personId} is not null then concat_ws(' ', ${writer.firstName}, ${writer.lastName}) end`,
      day: sql<string | null>`${bookings.day}`,
    })
    .from(ledgerEntries)
    .leftJoin(host, eq(host.id, ledgerEntries.hostId))
    .leftJoin(people, eq(people.personId, ledgerEntries.personId))
    .leftJoin(writer, eq(writer.personId, ledgerEntries.writtenBy))
    .leftJoin(
      bookings,
      and(eq(bookings.seasonId, ledgerEntries.seasonId), eq(bookings.schoolId, ledgerEntries.hostId)),
    )
    .where(eq(ledgerEntries.schoolId, schoolId))
    .orderBy(
      desc(ledgerEntries.year),
      desc(ledgerEntries.at),
      asc(ledgerEntries.capacity),
      asc(ledgerEntries.id),
    );
}

/** What the system itself has written of one kind, in half-days: what follows from seasons and reviews. */
export async function sumWritten(
  db: Db,
  schoolId: string,
  { year, capacity, kind }: Pick<typeof ledgerEntries.$inferInsert, 'year' | 'capacity' | 'kind'>,
) {
  const [row] = await db
    .select({ halfDays: sql<number>`coalesce(sum(${ledgerEntries.halfDays}), 0)::int` })
    .from(ledgerEntries)
    .where(
      and(
        eq(ledgerEntries.schoolId, schoolId),
        eq(ledgerEntries.year, year),
        eq(ledgerEntries.capacity, capacity),
        eq(ledgerEntries.kind, kind),
        isNull(ledgerEntries.writtenBy),
      ),
    );
  return row?.halfDays ?? 0;
}

export const recordEntry = (db: Db, entry: typeof ledgerEntries.$inferInsert) =>
  db.insert(ledgerEntries).values(entry);
