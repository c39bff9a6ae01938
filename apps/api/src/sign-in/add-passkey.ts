import type { newPasskey } from '@lateral/contract/passkeys';
import type { Db } from '@lateral/db/client';
import { mostPasskeys } from '@lateral/domain/sign-in/passkeys';
import { generateRegistrationOptions, verifyRegistrationResponse } from '@simplewebauthn/server';
import type { z } from 'zod';
import { refused } from '../problems.ts';
import { asJson, keepQuestion, siteOf, takeQuestion } from './check-passkey.ts';
import { listPasskeys, recordPasskey } from './passkey-queries.ts';

/** EdDSA, ECDSA with P-256 and RSA, by their COSE numbers: what every device in use has one of. */
const supportedAlgorithmIDs = [-8, -7, -257];

type Owner = { personId: string; sessionHash: string };

/** Asks a device to make a passkey: one that it can find by itself, and that proves its owner is there. */
export async function askToAddPasskey(
  db: Db,
  { personId, sessionHash, name, email }: Owner & { name: string; email: string },
  publicUrl: string,
  now: Date,
) {
  const known = await listPasskeys(db, personId);
  if (known.length >= mostPasskeys) throw refused('too-many-passkeys');
  const options = await generateRegistrationOptions({
    rpName: 'Lateral',
    rpID: siteOf(publicUrl).id,
    userName: email,
    userDisplayName: name,
    userID: new TextEncoder().encode(personId),
    excludeCredentials: known.map(({ id, transports }) => ({ id, transports })),
    supportedAlgorithmIDs,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  await keepQuestion(db, { ceremony: 'add', browserHash: sessionHash, personId }, options.challenge, now);
  return asJson(options);
}

/** Keeps the passkey that a device has made. @throws 409 when the answer does not count or somebody has it already */
export async function addPasskey(
  db: Db,
  { personId, sessionHash }: Owner,
  { answer, name }: { answer: z.output<typeof newPasskey>; name: string },
  publicUrl: string,
  now: Date,
) {
  const asking = { ceremony: 'add', browserHash: sessionHash, personId } as const;
  const expectedChallenge = await takeQuestion(db, { ...asking, response: answer.response }, now);
  const { id, origin } = siteOf(publicUrl);
  const { transports = [], ...response } = answer.response;
  const result = await verifyRegistrationResponse({
    response: { ...answer, response: { ...response, transports }, clientExtensionResults: {} },
    expectedChallenge,
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: true,
    supportedAlgorithmIDs,
  }).catch(() => null);
  if (!result?.verified) throw refused('passkey-refused');
  const { credential } = result.registrationInfo;
  const kept = await recordPasskey(db, {
    credentialId: credential.id,
    personId,
    publicKey: credential.publicKey,
    counter: credential.counter,
    transports,
    name,
    createdAt: now,
  });
  if (!kept) throw refused('passkey-known');
  return kept;
}
