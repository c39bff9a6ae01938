import { longestTokenDays, tokenScopes } from '@lateral/domain/tokens/tokens';
import { z } from 'zod';
import { endpoint, instant, problem, refusals, words } from './endpoint.ts';

const tags = ['tokens'];

export const apiToken = z
  .object({
    id: z.guid(),
    name: z.string(),
    owner: z.object({ personId: z.guid(), name: z.string() }),
    scopes: z.array(z.enum(tokenScopes)),
    createdAt: instant,
    expiresAt: instant,
    /** When it was last used, to the minute; null when it never was. */
    usedAt: instant.nullable(),
  })
  .meta({ id: 'ApiToken' });
export type ApiToken = z.output<typeof apiToken>;

export const listTokens = endpoint({
  method: 'GET',
  url: '/tokens',
  config: { may: 'tokens.read' },
  schema: {
    tags,
    summary: 'The tokens with which programs call the API, while they work',
    response: { 200: z.object({ items: z.array(apiToken) }), ...refusals },
  },
});

export const makeToken = endpoint({
  method: 'POST',
  url: '/tokens',
  config: { may: 'tokens.make' },
  schema: {
    tags,
    summary: 'Make a token. It is shown in this answer and never again',
    body: z.strictObject({
      name: words(80),
      scopes: z.array(z.enum(tokenScopes)).min(1, 'must hold at least one').max(tokenScopes.length),
      days: z.int().min(1, 'must be at least 1').max(longestTokenDays, `must be at most ${longestTokenDays}`),
    }),
    response: { 201: z.object({ token: z.string(), made: apiToken }), ...refusals, 409: problem },
  },
});

export const endToken = endpoint({
  method: 'DELETE',
  url: '/tokens/:tokenId',
  config: { may: 'tokens.end' },
  schema: {
    tags,
    summary: 'Take a token back, at once',
    params: z.object({ tokenId: z.guid() }),
    response: { 204: z.void(), ...refusals },
  },
});
