import { sql } from 'drizzle-orm';
import { check, foreignKey, index, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core';
import { bytes, ownPartnership, table } from './columns.ts';
import { partnerships } from './partnerships.ts';
import { schools } from './schools.ts';

/**
 * What happened, in the transaction that made it happen: the timeline of a school and of the partnership, and the audit
 * trail. The app only adds to it. Afterwards the worker chains the rows of each partnership in the order in which it
 * finds them, so that no change has to wait for another's (packages/audit says what a hash covers).
 */
export const events = table(
  'events',
  (t) => ({
    partnershipId: t
      .uuid()
      .notNull()
      .references(() => partnerships.id),
    id: t.bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    at: t.timestamp({ withTimezone: true }).notNull(),
    /** Who did it; null for the system itself. */
    personId: t.uuid(),
    /** The head in whose name it was done, when somebody prepared it for them. */
    onBehalfOf: t.uuid(),
    schoolId: t.uuid(),
    kind: t.text().notNull(),
    detail: t.jsonb().$type<Record<string, unknown>>().notNull(),
    /** Its place in the chain: 1, 2, 3 …; null until the worker has chained it. */
    seq: t.bigint({ mode: 'number' }),
    /** Hides the detail behind its hash; gone, with the detail, once a person is erased. */
    salt: bytes(),
    detailHash: t.text(),
    hash: t.text(),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    foreignKey({
      columns: [t.partnershipId, t.schoolId],
      foreignColumns: [schools.partnershipId, schools.id],
    }),
    index('events_by_school').on(t.partnershipId, t.schoolId, t.id),
    uniqueIndex('events_chain').on(t.partnershipId, t.seq).where(sql`seq is not null`),
    index('events_unchained').on(t.partnershipId, t.id).where(sql`seq is null`),
    check(
      'events_chained_whole',
      sql`(${t.seq} is null) = (${t.hash} is null) and (${t.seq} is null) = (${t.detailHash} is null)`,
    ),
    ownPartnership(),
  ],
);

/** The head of a partnership's chain at a moment, signed (Ed25519): what comes before it cannot be changed unnoticed. */
export const checkpoints = table(
  'checkpoints',
  (t) => ({
    partnershipId: t
      .uuid()
      .notNull()
      .references(() => partnerships.id),
    seq: t.bigint({ mode: 'number' }).notNull(),
    hash: t.text().notNull(),
    at: t.timestamp({ withTimezone: true }).notNull(),
    /** Which key signed it: the first 16 characters of the hash of the public key. */
    keyId: t.text().notNull(),
    signature: t.text().notNull(),
  }),
  (t) => [primaryKey({ columns: [t.partnershipId, t.seq] }), ownPartnership()],
);
