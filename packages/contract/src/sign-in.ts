import { roles } from '@lateral/domain/people/roles';
import { z } from 'zod';
import { endpoint, instant, problem, refusals } from './endpoint.ts';

const tags = ['sign-in'];
const session = z.object({ accessToken: z.string() });
const email = z.email('must be an e-mail address').max(254);

export const askForLink = endpoint({
  method: 'POST',
  url: '/sign-in/links',
  config: { may: 'anyone' },
  schema: {
    tags,
    summary: 'Ask for a sign-in link by mail. The answer is the same whether or not the address is known',
    body: z.strictObject({ email }),
    response: { 202: z.object({ sent: z.literal(true) }), 400: problem, 429: problem },
  },
});

export const redeemLink = endpoint({
  method: 'POST',
  url: '/sign-in/redeem',
  config: { may: 'anyone' },
  schema: {
    tags,
    summary: 'Sign in with a link, once, in the browser that asked for it',
    body: z.strictObject({ token: z.string().min(20).max(100), partnershipId: z.guid().optional() }),
    response: { 200: session, 400: problem, 409: problem, 429: problem },
  },
});

export const refreshSession = endpoint({
  method: 'POST',
  url: '/sign-in/refresh',
  config: { may: 'anyone' },
  schema: {
    tags,
    summary: 'Swap the refresh cookie for a new one and a new access token',
    response: { 200: session, 401: problem },
  },
});

export const signOut = endpoint({
  method: 'POST',
  url: '/sign-in/out',
  config: { may: 'anyone' },
  schema: { tags, summary: 'End the session of this browser', response: { 204: z.void() } },
});

const demonstrationPerson = z.object({
  personId: z.guid(),
  name: z.string(),
  role: z.enum(roles),
  schoolName: z.string().nullable(),
});

export const listDemonstrationPeople = endpoint({
  method: 'GET',
  url: '/sign-in/demonstration',
  config: { may: 'anyone' },
  schema: {
    tags,
    summary: 'The people of the demonstration partnership whom anyone may sign in as',
    response: {
      200: z.object({ partnershipName: z.string(), people: z.array(demonstrationPerson) }),
      404: problem,
    },
  },
});

export const signInAs = endpoint({
  method: 'POST',
  url: '/sign-in/demonstration',
  config: { may: 'anyone' },
  schema: {
    tags,
    summary: 'Sign in as a person of the demonstration partnership; 404 for anyone else',
    body: z.strictObject({ personId: z.guid() }),
    response: { 200: session, 400: problem, 404: problem },
  },
});

const heldRole = z.object({
  role: z.enum(roles),
  schoolId: z.guid().nullable(),
  schoolName: z.string().nullable(),
});

export const getMe = endpoint({
  method: 'GET',
  url: '/me',
  config: { may: 'signed-in' },
  schema: {
    tags,
    summary: 'Who is signed in, where, and what they may do',
    response: {
      200: z.object({
        personId: z.guid(),
        name: z.string(),
        email: z.string(),
        partnership: z.object({
          id: z.guid(),
          name: z.string(),
          laCode: z.string(),
          isDemonstration: z.boolean(),
        }),
        roles: z.array(heldRole),
        may: z.array(z.string()),
      }),
      ...refusals,
    },
  },
});

export const listMailbox = endpoint({
  method: 'GET',
  url: '/mailbox',
  config: { may: 'anyone' },
  schema: {
    tags,
    summary:
      'Mail kept on this machine, newest first; 404 unless it is kept here and you are at this machine',
    response: {
      200: z.object({
        mails: z.array(
          z.object({
            id: z.guid(),
            to: z.string(),
            subject: z.string(),
            text: z.string(),
            createdAt: instant,
          }),
        ),
      }),
      404: problem,
    },
  },
});
