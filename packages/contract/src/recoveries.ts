import { recoveryStates } from '@lateral/domain/recoveries/recoveries';
import { z } from 'zod';
import { endpoint, instant, page, paging, problem, refusals, words } from './endpoint.ts';

const tags = ['recoveries'];
const params = z.object({ recoveryId: z.guid() });
const named = z.object({ personId: z.guid(), name: z.string() });

export const recovery = z
  .object({
    id: z.guid(),
    person: named,
    newEmail: z.string(),
    reason: z.string(),
    state: z.enum(recoveryStates),
    askedBy: named,
    askedAt: instant,
    agreedBy: named.nullable(),
    /** When the new address counts, unless somebody stops it. */
    dueAt: instant.nullable(),
    endedAt: instant.nullable(),
  })
  .meta({ id: 'Recovery' });
export type Recovery = z.output<typeof recovery>;

export const listRecoveries = endpoint({
  method: 'GET',
  url: '/recoveries',
  config: { may: 'people.recover' },
  schema: {
    tags,
    summary: 'People who are being given a new address, newest first',
    querystring: z.strictObject(paging),
    response: { 200: page(recovery), ...refusals },
  },
});

export const askForRecovery = endpoint({
  method: 'POST',
  url: '/people/:personId/recoveries',
  config: { may: 'people.recover' },
  schema: {
    tags,
    summary: 'Ask for a new address for somebody who has lost theirs; a second person must agree',
    params: z.object({ personId: z.guid() }),
    body: z.strictObject({ newEmail: z.email('must be an e-mail address').max(254), reason: words(300) }),
    response: { 201: recovery, ...refusals, 409: problem, 429: problem },
  },
});

export const agreeToRecovery = endpoint({
  method: 'POST',
  url: '/recoveries/:recoveryId/agree',
  config: { may: 'people.recover' },
  schema: {
    tags,
    summary: 'Agree, as the second person; it happens a day later',
    params,
    response: { 200: recovery, ...refusals, 409: problem },
  },
});

export const stopRecovery = endpoint({
  method: 'POST',
  url: '/recoveries/:recoveryId/stop',
  config: { may: 'people.recover' },
  schema: { tags, summary: 'Stop it', params, response: { 200: recovery, ...refusals, 409: problem } },
});

export const stopRecoveryByMail = endpoint({
  method: 'POST',
  url: '/sign-in/recoveries/stop',
  config: { may: 'anyone' },
  schema: {
    tags,
    summary: 'Stop it with the secret of the mail that told you of it',
    body: z.strictObject({ partnershipId: z.guid(), token: z.string().min(20).max(100) }),
    response: {
      200: z.object({ stopped: z.literal(true) }),
      400: problem,
      404: problem,
      409: problem,
      429: problem,
    },
  },
});
