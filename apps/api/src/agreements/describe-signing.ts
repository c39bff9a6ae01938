import type { Db } from '@lateral/db/client';
import { findInForce } from '@lateral/domain/agreements/states';
import { dayInLondon } from '@lateral/domain/calendars/london';
import { covers, decide, type Permission } from '@lateral/domain/policy';
import type { Actor } from '../actor.ts';
import { notFound } from '../problems.ts';
import { listHolders } from '../roles-held.ts';
import { listCopied } from './copy-queries.ts';
import { describeVersion } from './describe.ts';
import { listVersions } from './queries.ts';
import { findName, findSchool, listSignings, type SigningRow } from './signing-queries.ts';

/**
 * The signing that a school is at: what waits for the chair's co-signature, else that of the version in force; when none
 * is in force, the last that it signed.
 */
export async function findCurrent(db: Db, schoolId: string) {
  const versions = await listVersions(db, ['issued', 'withdrawn']);
  const inForce = findInForce(versions);
  const all = await listSignings(db, schoolId);
  const waiting = all.find(
    ({ signing, agreementState }) => signing.state === 'signed' && agreementState === 'issued',
  );
  const ofForce = all.find(({ signing }) => signing.agreementId === inForce?.id);
  const last = all.find(({ signing }) => signing.state === 'co-signed' || signing.state === 'signed');
  const found = waiting ?? ofForce ?? (inForce ? undefined : last);
  return { versions, all, inForce, signing: found?.signing ?? null };
}

/** How a school stands with the agreement, as the actor sees it. @throws 404 */
export async function describeSigning(db: Db, actor: Actor, schoolId: string, now: Date) {
  const school = await findSchool(db, schoolId, dayInLondon(now));
  if (!school) throw notFound();
  const { versions, all, inForce, signing } = await findCurrent(db, schoolId);
  const complete = all.find(({ signing: { state } }) => state === 'co-signed');
  const copied = await listCopied(
    db,
    all.map(({ signing: { id } }) => id),
  );
  const agreementId = signing?.agreementId ?? inForce?.id;
  const holders = await listHolders(db, schoolId, ['headteacher', 'chair-of-governors'], dayInLondon(now));
  const signedBy = signing?.signedBy ?? null;
  const namesOf = (wanted: string, except: string | null = null) =>
    holders.flatMap(({ role, name, personId }) => (role === wanted && personId !== except ? name : []));
  const may = (permission: Permission) => {
    const reach = decide(actor.roles, permission);
    return typeof reach === 'object' && covers(reach, schoolId);
  };
  return {
    school,
    agreement: agreementId ? await describeVersion(db, actor, agreementId) : null,
    signing: signing && (await describe(db, signing, copied)),
    complete: complete
      ? {
          agreementId: complete.signing.agreementId,
          number: complete.number,
          signing: await describe(db, complete.signing, copied),
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

async function describe(db: Db, row: SigningRow, copied: ReadonlySet<string>) {
  const { version, state, place, metOn, minute, pledgedPence, preparedBy, preparedAt, sha256, reference } =
    row;
  return {
    version,
    state,
    place,
    governingBody:
      metOn !== null && minute !== null && preparedAt !== null
        ? { metOn, minute, putDownBy: await findName(db, preparedBy), at: preparedAt }
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
