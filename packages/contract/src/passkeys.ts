import { z } from 'zod';
import { endpoint, instant, problem, refusals, words } from './endpoint.ts';

const tags = ['sign-in'];
const text = (most: number) => z.string().min(1).max(most);
const transports = z.array(z.string().max(40)).max(10).optional();

/** What a browser is asked, as `navigator.credentials` takes it (WebAuthn Level 3, JSON). */
export const passkeyOptions = z.record(z.string(), z.json());
export type PasskeyOptions = z.output<typeof passkeyOptions>;

/** What an authenticator answers (WebAuthn Level 3, AuthenticationResponseJSON). Parts that nobody reads are dropped. */
export const passkeyAnswer = z.object({
  id: text(1400),
  rawId: text(1400),
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: text(8000),
    authenticatorData: text(8000),
    signature: text(4000),
    userHandle: z.string().max(200).optional(),
  }),
});

/** A new passkey (RegistrationResponseJSON). */
export const newPasskey = z.object({
  id: text(1400),
  rawId: text(1400),
  type: z.literal('public-key'),
  response: z.object({ clientDataJSON: text(8000), attestationObject: text(100_000), transports }),
});

export const askPasskeyToSignIn = endpoint({
  method: 'POST',
  url: '/sign-in/passkeys/options',
  config: { may: 'anyone' },
  schema: {
    tags,
    summary: 'Ask the passkeys of this browser who is there',
    response: { 200: passkeyOptions, 429: problem },
  },
});

export const signInWithPasskey = endpoint({
  method: 'POST',
  url: '/sign-in/passkeys',
  config: { may: 'anyone' },
  schema: {
    tags,
    summary: 'Sign in with the answer of a passkey',
    body: z.strictObject({ answer: passkeyAnswer, partnershipId: z.guid().optional() }),
    response: { 200: z.object({ accessToken: z.string() }), 400: problem, 409: problem, 429: problem },
  },
});

export const passkey = z
  .object({ id: z.string(), name: z.string(), createdAt: instant, usedAt: instant.nullable() })
  .meta({ id: 'Passkey' });
export type Passkey = z.output<typeof passkey>;

export const askToAddPasskey = endpoint({
  method: 'POST',
  url: '/account/passkeys/options',
  config: { may: 'account.secure' },
  schema: {
    tags,
    summary: 'Ask this device to make a passkey',
    response: { 200: passkeyOptions, ...refusals, 409: problem },
  },
});

export const addPasskey = endpoint({
  method: 'POST',
  url: '/account/passkeys',
  config: { may: 'account.secure' },
  schema: {
    tags,
    summary: 'Keep the passkey that this device has made',
    body: z.strictObject({ answer: newPasskey, name: words(60) }),
    response: { 201: passkey, ...refusals, 409: problem },
  },
});

const params = z.object({ passkeyId: text(1400) });

export const renamePasskey = endpoint({
  method: 'PATCH',
  url: '/account/passkeys/:passkeyId',
  config: { may: 'account.read' },
  schema: {
    tags,
    summary: 'Give a passkey of yours another name',
    params,
    body: z.strictObject({ name: words(60) }),
    response: { 200: passkey, ...refusals },
  },
});

export const removePasskey = endpoint({
  method: 'DELETE',
  url: '/account/passkeys/:passkeyId',
  config: { may: 'account.secure' },
  schema: { tags, summary: 'Remove a passkey of yours', params, response: { 204: z.void(), ...refusals } },
});
