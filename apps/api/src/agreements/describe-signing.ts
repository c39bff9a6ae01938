import type { Db } from '@lateral/db/client';
import { findInForce } from '@lateral/domain/agreements/states';
import { dayInLondon } from '@lateral/domain/calendars/london';
import { covers, decide, type Permission } from '@lateral/domain/policy';
import type { Actor } from '../actor.ts';
import { notFound } from '../problems.ts';
import { describeVersion } from './describe.ts';
import { listVersions } from './queries.ts';
import { findName, findSchool, listHolders, listSignings, type SigningRow } from './signing-queries.ts';

/**
 * The signing that a school is at: what waits for the chair's co-signature, else that of the version in force; when none
 * is in force, the last that it signed.
 */
export async function findCurrent(db: Db, schoolId: string) {
  const inForce = findInForce(await listVersions(db, ['issued', 'withdrawn']));
  const all = await listSignings(db, schoolId);
  const waiting = all.find(
    ({ signing, agreementState }) => signing.state === 'signed' && agreementState === 'issued',
  );
  const ofForce = all.find(({ signing }) => signing.agreementId === inForce?.id);
  const last = all.find(({ signing }) => signing.state === 'co-signed' || signing.state === 'signed');
  const found = waiting ?? ofForce ?? (inForce ? undefined : last);
  return { inForce, signing: found?.signing ?? null, isWithdrawn: found?.agreementState === 'withdrawn' };
}

/** How a school stands with the agreement, as the actor sees it. @throws 404 */
export async function describeSigning(db: Db, actor: Actor, schoolId: string, now: Date) {
  const school = await findSchool(db, schoolId);
  if (!school) throw notFound();
  const { inForce, signing } = await findCurrent(db, schoolId);
  const agreementId = signing?.agreementId ?? inForce?.id;
  const holders = await listHolders(db, schoolId, ['headteacher', 'chair-of-governors'], dayInLondon(now));
  const namesOf = (wanted: string) => holders.flatMap(({ role, name }) => (role === wanted ? name : []));
  const may = (permission: Permission) => {
    const reach = decide(actor.roles, permission);
    return typeof reach === 'object' && covers(reach, schoolId);
  };
  return {
    school,
    agreement: agreementId ? await describeVersion(db, actor, agreementId) : null,
    signing: signing && (await describe(db, signing)),
    version: signing?.version ?? 0,
    heads: namesOf('headteacher'),
    chairs: namesOf('chair-of-governors'),
    may: { prepare: may('signings.prepare'), sign: may('signings.sign'), coSign: may('signings.co-sign') },
  };
}

async function describe(db: Db, row: SigningRow) {
  const { version, state, place, metOn, minute, preparedBy, preparedAt, sha256, reference } = row;
  return {
    version,
    state,
    place,
    governingBody:
      metOn !== null && minute !== null && preparedAt !== null
        ? { metOn, minute, putDownBy: await findName(db, preparedBy), at: preparedAt }
        : null,
    signed: signatureOf(row.signedName, row.signedAt, row.signedMeans),
    coSigned: signatureOf(row.coSignedName, row.coSignedAt, row.coSignedMeans),
    sha256,
    reference,
  };
}

const signatureOf = (name: string | null, at: Date | null, means: SigningRow['signedMeans']) =>
  name !== null && at !== null && means !== null ? { name, at, means } : null;
