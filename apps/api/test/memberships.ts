import { createHash, randomUUID } from 'node:crypto';
import type { Database } from '@lateral/db/client';
import * as schema from '@lateral/db/schema';
import type { EndReason } from '@lateral/domain/memberships/spans';
import type { SigningState } from '@lateral/domain/signings/signings';

type VersionOptions = {
  number: number;
  by: readonly [string, string];
  issuedAt?: Date;
  consentBy?: string | null;
};

/** A version of the agreement that is in force, as two people issued it. */
export async function buildVersion(database: Database, partnershipId: string, options: VersionOptions) {
  const { number, by, issuedAt = new Date('2026-10-01T09:00:00Z'), consentBy = null } = options;
  const sealedText = `Membership agreement, version ${number}`;
  const row = {
    partnershipId,
    id: randomUUID(),
    number,
    title: 'Membership agreement',
    clauses: [],
    state: 'issued' as const,
    consentBy,
    changedAt: issuedAt,
    offeredBy: by[0],
    offeredAt: issuedAt,
    issuedBy: by[1],
    issuedAt,
    sealedText,
    sha256: createHash('sha256').update(sealedText).digest('hex'),
  };
  await database.withPartnership(partnershipId, (db) => db.insert(schema.agreements).values(row));
  return row;
}

type SigningOptions = { by: readonly [string, string]; pledgedPence?: number; at?: Date };

/** How far a school is with signing a version: prepared and signed by the first of the two, co-signed by the second. */
export async function buildSigning(
  database: Database,
  school: { partnershipId: string; id: string },
  version: { id: string; number: number; sha256: string },
  state: SigningState,
  { by: [first, second], pledgedPence, at = new Date('2026-11-20T09:00:00Z') }: SigningOptions,
) {
  const isAgreed = state !== 'opened';
  const isSigned = state === 'signed' || state === 'co-signed';
  const { partnershipId } = school;
  const row = {
    partnershipId,
    id: randomUUID(),
    schoolId: school.id,
    agreementId: version.id,
    state,
    openedBy: first,
    openedAt: at,
    ...(pledgedPence && { pledgedPence }),
    ...(isAgreed && { metOn: '2026-11-19', minute: 'FGB 7', preparedBy: first, preparedAt: at }),
    ...(isSigned && {
      sha256: version.sha256,
      reference: `A${version.number}-${randomUUID().slice(0, 8)}`,
      signedBy: first,
      signedName: 'Ada Fern',
      signedAt: at,
      signedMeans: 'passkey' as const,
    }),
    ...(state === 'co-signed' && {
      coSignedBy: second,
      coSignedName: 'Bo Rook',
      coSignedAt: at,
      coSignedMeans: 'passkey' as const,
    }),
  };
  await database.withPartnership(partnershipId, (db) => db.insert(schema.signings).values(row));
  return row;
}

type MembershipOptions = { from?: string; to?: string | null; endsWhy?: EndReason | null; urn?: number };

/** A membership of a school; open, and from 1 September, unless said otherwise. */
export async function buildMembership(
  database: Database,
  { partnershipId, id: schoolId }: { partnershipId: string; id: string },
  { from = '2026-09-01', ...rest }: MembershipOptions = {},
) {
  await database.withPartnership(partnershipId, (db) =>
    db.insert(schema.memberships).values({ partnershipId, schoolId, from, ...rest }),
  );
}
