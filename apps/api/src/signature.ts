import type { Db } from '@lateral/db/client';
import { schools } from '@lateral/db/schema';
import { readTypedName } from '@lateral/domain/signings/signings';
import { eq } from 'drizzle-orm';
import type { Actor } from './actor.ts';
import { badField, confirmIdentity } from './problems.ts';

/**
 * The name that somebody typed to sign something for a school, and how they showed who they are.
 * @throws 400 for a name without letters, 403 when they have not shown who they are in this session
 */
export function readSignature({ confirmedBy: means }: Actor, typed: string) {
  const name = readTypedName(typed);
  if (!name) throw badField('/body/name', 'must have letters in it');
  if (!means) throw confirmIdentity();
  return { name, means };
}

/** Holds a school: whoever else signs for it, or changes its membership, waits for this transaction to end. */
export const lockSchool = (db: Db, schoolId: string) =>
  db.select({ id: schools.id }).from(schools).where(eq(schools.id, schoolId)).for('no key update');
