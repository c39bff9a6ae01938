import type { Db } from '@lateral/db/client';
import {
  barredReviewers,
  bookedSeats,
  bookings,
  closedDays,
  clusterSchools,
  clusters,
  establishments,
  leaderDays,
  memberships,
  offeredLeaders,
  offers,
  people,
  roles,
  schoolDays,
  schools,
  seasons,
  terms,
} from '@lateral/db/schema';
import { addDays } from '@lateral/domain/calendars/weeks';
import { entitlementsOn } from '@lateral/domain/memberships/entitlements';
import type { Span } from '@lateral/domain/memberships/spans';
import { reviewingRoles } from '@lateral/domain/people/roles';
import { takeRules } from '@lateral/domain/seasons/rules';
import { and, asc, eq, gte, inArray, isNull, lt, lte, ne, sql } from 'drizzle-orm';
import { listSums } from '../ledger-sums.ts';
import { fullName, holdsOn } from '../roles-held.ts';

/** Open schools that are or were members, a row for each membership, with what decides who may review them. */
const listMembers = (db: Db) =>
  db
    .select({
      id: schools.id,
      urn: schools.urn,
      name: schools.name,
      phases: schools.phases,
      easting: schools.easting,
      northing: schools.northing,
      pupils: schools.pupils,
      trust: schools.trust,
      federation: schools.federation,
      facts: establishments.facts,
      span: { from: memberships.from, to: memberships.to },
    })
    .from(schools)
    .innerJoin(memberships, eq(memberships.schoolId, schools.id))
    .innerJoin(establishments, eq(establishments.urn, schools.urn))
    .where(and(eq(schools.isOpen, true), isNull(schools.absorbedBy)))
    .orderBy(asc(schools.urn));

const listClusters = (db: Db) =>
  db
    .select({ id: clusters.id, name: clusters.name, kind: clusters.kind })
    .from(clusters)
    .orderBy(asc(clusters.kind), asc(clusters.name));

const listAssignments = (db: Db) =>
  db.select({ clusterId: clusterSchools.clusterId, schoolId: clusterSchools.schoolId }).from(clusterSchools);

/** Heads, deputies and senior leaders who hold the role on a day: one row for each school. */
const listLeaders = (db: Db, day: string) =>
  db
    .select({
      personId: people.personId,
      name: fullName,
      trainedOn: people.trainedOn,
      canLead: people.canLead,
      role: roles.role,
      schoolId: sql<string>`${roles.schoolId}`,
    })
    .from(roles)
    .innerJoin(people, eq(people.personId, roles.personId))
    .where(and(inArray(roles.role, [...reviewingRoles]), holdsOn(day)))
    .orderBy(asc(people.personId), asc(roles.schoolId), asc(roles.role));

/** Who went where in the seasons before a year's, or is still to go there: whoever has not said no. */
const listVisits = (db: Db, year: number) =>
  db
    .select({ year: seasons.year, schoolId: bookedSeats.schoolId, personId: bookedSeats.personId })
    .from(bookedSeats)
    .innerJoin(
      bookings,
      and(eq(bookings.seasonId, bookedSeats.seasonId), eq(bookings.schoolId, bookedSeats.schoolId)),
    )
    .innerJoin(seasons, eq(seasons.id, bookings.seasonId))
    .where(and(lt(seasons.year, year), ne(bookings.state, 'called-off'), ne(bookedSeats.state, 'declined')))
    .orderBy(asc(seasons.year), asc(bookedSeats.schoolId), asc(bookedSeats.personId));

const between = (
  column: typeof closedDays.day | typeof schoolDays.day | typeof leaderDays.day,
  from: string,
  to: string,
) => and(gte(column, from), lte(column, to));

const isReviewedOn = (span: Span, day: string) =>
  entitlementsOn({ spans: [span], signedOn: [] }, day).isReviewed;

/** What schools have said for a season; null while they are not asked. */
async function readOffers(db: Db, { id, offersOpenedAt }: { id: string; offersOpenedAt: Date | null }) {
  if (offersOpenedAt === null) return null;
  return {
    schools: await db
      .select({
        schoolId: offers.schoolId,
        preferred: offers.preferred,
        avoided: offers.avoided,
        focus: offers.focus,
      })
      .from(offers)
      .where(eq(offers.seasonId, id)),
    leaders: await db
      .select({
        schoolId: offeredLeaders.schoolId,
        personId: offeredLeaders.personId,
        halfDays: offeredLeaders.halfDays,
        expertise: offeredLeaders.expertise,
      })
      .from(offeredLeaders)
      .where(eq(offeredLeaders.seasonId, id)),
    barred: await db
      .select({
        schoolId: barredReviewers.schoolId,
        otherSchoolId: barredReviewers.otherSchoolId,
        personId: barredReviewers.personId,
      })
      .from(barredReviewers)
      .where(eq(barredReviewers.seasonId, id))
      .orderBy(asc(barredReviewers.id)),
  };
}

/** Everything that a season is planned from, as it stands. */
export async function readSeasonFacts(
  db: Db,
  season: {
    id: string;
    year: number;
    windowStart: string;
    windowEnd: string;
    offersOpenedAt: Date | null;
    /** As they are kept. */
    rules: unknown;
  },
  today: string,
) {
  const { year, windowEnd: to } = season;
  // Nothing is planned for days that are past, nor for today.
  const tomorrow = addDays(today, 1);
  const [, from = tomorrow] = [season.windowStart, tomorrow].toSorted();
  return {
    season: { year, windowStart: from, windowEnd: to },
    rules: takeRules(season.rules),
    visits: await listVisits(db, year),
    offers: await readOffers(db, season),
    /** What the ledger of half-days comes to, up to this season's year. */
    sums: await listSums(db, { upTo: year }),
    members: (await listMembers(db)).filter(({ span }) => isReviewedOn(span, today)),
    clusters: await listClusters(db),
    assignments: await listAssignments(db),
    leaders: await listLeaders(db, today),
    terms: await db.select().from(terms).where(eq(terms.year, year)).orderBy(asc(terms.start)),
    closed: await db
      .select({ day: closedDays.day })
      .from(closedDays)
      .where(between(closedDays.day, from, to)),
    schoolDays: await db
      .select()
      .from(schoolDays)
      .where(between(schoolDays.day, from, to))
      .orderBy(asc(schoolDays.day)),
    leaderDays: await db
      .select()
      .from(leaderDays)
      .where(between(leaderDays.day, from, to))
      .orderBy(asc(leaderDays.day)),
  };
}

export type SeasonFacts = Awaited<ReturnType<typeof readSeasonFacts>>;
