import type { Db } from '@lateral/db/client';
import {
  establishmentLinks,
  establishments,
  events,
  people,
  reviewSeats,
  reviews,
  roles,
  schoolDays,
  schools,
} from '@lateral/db/schema';
import { reviewingRoles } from '@lateral/domain/people/roles';
import { and, asc, desc, eq, inArray, lt, or, sql } from 'drizzle-orm';
import { fullName } from '../roles-held.ts';

/** Every legal record that a school has had. */
export const listRecords = (db: Db, schoolId: string) =>
  db
    .select()
    .from(establishments)
    .where(eq(establishments.schoolId, schoolId))
    .orderBy(desc(establishments.urn));

/** Links from or to any of these URNs, with the school that the other end belongs to, when we know it. */
export const listRelated = (db: Db, urns: number[]) => {
  const other = sql<number>`case when ${inArray(establishmentLinks.urn, urns)} then ${establishmentLinks.linkUrn} else ${establishmentLinks.urn} end`;
  return db
    .select({
      urn: establishmentLinks.urn,
      linkUrn: establishmentLinks.linkUrn,
      linkType: establishmentLinks.linkType,
      linkName: establishmentLinks.linkName,
      on: establishmentLinks.establishedOn,
      otherSchoolId: establishments.schoolId,
      otherName: sql<string | null>`${establishments.facts} ->> 'name'`,
    })
    .from(establishmentLinks)
    .leftJoin(establishments, eq(establishments.urn, other))
    .where(or(inArray(establishmentLinks.urn, urns), inArray(establishmentLinks.linkUrn, urns)))
    .orderBy(desc(establishmentLinks.establishedOn), asc(establishmentLinks.urn));
};

export const listSchoolPeople = (db: Db, schoolId: string) =>
  db
    .select({
      personId: people.personId,
      name: fullName,
      role: roles.role,
      from: roles.from,
      to: roles.to,
      trainedOn: people.trainedOn,
      canLead: people.canLead,
    })
    .from(roles)
    .innerJoin(people, eq(people.personId, roles.personId))
    .where(eq(roles.schoolId, schoolId))
    .orderBy(sql`${roles.to} is not null`, asc(roles.role), asc(people.lastName));

export const listDays = (db: Db, schoolId: string) =>
  db
    .select({ day: schoolDays.day, kind: schoolDays.kind })
    .from(schoolDays)
    .where(eq(schoolDays.schoolId, schoolId))
    .orderBy(asc(schoolDays.day));

/** The newest draft review of a school with its team; null when there is none. */
export async function findReview(db: Db, schoolId: string) {
  const [review] = await db
    .select()
    .from(reviews)
    .where(eq(reviews.schoolId, schoolId))
    .orderBy(desc(reviews.day))
    .limit(1);
  if (!review) return null;
  const team = await db
    .selectDistinctOn([people.personId], {
      personId: people.personId,
      name: fullName,
      schoolName: schools.name,
    })
    .from(reviewSeats)
    .innerJoin(people, eq(people.personId, reviewSeats.personId))
    .innerJoin(roles, and(eq(roles.personId, people.personId), inArray(roles.role, [...reviewingRoles])))
    .innerJoin(schools, eq(schools.id, roles.schoolId))
    .where(and(eq(reviewSeats.schoolId, schoolId), eq(reviewSeats.seasonId, review.seasonId)))
    .orderBy(asc(people.personId), asc(schools.name));
  return {
    day: review.day,
    team: team.map(({ personId, ...member }) => ({ ...member, isLead: personId === review.leadId })),
  };
}

/** What happened to a school, newest first, one more than `limit`. */
export const listEvents = (db: Db, schoolId: string, before: number | null, limit: number) =>
  db
    .select({
      id: events.id,
      at: events.at,
      kind: events.kind,
      detail: events.detail,
      who: fullName,
      onBehalfOf: sql<
        string | null
      >`(select concat_ws(' ', p.first_name, p.last_name) from people p where p.partnership_id = ${events.partnershipId} and p.person_id = ${events.onBehalfOf})`,
    })
    .from(events)
    .leftJoin(people, eq(people.personId, events.personId))
    .where(and(ofSchool(db, schoolId), before === null ? undefined : lt(events.id, before)))
    .orderBy(desc(events.id))
    .limit(limit + 1);

export const countEvents = (db: Db, schoolId: string) => db.$count(events, ofSchool(db, schoolId));

/** The events of a school and of those that turned out to be the same school. */
const ofSchool = (db: Db, schoolId: string) =>
  or(
    eq(events.schoolId, schoolId),
    inArray(
      events.schoolId,
      db.select({ id: schools.id }).from(schools).where(eq(schools.absorbedBy, schoolId)),
    ),
  );
