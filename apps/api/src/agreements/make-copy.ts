import { createHash, type KeyObject } from 'node:crypto';
import type { Database } from '@lateral/db/client';
import type { Certificate, CertifiedSignature } from '@lateral/seal/certificate';
import { seal } from '@lateral/seal/seal';
import { listPartnershipIds } from '../all-partnerships.ts';
import { composeCopy } from './compose-copy.ts';
import { type Complete, findComplete, listCopied, listUncopied, recordCopy } from './copy-queries.ts';
import { canDraw, drawCopy } from './draw-copy.ts';

/** How many copies one sweep makes for a partnership: the next comes a minute later. */
const atOnce = 50;

/**
 * Makes the sealed copy of a complete signing and keeps it. What has its copy keeps it: two workers, or one that was
 * killed and did it again, leave one copy. It is drawn between two short transactions, so that nothing waits for it.
 */
export async function makeCopy(
  database: Database,
  { partnershipId, signingId }: { partnershipId: string; signingId: string },
  key: KeyObject,
  now: Date,
): Promise<void> {
  const complete = await database.withPartnership(partnershipId, async (db) =>
    (await listCopied(db, [signingId])).has(signingId) ? null : findComplete(db, signingId),
  );
  if (!complete) return;
  const { certificate, text } = certify(complete);
  const pdf = seal(await drawCopy(composeCopy(certificate, text, canDraw)), key);
  await database.withPartnership(partnershipId, (db) =>
    recordCopy(db, { partnershipId, signingId, pdf, madeAt: now }),
  );
}

/**
 * Makes the copies that are missing: of what was signed before there were copies, and of what a worker was killed over.
 * A worker calls it every minute. One that cannot be made keeps no other from being made.
 * @returns what went wrong, one error for each copy that could not be made
 */
export async function makeMissingCopies(database: Database, key: KeyObject, now: Date): Promise<unknown[]> {
  const failed: unknown[] = [];
  for (const partnershipId of await database.withKeeper(listPartnershipIds)) {
    const missing = await database.withPartnership(partnershipId, (db) => listUncopied(db, atOnce));
    for (const signingId of missing)
      await makeCopy(database, { partnershipId, signingId }, key, now).catch((error: unknown) =>
        failed.push(error),
      );
  }
  return failed;
}

/** What is certified of a signing, and the text that was signed. Throws when a part is not as the database holds it. */
function certify(complete: Complete): { certificate: Certificate; text: string } {
  const { number, text, partnership, schoolName, urn, putDownBy } = complete;
  const { reference, sha256, metOn, minute, preparedAt, pledgedPence } = complete;
  if (
    text === null ||
    reference === null ||
    sha256 === null ||
    metOn === null ||
    minute === null ||
    !preparedAt
  )
    throw new Error(`the signing ${complete.id} is not whole`);
  if (createHash('sha256').update(text).digest('hex') !== sha256)
    throw new Error(`the signing ${complete.id} is of another text`);
  const governingBody = { metOn, minute, putDownBy: putDownBy ?? '', at: preparedAt.toISOString() };
  const { signedName, signedAt, signedMeans, coSignedName, coSignedAt, coSignedMeans } = complete;
  return {
    text,
    certificate: {
      format: 'lateral-agreement-1',
      reference,
      partnership,
      school: { name: schoolName, urn },
      version: number,
      sha256,
      governingBody,
      signed: signatureOf('headteacher', signedName, signedAt, signedMeans),
      coSigned: signatureOf('chair-of-governors', coSignedName, coSignedAt, coSignedMeans),
      pledgedPence,
    },
  };
}

function signatureOf(
  capacity: CertifiedSignature['capacity'],
  name: string | null,
  at: Date | null,
  means: string | null,
): CertifiedSignature {
  if (name === null || at === null || means === null) throw new Error('a signature is not whole');
  return { name, capacity, at: at.toISOString(), means };
}
