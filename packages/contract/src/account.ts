import { confirmMeans, signInMeans } from '@lateral/domain/sign-in/sessions';
import { z } from 'zod';
import { endpoint, instant, problem, refusals } from './endpoint.ts';
import { passkey, passkeyAnswer, passkeyOptions } from './passkeys.ts';

const tags = ['sign-in'];

export const session = z
  .object({
    id: z.guid(),
    browser: z.string().nullable(),
    signedInBy: z.enum(signInMeans),
    createdAt: instant,
    seenAt: instant.nullable(),
    isThis: z.boolean(),
  })
  .meta({ id: 'Session' });
export type Session = z.output<typeof session>;

export const getAccount = endpoint({
  method: 'GET',
  url: '/account',
  config: { may: 'account.read' },
  schema: {
    tags,
    summary: 'How you sign in: passkeys, signed-in browsers, and how you can prove who you are',
    response: {
      200: z.object({
        passkeys: z.array(passkey),
        sessions: z.array(session),
        confirmation: z.object({
          /** Until when your last proof counts; null when you have given none. */
          until: instant.nullable(),
          /** The best means that you have; null when you have none yet. */
          means: z.array(z.enum(confirmMeans)),
          providerName: z.string().nullable(),
          /** Where a code goes, or why none can be sent. */
          codeAddress: z.string().nullable(),
          codeRefusal: z.string().nullable(),
        }),
      }),
      ...refusals,
    },
  },
});

export const signOutEverywhere = endpoint({
  method: 'POST',
  url: '/account/sessions/end',
  config: { may: 'account.read' },
  schema: {
    tags,
    summary: 'Sign out on every device, this one too',
    response: { 200: z.object({ ended: z.int() }), ...refusals },
  },
});

export const endSession = endpoint({
  method: 'DELETE',
  url: '/account/sessions/:sessionId',
  config: { may: 'account.read' },
  schema: {
    tags,
    summary: 'Sign out on one device',
    params: z.object({ sessionId: z.guid() }),
    response: { 204: z.void(), ...refusals },
  },
});

const confirmed = z.object({ until: instant });

export const askPasskeyToConfirm = endpoint({
  method: 'POST',
  url: '/account/confirmations/passkey/options',
  config: { may: 'account.read' },
  schema: {
    tags,
    summary: 'Ask a passkey of yours who is there',
    response: { 200: passkeyOptions, ...refusals, 409: problem },
  },
});

export const confirmWithPasskey = endpoint({
  method: 'POST',
  url: '/account/confirmations/passkey',
  config: { may: 'account.read' },
  schema: {
    tags,
    summary: 'Prove who you are with a passkey',
    body: z.strictObject({ answer: passkeyAnswer }),
    response: { 200: confirmed, ...refusals, 409: problem, 429: problem },
  },
});

export const sendCode = endpoint({
  method: 'POST',
  url: '/account/confirmations/code/send',
  config: { may: 'account.read' },
  schema: {
    tags,
    summary: 'Mail a code to your own confirmed address',
    response: { 202: z.object({ sentTo: z.string() }), ...refusals, 409: problem, 429: problem },
  },
});

export const confirmWithCode = endpoint({
  method: 'POST',
  url: '/account/confirmations/code',
  config: { may: 'account.read' },
  schema: {
    tags,
    summary: 'Prove who you are with the code that was mailed',
    body: z.strictObject({ code: z.string().regex(/^[\d\s]{4,20}$/, 'must be the digits of the code') }),
    response: { 200: confirmed, ...refusals, 409: problem, 429: problem },
  },
});
