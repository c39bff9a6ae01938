import { roles } from '@lateral/domain/people/roles';
import { z } from 'zod';
import { endpoint, refusals } from './endpoint.ts';

const tags = ['search'];

export const found = z
  .object({
    schools: z.array(
      z.object({ id: z.guid(), name: z.string(), town: z.string().nullable(), isOpen: z.boolean() }),
    ),
    people: z.array(
      z.object({
        personId: z.guid(),
        name: z.string(),
        role: z.enum(roles),
        schoolName: z.string().nullable(),
      }),
    ),
    clusters: z.array(z.object({ id: z.guid(), name: z.string() })),
  })
  .meta({ id: 'Found' });

export const searchEverything = endpoint({
  method: 'GET',
  url: '/search',
  config: { may: 'signed-in' },
  schema: {
    tags,
    summary: 'The schools, people and clusters most like what was typed, of those that the caller may see',
    querystring: z.strictObject({ q: z.string().max(100) }),
    response: { 200: found, ...refusals },
  },
});
