import type { Db } from '@lateral/db/client';
import { partnerships, people, roles } from '@lateral/db/schema';
import type { PartnershipRole } from '@lateral/domain/people/roles';
import { sql } from 'drizzle-orm';

type Person = { firstName: string; lastName: string; email: string };

export const recordPartnership = (db: Db, partnership: typeof partnerships.$inferInsert) =>
  db.insert(partnerships).values(partnership);

/** Gives a person a role in the partnership itself. @returns their id */
export async function recordPartnershipRole(
  db: Db,
  partnershipId: string,
  person: Person,
  role: PartnershipRole,
) {
  const { rows } = await db.execute<{ id: string }>(sql`select person_id_for(${person.email}) as id`);
  const personId = rows[0]?.id;
  if (!personId) throw new Error('an address came back without its person');
  await db
    .insert(people)
    // Whoever runs the installation vouches for the people that it begins with.
    .values({
      partnershipId,
      personId,
      ...person,
      email: person.email.toLowerCase(),
      addressConfirmedAt: sql`now()`,
    })
    .onConflictDoNothing();
  await db.insert(roles).values({ partnershipId, personId, role });
  return personId;
}

export const recordBroker = (db: Db, partnershipId: string, person: Person) =>
  recordPartnershipRole(db, partnershipId, person, 'broker');

/** For the sign-in desk: partnerships of this name or id. */
export const listPartnershipsNamed = (db: Db, name: string) =>
  db
    .select({ id: partnerships.id, isDemonstration: partnerships.isDemonstration })
    .from(partnerships)
    .where(sql`lower(${partnerships.name}) = lower(${name}) or ${partnerships.id}::text = ${name}`);

export const hasDemonstration = async (db: Db) =>
  (await db.$count(partnerships, sql`${partnerships.isDemonstration}`)) > 0;
