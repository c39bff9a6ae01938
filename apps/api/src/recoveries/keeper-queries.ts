import type { Db } from '@lateral/db/client';
import {
  mails,
  oidcIdentities,
  passkeys,
  people,
  persons,
  recoveries,
  roles,
  sessions,
  signInLinks,
} from '@lateral/db/schema';
import { and, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import { holdsOn } from '../roles-held.ts';

// These run as the keeper, across partnerships: a person is one person in all of them.

/** A recovery with the person's name and address, held until the transaction ends. */
export async function lockRecoveryOf(db: Db, partnershipId: string, id: string) {
  const [row] = await db
    .select()
    .from(recoveries)
    .where(and(eq(recoveries.partnershipId, partnershipId), eq(recoveries.id, id)))
    .for('update');
  if (!row) return null;
  const [person] = await db
    .select({
      firstName: people.firstName,
      lastName: people.lastName,
      email: people.email,
    })
    .from(people)
    .where(and(eq(people.partnershipId, partnershipId), eq(people.personId, row.personId)));
  return person ? { ...row, person } : null;
}

/**
 * Everybody who should hear of it: the brokers of every partnership that the person is of, and the heads and chairs of
 * their schools, each with the partnership that knows them.
 */
export function listContacts(db: Db, personId: string, day: string) {
  const theirs = db
    .select({ partnershipId: roles.partnershipId, schoolId: roles.schoolId })
    .from(roles)
    .where(and(eq(roles.personId, personId), holdsOn(day)))
    .as('theirs');
  return db
    .selectDistinct({ partnershipId: people.partnershipId, email: people.email })
    .from(theirs)
    .innerJoin(
      roles,
      and(
        eq(roles.partnershipId, theirs.partnershipId),
        holdsOn(day),
        or(
          eq(roles.role, 'broker'),
          and(
            eq(roles.schoolId, theirs.schoolId),
            inArray(roles.role, ['headteacher', 'chair-of-governors']),
          ),
        ),
      ),
    )
    .innerJoin(
      people,
      and(eq(people.partnershipId, roles.partnershipId), eq(people.personId, roles.personId)),
    )
    .where(ne(roles.personId, personId));
}

/** Posts a mail once: its id follows from what it says and to whom, so that a second telling finds it posted. */
export async function postOnce(db: Db, mail: typeof mails.$inferInsert & { id: string }) {
  const posted = await db.insert(mails).values(mail).onConflictDoNothing().returning({ id: mails.id });
  if (posted.length === 0) return;
  await db.execute(sql`select wake_worker('send-mail', ${JSON.stringify({ mailId: mail.id })}::json)`);
}

/** Whether somebody else of the installation signs in with the address. */
export const isSomebodyElses = async (db: Db, email: string, personId: string) =>
  (await db.$count(persons, and(eq(persons.email, email), ne(persons.id, personId)))) > 0;

/** Gives a person a new address everywhere, and takes away every old way in. */
export async function giveAddress(db: Db, personId: string, email: string, by: string | null, now: Date) {
  await db.update(persons).set({ email }).where(eq(persons.id, personId));
  await db
    .update(people)
    .set({ email, addressConfirmedAt: now, addressConfirmedBy: by })
    .where(eq(people.personId, personId));
  await db
    .update(sessions)
    .set({ endedAt: now, endedWhy: 'recovered' })
    .where(and(eq(sessions.personId, personId), isNull(sessions.endedAt)));
  await db.delete(passkeys).where(eq(passkeys.personId, personId));
  await db.delete(oidcIdentities).where(eq(oidcIdentities.personId, personId));
  await db.delete(signInLinks).where(eq(signInLinks.personId, personId));
}
