import { z } from 'zod';
import { endpoint, instant, page, paging, refusals } from './endpoint.ts';

const tags = ['history'];

export const happening = z
  .object({
    id: z.int(),
    at: instant,
    kind: z.string(),
    who: z.string().nullable(),
    onBehalfOf: z.string().nullable(),
    school: z.object({ id: z.guid(), name: z.string() }).nullable(),
    detail: z.record(z.string(), z.json()),
    /** Its place in the chain; null until it has been chained, a minute or so later. */
    seq: z.int().nullable(),
  })
  .meta({ id: 'Happening' });
export type Happening = z.output<typeof happening>;

export const listHistory = endpoint({
  method: 'GET',
  url: '/history',
  config: { may: 'history.read' },
  schema: {
    tags,
    summary: 'Everything that happened in the partnership, newest first',
    querystring: z.strictObject({
      /** Part of a name of a person or a school. */
      q: z.string().max(100).optional(),
      about: z.enum(['partnership', 'schools']).optional(),
      ...paging,
    }),
    response: { 200: page(happening), ...refusals },
  },
});

export const checkpoint = z.object({
  seq: z.int(),
  hash: z.string(),
  at: z.string(),
  keyId: z.string(),
  signature: z.string(),
});

export const getHistoryStanding = endpoint({
  method: 'GET',
  url: '/history/standing',
  config: { may: 'history.read' },
  schema: {
    tags,
    summary: 'How far the history is chained and signed, and the public key to check it with',
    response: {
      200: z.object({
        chained: z.int(),
        waiting: z.int(),
        checkpoint: checkpoint.nullable(),
        publicKey: z.string(),
      }),
      ...refusals,
    },
  },
});

/** The answer is a file: see packages/audit. It is sent as it is made, however long it is. */
export const exportHistory = endpoint({
  method: 'GET',
  url: '/history/export',
  config: { may: 'history.export' },
  schema: {
    tags,
    summary: 'The whole chain as a file that can be checked anywhere (verify-audit)',
    response: { 200: z.string(), ...refusals },
  },
});
