import type { SchoolDetails } from '@lateral/contract/school-details';
import type { Db } from '@lateral/db/client';
import { people, schoolDetails } from '@lateral/db/schema';
import { eq } from 'drizzle-orm';
import { fullName } from '../roles-held.ts';

const nothing: SchoolDetails = {
  version: 0,
  email: null,
  phone: null,
  website: null,
  askFor: null,
  arrival: null,
  access: null,
  changedAt: null,
  changedBy: null,
};

/** What a school says of itself; nothing, at version 0, when it has not said anything yet. */
export async function findDetails(db: Db, schoolId: string): Promise<SchoolDetails> {
  const [row] = await db
    .select({
      version: schoolDetails.version,
      email: schoolDetails.email,
      phone: schoolDetails.phone,
      website: schoolDetails.website,
      askFor: schoolDetails.askFor,
      arrival: schoolDetails.arrival,
      access: schoolDetails.access,
      changedAt: schoolDetails.changedAt,
      changedBy: fullName,
    })
    .from(schoolDetails)
    .leftJoin(people, eq(people.personId, schoolDetails.changedBy))
    .where(eq(schoolDetails.schoolId, schoolId));
  return row ? { ...row, changedBy: row.changedBy || null } : nothing;
}

type Row = typeof schoolDetails.$inferInsert;

export const recordDetails = (db: Db, { partnershipId, schoolId, ...details }: Row) =>
  db
    .insert(schoolDetails)
    .values({ partnershipId, schoolId, ...details })
    .onConflictDoUpdate({
      target: [schoolDetails.partnershipId, schoolDetails.schoolId],
      set: details,
    });
