import type { Clause } from '@lateral/domain/agreements/clauses';
import { agreementStates } from '@lateral/domain/agreements/states';
import { type Terms, termsUnsaid } from '@lateral/domain/agreements/terms';
import { sql } from 'drizzle-orm';
import { check, foreignKey, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core';
import { ownPartnership, table } from './columns.ts';
import { partnerships } from './partnerships.ts';
import { people } from './people.ts';

/**
 * A version of the membership agreement. Its clauses are data; once it is issued its words stand, as the text that was
 * hashed, and a trigger holds them.
 */
export const agreements = table(
  'agreements',
  (t) => ({
    partnershipId: t
      .uuid()
      .notNull()
      .references(() => partnerships.id),
    id: t.uuid().notNull().defaultRandom(),
    /** 1 for the first; as schools know it. */
    number: t.integer().notNull(),
    title: t.text().notNull(),
    clauses: t.jsonb().$type<Clause[]>().notNull(),
    /** How long membership under it holds: renewal, notice, and what becomes of it when a school is converted. */
    terms: t.jsonb().$type<Terms>().notNull().default(termsUnsaid),
    /** Until when members are asked to consent to it; null when they are not asked by a day. */
    consentBy: t.date({ mode: 'string' }),
    /** How often it has been changed, so that two people who edit at once do not overwrite one another. */
    version: t.integer().notNull().default(1),
    state: t.text({ enum: agreementStates }).notNull().default('draft'),
    changedAt: t.timestamp({ withTimezone: true }).notNull(),
    offeredBy: t.uuid(),
    offeredAt: t.timestamp({ withTimezone: true }),
    issuedBy: t.uuid(),
    issuedAt: t.timestamp({ withTimezone: true }),
    /** The text as it was issued, and its SHA-256 in hexadecimal. */
    sealedText: t.text(),
    sha256: t.text(),
    withdrawnBy: t.uuid(),
    withdrawnAt: t.timestamp({ withTimezone: true }),
    withdrawnWhy: t.text(),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    ...[t.offeredBy, t.issuedBy, t.withdrawnBy].map((by) =>
      foreignKey({
        columns: [t.partnershipId, by],
        foreignColumns: [people.partnershipId, people.personId],
      }),
    ),
    uniqueIndex('agreements_number').on(t.partnershipId, t.number),
    uniqueIndex('agreements_one_draft').on(t.partnershipId).where(sql`state in ('draft','offered')`),
    check('agreements_state_known', sql`${t.state} in ('draft','offered','issued','withdrawn')`),
    check('agreements_number_counts', sql`${t.number} >= 1`),
    check(
      'agreements_offered',
      sql`(${t.state} = 'draft') = (${t.offeredBy} is null) and (${t.offeredBy} is null) = (${t.offeredAt} is null)`,
    ),
    check('agreements_by_two', sql`${t.issuedBy} is null or ${t.issuedBy} <> ${t.offeredBy}`),
    check(
      'agreements_sealed',
      sql`case when ${t.state} in ('issued','withdrawn')
        then ${t.issuedBy} is not null and ${t.issuedAt} is not null and ${t.sealedText} is not null and ${t.sha256} is not null
          and ${t.sha256} = encode(sha256(convert_to(${t.sealedText}, 'UTF8')), 'hex')
        else ${t.issuedBy} is null and ${t.issuedAt} is null and ${t.sealedText} is null and ${t.sha256} is null end`,
    ),
    check(
      'agreements_withdrawn',
      sql`(${t.state} = 'withdrawn') = (${t.withdrawnBy} is not null) and (${t.withdrawnBy} is null) = (${t.withdrawnAt} is null) and (${t.withdrawnBy} is null) = (${t.withdrawnWhy} is null)`,
    ),
    ownPartnership(),
  ],
);
