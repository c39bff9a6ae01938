import type { Db } from '@lateral/db/client';
import {
  closedDays,
  clusterSchools,
  clusters,
  establishments,
  leaderDays,
  memberships,
  people,
  roles,
  schoolDays,
  schools,
  terms,
} from '@lateral/db/schema';
import { addDays } from '@lateral/domain/calendars/weeks';
import { entitlementsOn } from '@lateral/domain/memberships/entitlements';
import type { Span } from '@lateral/domain/memberships/spans';
import { reviewingRoles } from '@lateral/domain/people/roles';
import { and, asc, eq, gte, inArray, isNull, lte, sql } from 'drizzle-orm';
import { fullName, holdsOn } from '../roles-held.ts';

/** Open schools that are or were members, a row for each membership, with what decides who may review them. */
const listMembers = (db: Db) =>
  db
    .select({
      id: schools.id,
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

const between = (
  column: typeof closedDays.day | typeof schoolDays.day | typeof leaderDays.day,
  from: string,
  to: string,
) => and(gte(column, from), lte(column, to));

const isReviewedOn = (span: Span, day: string) =>
  entitlementsOn({ spans: [span], signedOn: [] }, day).isReviewed;

/** Everything that a season is planned from, as it stands. */
export async function readSeasonFacts(
  db: Db,
  season: { year: number; windowStart: string; windowEnd: string },
  today: string,
) {
  const { year, windowEnd: to } = season;
  // Nothing is planned for days that are past, nor for today.
  const tomorrow = addDays(today, 1);
  const [, from = tomorrow] = [season.windowStart, tomorrow].toSorted();
  return {
    season: { year, windowStart: from, windowEnd: to },
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
