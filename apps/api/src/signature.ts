import type { Db } from '@lateral/db/client';
import { schools, sessions } from '@lateral/db/schema';
import { readTypedName } from '@lateral/domain/signings/signings';
import { eq } from 'drizzle-orm';
import type { Actor } from './actor.ts';
import { badField, confirmIdentity } from './problems.ts';

/**
 * The name that somebody typed to sign something for a school, and how they showed who they are.
 * @throws 400 for a name without letters, 403 when they have not shown who they are in this session
 */
export async function readSignature(db: Db, { sessionId }: Actor, typed: string) {
  const name = readTypedName(typed);
  if (!name) throw badField('/body/name', 'must have letters in it');
  const [row] = await db
    .select({ means: sessions.confirmedBy })
    .from(sessions)
    .where(eq(sessions.id, sessionId));
  if (!row?.means) throw confirmIdentity();
  return { name, means: row.means };
}

/** Holds a school: whoever else signs for it, or changes its membership, waits for this transaction to end. */
export const lockSchool = (db: Db, schoolId: string) =>
  db.select({ id: schools.id }).from(schools).where(eq(schools.id, schoolId)).for('no key update');
