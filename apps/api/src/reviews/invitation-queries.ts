import type { Db } from '@lateral/db/client';
import { bookedSeats, bookings, invitations, people, schools } from '@lateral/db/schema';
import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import { fullName } from '../roles-held.ts';

/** Keeps other workers from the invitations of a partnership until the transaction ends. */
export const holdInvitations = (db: Db, partnershipId: string) =>
  db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`invitations ${partnershipId}`}, 0))`);

/**
 * What is to be mailed, of the reviews and people whose news are oldest, all of theirs, in order. `isKnown` says that an
 * earlier mail has told them of the review.
 * @param most how many people and reviews at once
 */
export function listToMail(db: Db, most: number) {
  const oldest = db
    .select({
      seasonId: invitations.seasonId,
      schoolId: invitations.schoolId,
      personId: invitations.personId,
    })
    .from(invitations)
    .where(isNull(invitations.mailedAt))
    .groupBy(invitations.seasonId, invitations.schoolId, invitations.personId)
    .orderBy(sql`min(${invitations.createdAt})`, invitations.schoolId, invitations.personId)
    .limit(most);
  return db
    .select({
      seasonId: invitations.seasonId,
      schoolId: invitations.schoolId,
      personId: invitations.personId,
      sequence: invitations.sequence,
      method: invitations.method,
      part: invitations.part,
      day: invitations.day,
      why: invitations.why,
      createdAt: invitations.createdAt,
      isKnown: sql<boolean>`exists (select from invitations k where k.partnership_id = ${invitations.partnershipId}
        and k.season_id = ${invitations.seasonId} and k.school_id = ${invitations.schoolId}
        and k.person_id = ${invitations.personId} and k.mailed_at is not null)`,
      name: fullName,
      email: people.email,
      schoolName: schools.name,
      town: schools.town,
      postcode: schools.postcode,
      leadId: bookings.leadId,
    })
    .from(invitations)
    .innerJoin(people, eq(people.personId, invitations.personId))
    .innerJoin(schools, eq(schools.id, invitations.schoolId))
    .innerJoin(
      bookings,
      and(eq(bookings.seasonId, invitations.seasonId), eq(bookings.schoolId, invitations.schoolId)),
    )
    .where(
      and(
        isNull(invitations.mailedAt),
        sql`(${invitations.seasonId}, ${invitations.schoolId}, ${invitations.personId}) in ${oldest}`,
      ),
    )
    .orderBy(invitations.createdAt, invitations.schoolId, invitations.personId, invitations.sequence);
}

export type ToMail = Awaited<ReturnType<typeof listToMail>>[number];

/** Who is on the teams of some schools’ reviews, by name. */
export const listTeamNames = (db: Db, schoolIds: readonly string[]) =>
  db
    .select({
      seasonId: bookedSeats.seasonId,
      schoolId: bookedSeats.schoolId,
      personId: bookedSeats.personId,
      name: fullName,
    })
    .from(bookedSeats)
    .innerJoin(people, eq(people.personId, bookedSeats.personId))
    .where(and(inArray(bookedSeats.schoolId, [...schoolIds]), ne(bookedSeats.state, 'declined')))
    .orderBy(people.lastName, people.personId);

/** They are in the outbox now, or there is nothing to say any more. */
export const recordMailed = (db: Db, rows: readonly ToMail[], at: Date) =>
  db.execute(sql`update invitations i set mailed_at = ${at.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(
      rows.map(({ seasonId, schoolId, personId, sequence }) => ({
        season: seasonId,
        school: schoolId,
        person: personId,
        sequence,
      })),
    )}::jsonb) as t(season uuid, school uuid, person uuid, sequence int)
    where i.season_id = t.season and i.school_id = t.school and i.person_id = t.person and i.sequence = t.sequence`);
