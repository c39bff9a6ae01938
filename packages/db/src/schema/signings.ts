import { confirmMeans } from '@lateral/domain/sign-in/sessions';
import { mostPledged } from '@lateral/domain/signings/pledges';
import { signingStates } from '@lateral/domain/signings/signings';
import { sql } from 'drizzle-orm';
import { check, foreignKey, index, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core';
import { agreements } from './agreements.ts';
import { bytes, ownPartnership, table } from './columns.ts';
import { people } from './people.ts';
import { schools } from './schools.ts';

/**
 * A school signs a version of the agreement: its governing body agrees, the headteacher signs, the chair of governors
 * co-signs. What was signed, by whom, in what capacity and how they showed who they are stays; a trigger holds it.
 */
export const signings = table(
  'signings',
  (t) => ({
    partnershipId: t.uuid().notNull(),
    id: t.uuid().notNull().defaultRandom(),
    schoolId: t.uuid().notNull(),
    agreementId: t.uuid().notNull(),
    state: t.text({ enum: signingStates }).notNull().default('opened'),
    version: t.integer().notNull().default(1),
    openedBy: t.uuid().notNull(),
    openedAt: t.timestamp({ withTimezone: true }).notNull(),
    /** The key of the clause that was read last, so that reading goes on there on another device. */
    place: t.text(),
    /** The governing body's decision: the day it met and the reference of its minute. */
    metOn: t.date({ mode: 'string' }),
    minute: t.text(),
    /** What the school would be willing to give a year, in whole pence; null when it has not said. */
    pledgedPence: t.integer(),
    /** Who put it down: the head, or an administrator who prepares for them. */
    preparedBy: t.uuid(),
    preparedAt: t.timestamp({ withTimezone: true }),
    /** The SHA-256 of the text that was signed, in hexadecimal. */
    sha256: t.text(),
    reference: t.text(),
    signedBy: t.uuid(),
    signedName: t.text(),
    signedAt: t.timestamp({ withTimezone: true }),
    signedMeans: t.text({ enum: confirmMeans }),
    coSignedBy: t.uuid(),
    coSignedName: t.text(),
    coSignedAt: t.timestamp({ withTimezone: true }),
    coSignedMeans: t.text({ enum: confirmMeans }),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    foreignKey({
      columns: [t.partnershipId, t.schoolId],
      foreignColumns: [schools.partnershipId, schools.id],
    }),
    foreignKey({
      columns: [t.partnershipId, t.agreementId],
      foreignColumns: [agreements.partnershipId, agreements.id],
    }),
    ...[t.openedBy, t.preparedBy, t.signedBy, t.coSignedBy].map((by) =>
      foreignKey({
        columns: [t.partnershipId, by],
        foreignColumns: [people.partnershipId, people.personId],
      }),
    ),
    uniqueIndex('signings_once').on(t.partnershipId, t.schoolId, t.agreementId),
    uniqueIndex('signings_reference').on(t.partnershipId, t.reference),
    index('signings_by_agreement').on(t.partnershipId, t.agreementId, t.state),
    check('signings_state_known', sql`${t.state} in ('opened','agreed','signed','co-signed')`),
    check(
      'signings_governing_body_first',
      sql`(${t.state} = 'opened') = (${t.metOn} is null) and (${t.metOn} is null) = (${t.minute} is null)
        and (${t.metOn} is null) = (${t.preparedBy} is null) and (${t.metOn} is null) = (${t.preparedAt} is null)`,
    ),
    check(
      'signings_signed',
      sql`(${t.state} in ('signed','co-signed')) = (${t.signedBy} is not null)
        and num_nulls(${t.signedBy}, ${t.signedName}, ${t.signedAt}, ${t.signedMeans}, ${t.sha256}, ${t.reference}) in (0, 6)`,
    ),
    check(
      'signings_co_signed',
      sql`(${t.state} = 'co-signed') = (${t.coSignedBy} is not null)
        and num_nulls(${t.coSignedBy}, ${t.coSignedName}, ${t.coSignedAt}, ${t.coSignedMeans}) in (0, 4)`,
    ),
    check('signings_pledge', sql`${t.pledgedPence} between 1 and ${sql.raw(String(mostPledged))}`),
    check('signings_by_two', sql`${t.coSignedBy} is null or ${t.coSignedBy} <> ${t.signedBy}`),
    ownPartnership(),
  ],
);

/** The sealed PDF of a complete signing, as the worker made it. Made once: the same bytes are given every time. */
export const signedCopies = table(
  'signed_copies',
  (t) => ({
    partnershipId: t.uuid().notNull(),
    signingId: t.uuid().notNull(),
    pdf: bytes().notNull(),
    madeAt: t.timestamp({ withTimezone: true }).notNull(),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.signingId] }),
    foreignKey({
      columns: [t.partnershipId, t.signingId],
      foreignColumns: [signings.partnershipId, signings.id],
    }),
    ownPartnership(),
  ],
);
