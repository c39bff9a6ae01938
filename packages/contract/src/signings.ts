import { confirmMeans } from '@lateral/domain/sign-in/sessions';
import { mostPledged } from '@lateral/domain/signings/pledges';
import { signingStates } from '@lateral/domain/signings/signings';
import { z } from 'zod';
import { agreement } from './agreements.ts';
import { day, endpoint, instant, problem, refusals, versionRefusals, words } from './endpoint.ts';

const tags = ['signings'];
const params = z.object({ schoolId: z.guid() });

const signature = z.object({
  /** The name as it was typed. */
  name: z.string(),
  at: instant,
  /** How they had shown who they are, within five minutes before. */
  means: z.enum(confirmMeans),
});

export const signing = z
  .object({
    version: z.int(),
    state: z.enum(signingStates),
    /** The key of the clause that was read last; null when reading has not begun. */
    place: z.string().nullable(),
    governingBody: z
      .object({ metOn: day, minute: z.string(), putDownBy: z.string(), at: instant })
      .nullable(),
    /** What the school would be willing to give a year, in whole pence; null when it has not said. */
    pledgedPence: z.int().nullable(),
    signed: signature.nullable(),
    coSigned: signature.nullable(),
    /** The SHA-256 of what was signed, in hexadecimal. */
    sha256: z.string().nullable(),
    reference: z.string().nullable(),
    /** Whether the sealed copy is there to be saved: it is made a moment after the co-signature. */
    hasCopy: z.boolean(),
  })
  .meta({ id: 'Signing' });
export type Signing = z.output<typeof signing>;

/** How a school stands with the agreement, and the version that it signs, has signed or is to co-sign. */
export const schoolSigning = z
  .object({
    school: z.object({ id: z.guid(), name: z.string(), memberSince: day.nullable(), counted: z.boolean() }),
    /** The version in question; null when there is nothing to sign and nothing was signed. */
    agreement: agreement.nullable(),
    /** Null when nobody of the school has begun. */
    signing: signing.nullable(),
    /** The newest version that the school has signed and co-signed; null when it has signed none. */
    complete: z.object({ agreementId: z.guid(), number: z.int(), signing }).nullable(),
    /** A version that the school had to do with, or the newest of all, when it was withdrawn; null when there is none. */
    withdrawn: z.object({ number: z.int(), why: z.string() }).nullable(),
    /** The version of the signing, 0 before it is begun: send it back as If-Match. */
    version: z.int(),
    /** Who is to sign and to co-sign today, by name; whoever has signed does not co-sign. */
    heads: z.array(z.string()),
    chairs: z.array(z.string()),
    /** What the caller may do here. */
    may: z.object({ prepare: z.boolean(), sign: z.boolean(), coSign: z.boolean() }),
  })
  .meta({ id: 'SchoolSigning' });
export type SchoolSigning = z.output<typeof schoolSigning>;

/** The version that they are reading: what is meant for one is never put down for another. */
const agreementId = z.guid();

const answers = { 200: schoolSigning, ...refusals, ...versionRefusals };
const signed = z.strictObject({
  name: words(100),
  /** Ticked: they may do this for the school. */
  hasAuthority: z.literal(true, 'must be ticked'),
  /** The SHA-256 of the version that they have read. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be the hash of the text that was read'),
});

export const getSigning = endpoint({
  method: 'GET',
  url: '/schools/:schoolId/signing',
  config: { may: 'signings.read' },
  schema: {
    tags,
    summary: 'How a school stands with the membership agreement',
    params,
    response: { 200: schoolSigning, ...refusals },
  },
});

/** The answer is a file: see packages/seal. */
export const getSignedCopy = endpoint({
  method: 'GET',
  url: '/schools/:schoolId/signing/copy',
  config: { may: 'signings.read' },
  schema: {
    tags,
    summary: 'The sealed copy (PDF) of the newest version that the school has signed and co-signed',
    params,
    response: { 200: z.string(), ...refusals, 409: problem },
  },
});

export const keepPlace = endpoint({
  method: 'PUT',
  url: '/schools/:schoolId/signing/place',
  config: { may: 'signings.prepare' },
  schema: {
    tags,
    summary: 'Keep the clause that was read last, so that reading goes on there on another device',
    params,
    body: z.strictObject({
      place: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'must be the key of a clause'),
      agreementId,
    }),
    response: { 200: schoolSigning, ...refusals, 409: versionRefusals[409] },
  },
});

export const putDownDecision = endpoint({
  method: 'PUT',
  url: '/schools/:schoolId/signing/governing-body',
  config: { may: 'signings.prepare', versioned: true },
  schema: {
    tags,
    summary: 'Put down when the governing body agreed, and the reference of its minute',
    params,
    body: z.strictObject({
      metOn: day,
      minute: words(60),
      /** Left out, it stays as it is. */
      pledgedPence: z.int().min(1).max(mostPledged).nullable().optional(),
      agreementId,
    }),
    response: answers,
  },
});

export const signAgreement = endpoint({
  method: 'POST',
  url: '/schools/:schoolId/signing/sign',
  config: { may: 'signings.sign', versioned: true },
  schema: {
    tags,
    summary: 'Sign the agreement for the school, as its headteacher',
    params,
    body: signed,
    response: answers,
  },
});

export const coSignAgreement = endpoint({
  method: 'POST',
  url: '/schools/:schoolId/signing/co-sign',
  config: { may: 'signings.co-sign', versioned: true },
  schema: {
    tags,
    summary:
      'Co-sign what the headteacher has signed, as chair of governors: the school is a member from today',
    params,
    body: signed,
    response: answers,
  },
});
