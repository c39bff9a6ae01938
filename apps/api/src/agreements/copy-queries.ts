import type { Db } from '@lateral/db/client';
import { agreements, partnerships, people, schools, signedCopies, signings } from '@lateral/db/schema';
import { and, asc, desc, eq, getTableColumns, inArray, isNull, or, sql } from 'drizzle-orm';
import { fullName } from '../roles-held.ts';

/** Everything that a copy of a complete signing is made from; null when there is none of this id. */
export async function findComplete(db: Db, id: string) {
  const [row] = await db
    .select({
      ...getTableColumns(signings),
      number: agreements.number,
      text: agreements.sealedText,
      schoolName: schools.name,
      urn: schools.urn,
      partnership: partnerships.name,
      putDownBy: fullName,
    })
    .from(signings)
    .innerJoin(agreements, eq(agreements.id, signings.agreementId))
    .innerJoin(schools, eq(schools.id, signings.schoolId))
    .innerJoin(partnerships, eq(partnerships.id, signings.partnershipId))
    .leftJoin(people, eq(people.personId, signings.preparedBy))
    .where(and(eq(signings.id, id), eq(signings.state, 'co-signed')));
  return row ?? null;
}
export type Complete = NonNullable<Awaited<ReturnType<typeof findComplete>>>;

/** Which of these signings have their copy. */
export async function listCopied(db: Db, ids: readonly string[]) {
  const rows = await db
    .select({ id: signedCopies.signingId })
    .from(signedCopies)
    .where(inArray(signedCopies.signingId, [...ids]));
  return new Set(rows.map(({ id }) => id));
}

/** Complete signings that have no copy yet, those that wait longest first. */
export async function listUncopied(db: Db, most: number) {
  const rows = await db
    .select({ id: signings.id })
    .from(signings)
    .leftJoin(signedCopies, eq(signedCopies.signingId, signings.id))
    .where(and(eq(signings.state, 'co-signed'), isNull(signedCopies.signingId)))
    .orderBy(asc(signings.coSignedAt), asc(signings.id))
    .limit(most);
  return rows.map(({ id }) => id);
}

/** Keeps a copy, once: a second of the same signing is dropped. */
export const recordCopy = (db: Db, copy: typeof signedCopies.$inferInsert) =>
  db.insert(signedCopies).values(copy).onConflictDoNothing();

/**
 * The copy of the newest version that a school, or one that it took over, has signed and co-signed. Null when there is
 * none; its `pdf` is null while it is being made.
 */
export async function findCopy(db: Db, schoolId: string) {
  const [row] = await db
    .select({ reference: signings.reference, pdf: signedCopies.pdf })
    .from(signings)
    .innerJoin(agreements, eq(agreements.id, signings.agreementId))
    .innerJoin(schools, eq(schools.id, signings.schoolId))
    .leftJoin(signedCopies, eq(signedCopies.signingId, signings.id))
    .where(
      and(
        eq(signings.state, 'co-signed'),
        or(and(eq(schools.id, schoolId), isNull(schools.absorbedBy)), eq(schools.absorbedBy, schoolId)),
      ),
    )
    .orderBy(desc(agreements.number), sql`${signings.schoolId} <> ${schoolId}`)
    .limit(1);
  return row ?? null;
}

/** Wakes a worker, once this transaction has committed, to make the copy of what is complete by it. */
export async function wakeForCopy(db: Db, partnershipId: string, signingId: string) {
  const payload = JSON.stringify({ partnershipId, signingId });
  await db.execute(sql`select wake_worker('make-copy', ${payload}::json)`);
}
