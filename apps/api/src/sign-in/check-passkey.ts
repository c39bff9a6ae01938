import type { PasskeyOptions, passkeyAnswer } from '@lateral/contract/passkeys';
import type { Db } from '@lateral/db/client';
import { type Ceremony, challengeMinutes, refuseChallenge } from '@lateral/domain/sign-in/passkeys';
import { generateAuthenticationOptions, verifyAuthenticationResponse } from '@simplewebauthn/server';
import type { z } from 'zod';
import { refused } from '../problems.ts';
import {
  listPasskeys,
  lockChallenge,
  lockPasskey,
  recordChallenge,
  recordChallengeUsed,
  recordPasskeyUsed,
} from './passkey-queries.ts';

/** Whose question it is: what for, in which browser (or session), and about whom; null when nobody knows yet. */
export type Asking = { ceremony: Ceremony; browserHash: string; personId: string | null };

/** The site that passkeys are made for: a name without scheme or port, and the address at which it is reached. */
export function siteOf(publicUrl: string) {
  const { hostname, origin } = new URL(publicUrl);
  return { id: hostname, origin };
}

/** Puts a question to passkeys: those of one person, or any that this browser knows. */
export async function askPasskey(db: Db, asking: Asking, publicUrl: string, now: Date) {
  const known = asking.personId ? await listPasskeys(db, asking.personId) : [];
  const options = await generateAuthenticationOptions({
    rpID: siteOf(publicUrl).id,
    userVerification: 'required',
    allowCredentials: known.map(({ id, transports }) => ({ id, transports })),
  });
  await keepQuestion(db, asking, options.challenge, now);
  return asJson(options);
}

/** As it travels: what is undefined is not there. */
export const asJson = (options: object) => JSON.parse(JSON.stringify(options)) as PasskeyOptions;

export const keepQuestion = (db: Db, asking: Asking, challenge: string, now: Date) =>
  recordChallenge(db, {
    ...asking,
    challenge,
    expiresAt: new Date(now.getTime() + challengeMinutes * 60_000),
  });

/** The question that an answer says it answers; '' when it says nothing that can be read. */
function questionOf(clientDataJSON: string): string {
  try {
    const { challenge } = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString()) as Record<
      string,
      unknown
    >;
    return typeof challenge === 'string' ? challenge : '';
  } catch {
    return '';
  }
}

type Given = {
  ceremony: Ceremony;
  browserHash: string | null;
  personId: string | null;
  response: { clientDataJSON: string };
};

/** Holds the question of an answer and marks it answered. @throws 409 saying why it does not count */
export async function takeQuestion(db: Db, { response, ...answer }: Given, now: Date) {
  const found = await lockChallenge(db, questionOf(response.clientDataJSON));
  const refusal = refuseChallenge(found, answer, now);
  if (refusal || !found) throw refused(refusal ?? 'challenge-unknown');
  await recordChallengeUsed(db, found.challenge, now);
  return found.challenge;
}

/** Whose passkey answered. @throws 409 when the answer does not count: wrong question, site, key, or a copied device */
export async function checkPasskey(
  db: Db,
  asking: Omit<Asking, 'browserHash'> & { browserHash: string | null },
  answer: z.output<typeof passkeyAnswer>,
  publicUrl: string,
  now: Date,
): Promise<string> {
  const expectedChallenge = await takeQuestion(db, { ...asking, response: answer.response }, now);
  const passkey = await lockPasskey(db, answer.id);
  const isTheirs = passkey && (asking.personId === null || passkey.personId === asking.personId);
  if (!isTheirs) throw refused('passkey-unknown');
  const { id, origin } = siteOf(publicUrl);
  const { credentialId, publicKey, counter, transports } = passkey;
  const { userHandle, ...response } = answer.response;
  const result = await verifyAuthenticationResponse({
    response: {
      ...answer,
      response: userHandle === undefined ? response : { ...response, userHandle },
      clientExtensionResults: {},
    },
    expectedChallenge,
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: true,
    credential: { id: credentialId, publicKey: new Uint8Array(publicKey), counter, transports },
  }).catch(() => null);
  if (!result?.verified) throw refused('passkey-refused');
  await recordPasskeyUsed(db, credentialId, result.authenticationInfo.newCounter, now);
  return passkey.personId;
}
