import { erasureReasons } from '@lateral/domain/erasures/erasures';
import { z } from 'zod';
import { endpoint, instant, problem, refusals } from './endpoint.ts';

const tags = ['personal data'];
const params = z.object({ personId: z.guid() });

export const erasure = z
  .object({
    personId: z.guid(),
    reason: z.enum(erasureReasons),
    askedAt: instant,
    /** When it was done; null while it waits for a worker. */
    doneAt: instant.nullable(),
  })
  .meta({ id: 'Erasure' });

/** All that is kept about a person, each part as a list of records as they stand in the database. */
export const personData = z
  .object({
    format: z.literal('lateral-person-1'),
    madeAt: instant,
    partnership: z.string(),
    parts: z.record(z.string(), z.array(z.record(z.string(), z.json()))),
  })
  .meta({ id: 'PersonData' });
export type PersonData = z.output<typeof personData>;

export const getOwnData = endpoint({
  method: 'GET',
  url: '/account/data',
  config: { may: 'account.secure' },
  schema: {
    tags,
    summary: 'All that is kept about you',
    response: { 200: personData, ...refusals },
  },
});

export const getPersonData = endpoint({
  method: 'GET',
  url: '/people/:personId/data',
  config: { may: 'people.export' },
  schema: {
    tags,
    summary: 'All that is kept about a person, to give them when they ask',
    params,
    response: { 200: personData, ...refusals },
  },
});

export const previewErasure = endpoint({
  method: 'GET',
  url: '/people/:personId/erasure',
  config: { may: 'people.erase' },
  schema: {
    tags,
    summary: 'How much would go if a person were erased, and what has been asked already',
    params,
    response: {
      200: z.object({
        erasure: erasure.nullable(),
        /** Number of records by part. */
        goes: z.record(z.string(), z.int()),
        refusal: z.string().nullable(),
      }),
      ...refusals,
    },
  },
});

export const erasePerson = endpoint({
  method: 'POST',
  url: '/people/:personId/erasure',
  config: { may: 'people.erase' },
  schema: {
    tags,
    summary: 'Erase a person, for good. A worker does it within a minute',
    params,
    response: { 202: erasure, ...refusals, 409: problem },
  },
});
