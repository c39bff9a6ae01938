import { z } from 'zod';
import { endpoint, problem, refusals } from './endpoint.ts';

const tags = ['sign-in'];
/** Where the browser goes next, at the provider. */
const onward = z.object({ url: z.url() });

export const listSignInMeans = endpoint({
  method: 'GET',
  url: '/sign-in/means',
  config: { may: 'anyone' },
  schema: {
    tags,
    summary: 'The ways to sign in that this installation offers beside a mailed link and a passkey',
    response: { 200: z.object({ oidc: z.object({ name: z.string() }).nullable() }) },
  },
});

export const visitProvider = endpoint({
  method: 'POST',
  url: '/sign-in/oidc',
  config: { may: 'anyone' },
  schema: {
    tags,
    summary: 'Set out to sign in at the OpenID provider',
    response: { 200: onward, 404: problem, 429: problem, 503: problem },
  },
});

/** The provider sends the browser here; it is sent on to a page that says how it went. */
export const comeBack = endpoint({
  method: 'GET',
  url: '/sign-in/oidc/callback',
  config: { may: 'anyone' },
  schema: {
    tags,
    summary: 'Come back from the OpenID provider',
    querystring: z.object({
      state: z.string().max(200).optional(),
      code: z.string().max(4000).optional(),
      error: z.string().max(200).optional(),
      iss: z.string().max(400).optional(),
    }),
    response: { 302: z.void() },
  },
});

export const visitProviderToConfirm = endpoint({
  method: 'POST',
  url: '/account/confirmations/oidc',
  config: { may: 'account.read' },
  schema: {
    tags,
    summary: 'Set out to prove at the OpenID provider who you are',
    response: { 200: onward, ...refusals, 503: problem },
  },
});
