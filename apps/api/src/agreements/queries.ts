import type { Db } from '@lateral/db/client';
import { agreements, people } from '@lateral/db/schema';
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { fullName } from '../roles-held.ts';

export type AgreementRow = typeof agreements.$inferSelect;
type Change = Partial<Omit<AgreementRow, 'partnershipId' | 'id' | 'number' | 'version'>>;

/** Who stands in a column, by name; null for nobody. */
export const nameIn = (column: PgColumn) =>
  sql<string | null>`(select ${fullName} from ${people} where ${people.personId} = ${column})`;

const summary = {
  id: agreements.id,
  number: agreements.number,
  title: agreements.title,
  state: agreements.state,
  version: agreements.version,
  changedAt: agreements.changedAt,
  consentBy: agreements.consentBy,
  offeredBy: agreements.offeredBy,
  offeredAt: agreements.offeredAt,
  offerer: nameIn(agreements.offeredBy),
  issuedAt: agreements.issuedAt,
  issuer: nameIn(agreements.issuedBy),
  withdrawnAt: agreements.withdrawnAt,
  withdrawnWhy: agreements.withdrawnWhy,
  withdrawer: nameIn(agreements.withdrawnBy),
};

type State = AgreementRow['state'];

const versionsIn = (db: Db, states: readonly State[]) =>
  db
    .select(summary)
    .from(agreements)
    .where(inArray(agreements.state, [...states]))
    .orderBy(desc(agreements.number));

/** The versions in these states, the newest first. */
export const listVersions = (db: Db, states: readonly State[]) => versionsIn(db, states);

/** What has been issued, held against who issues or withdraws: for those who sign. */
export const holdIssued = (db: Db) =>
  versionsIn(db, ['issued', 'withdrawn']).for('share', { of: agreements });

/** One version with its words, when it is in one of these states; or null. */
export async function findVersion(db: Db, id: string, states: readonly State[]) {
  const { clauses, terms, sealedText, sha256 } = agreements;
  const [row] = await db
    .select({ ...summary, clauses, terms, sealedText, sha256 })
    .from(agreements)
    .where(and(eq(agreements.id, id), inArray(agreements.state, [...states])));
  return row ?? null;
}

/** The version that was issued with this seal, with its words; or null. */
export async function findSealed(db: Db, sha256: string) {
  const { clauses, terms, sealedText } = agreements;
  const [row] = await db
    .select({ ...summary, clauses, terms, sealedText, sha256: agreements.sha256 })
    .from(agreements)
    .where(eq(agreements.sha256, sha256));
  return row ?? null;
}

/** Holds a version until the transaction ends; null when there is none of this id. */
export async function lockVersion(db: Db, id: string): Promise<AgreementRow | null> {
  const [row] = await db.select().from(agreements).where(eq(agreements.id, id)).for('update');
  return row ?? null;
}

/** Holds what has been issued, for who issues another: nobody signs meanwhile. */
export const lockIssued = (db: Db) =>
  db.select({ id: agreements.id }).from(agreements).where(eq(agreements.state, 'issued')).for('update');

/** Numbers, states and words of every version: few, for the rules that look at all of them. */
export const listWordings = (db: Db) =>
  db
    .select({
      id: agreements.id,
      number: agreements.number,
      state: agreements.state,
      title: agreements.title,
      clauses: agreements.clauses,
      terms: agreements.terms,
    })
    .from(agreements)
    .orderBy(desc(agreements.number));

/** Writes a draft. @returns its id; null when somebody has begun one already */
export async function recordDraft(
  db: Db,
  draft: Pick<
    typeof agreements.$inferInsert,
    'partnershipId' | 'number' | 'title' | 'clauses' | 'terms' | 'changedAt'
  >,
) {
  const [row] = await db
    .insert(agreements)
    .values(draft)
    .onConflictDoNothing()
    .returning({ id: agreements.id });
  return row?.id ?? null;
}

/** Changes a version that is held, and counts the change. */
export const recordChange = (db: Db, id: string, change: Change) =>
  db
    .update(agreements)
    .set({ ...change, version: sql`${agreements.version} + 1` })
    .where(eq(agreements.id, id));

export const removeVersion = (db: Db, id: string) => db.delete(agreements).where(eq(agreements.id, id));
