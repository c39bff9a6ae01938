import type { Db } from '@lateral/db/client';
import { findInForce } from '@lateral/domain/agreements/states';
import { dayInLondon } from '@lateral/domain/calendars/london';
import { covers, decide, type Permission } from '@lateral/domain/policy';
import type { Actor } from '../actor.ts';
import { notFound } from '../problems.ts';
import { listCopied } from './copy-queries.ts';
import { describeWhole } from './describe.ts';
import { findVersion, listVersions } from './queries.ts';
import { findSchool, listSigners, listSignings, type SigningRow } from './signing-queries.ts';

type Agreement = NonNullable<Awaited<ReturnType<typeof findVersion>>>;
/** A school, what has been issued, and what it has signed or begun to sign; with a version that was read already. */
export type SchoolState = {
  school: NonNullable<Awaited<ReturnType<typeof findSchool>>>;
  versions: Awaited<ReturnType<typeof listVersions>>;
  all: Awaited<ReturnType<typeof listSignings>>;
  /** Those who sign for it today. */
  signers: Awaited<ReturnType<typeof listSigners>>;
  agreement?: Agreement;
};

/** Reads everything that a school's signing is decided by. @param readVersions what has been issued; held, by those who sign @throws 404 */
export async function readState(
  db: Db,
  schoolId: string,
  now: Date,
  readVersions = (): Promise<SchoolState['versions']> => listVersions(db, ['issued', 'withdrawn']).execute(),
): Promise<SchoolState> {
  // Sent together: one round trip.
  const [versions, school, all, signers] = await Promise.all([
    readVersions(),
    findSchool(db, schoolId, dayInLondon(now)),
    listSignings(db, schoolId).execute(),
    listSigners(db, schoolId, now).execute(),
  ]);
  if (!school) throw notFound();
  return { school, versions, all, signers };
}

/**
 * The version in force, and the signing that a school is at: what waits for the chair's co-signature, else that of the
 * version in force; when none is in force, the last that it signed.
 */
export function findCurrent({ versions, all }: SchoolState) {
  const inForce = findInForce(versions);
  const waiting = all.find(
    ({ signing, agreementState }) => signing.state === 'signed' && agreementState === 'issued',
  );
  const ofForce = all.find(({ signing }) => signing.agreementId === inForce?.id);
  const last = all.find(({ signing }) => signing.state === 'co-signed' || signing.state === 'signed');
  const found = waiting ?? ofForce ?? (inForce ? undefined : last);
  return { inForce, found: found ?? null, signing: found?.signing ?? null };
}

/** How a school stands with the agreement, as the actor sees it. */
export async function describeSigning(db: Db, actor: Actor, state: SchoolState) {
  const { school, versions, all, signers } = state;
  const { id: schoolId } = school;
  const { inForce, found, signing } = findCurrent(state);
  const complete = all.find(({ signing: { state } }) => state === 'co-signed');
  const ids = all.flatMap(({ signing: { id, state } }) => (state === 'co-signed' ? id : []));
  const copied = ids.length > 0 ? await listCopied(db, ids) : new Set<string>();
  const agreementId = signing?.agreementId ?? inForce?.id;
  const signedBy = signing?.signedBy ?? null;
  const namesOf = (wanted: string, except: string | null = null) =>
    signers.flatMap(({ role, name, personId }) => (role === wanted && personId !== except ? name : []));
  const may = (permission: Permission) => {
    const reach = decide(actor.roles, permission);
    return typeof reach === 'object' && covers(reach, schoolId);
  };
  return {
    school,
    agreement: agreementId ? await describeAgreement(db, actor, agreementId, state) : null,
    signing: found && describe(found, copied),
    complete: complete
      ? {
          agreementId: complete.signing.agreementId,
          number: complete.number,
          signing: describe(complete, copied),
        }
      : null,
    withdrawn: findWithdrawn(versions, all),
    version: signing?.version ?? 0,
    heads: namesOf('headteacher'),
    chairs: namesOf('chair-of-governors', signedBy),
    may: {
      prepare: may('signings.prepare'),
      sign: may('signings.sign'),
      coSign: may('signings.co-sign') && signedBy !== actor.personId,
    },
  };
}

/** The version in question, read when it has not been. */
async function describeAgreement(db: Db, actor: Actor, id: string, { agreement, versions }: SchoolState) {
  const row = agreement?.id === id ? agreement : await findVersion(db, id, ['issued', 'withdrawn']);
  if (!row) throw notFound();
  return describeWhole(row, actor, findInForce(versions)?.id);
}

/** What was withdrawn after the head had signed it; else the newest version, when that was withdrawn. */
function findWithdrawn(
  versions: Awaited<ReturnType<typeof listVersions>>,
  all: Awaited<ReturnType<typeof listSignings>>,
) {
  const half = all.find(
    ({ signing, agreementState }) => signing.state === 'signed' && agreementState === 'withdrawn',
  );
  const [newest] = versions;
  const number = half?.number ?? (newest?.state === 'withdrawn' ? newest.number : null);
  const found = versions.find((version) => version.number === number);
  return found ? { number: found.number, why: found.withdrawnWhy ?? '' } : null;
}

type Found = Awaited<ReturnType<typeof listSignings>>[number];

function describe({ signing: row, putDownBy }: Found, copied: ReadonlySet<string>) {
  const { version, state, place, metOn, minute, pledgedPence, preparedAt, sha256, reference } = row;
  return {
    version,
    state,
    place,
    governingBody:
      metOn !== null && minute !== null && preparedAt !== null
        ? { metOn, minute, putDownBy: putDownBy ?? '', at: preparedAt }
        : null,
    pledgedPence,
    signed: signatureOf(row.signedName, row.signedAt, row.signedMeans),
    coSigned: signatureOf(row.coSignedName, row.coSignedAt, row.coSignedMeans),
    sha256,
    reference,
    hasCopy: copied.has(row.id),
  };
}

const signatureOf = (name: string | null, at: Date | null, means: SigningRow['signedMeans']) =>
  name !== null && at !== null && means !== null ? { name, at, means } : null;
