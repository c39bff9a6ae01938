import type { FastifyInstance, FastifyRequest } from 'fastify';
import { badField, Problem } from './problems.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    versioned?: boolean;
  }
}

const hasVersion = (payload: unknown): payload is { version: number } =>
  typeof payload === 'object' &&
  payload !== null &&
  'version' in payload &&
  typeof payload.version === 'number';

/** What has a version is answered with it as its ETag; a change of it must say by If-Match which version it was made from. */
export function keepVersions(app: FastifyInstance) {
  app.addHook('onRequest', async (request) => {
    if (!request.routeOptions.config.versioned) return;
    if (request.headers['if-match'] === undefined) throw new Problem(428, 'version-needed');
    readVersion(request);
  });
  app.addHook('preSerialization', async (_request, reply, payload) => {
    if (hasVersion(payload)) reply.header('etag', `"${payload.version}"`);
    return payload;
  });
}

/** The version that the caller has read and changed. @throws 400 for one that we never gave */
export function readVersion({ headers }: FastifyRequest): number {
  const found = /^"(\d{1,9})"$/.exec(headers['if-match'] ?? '');
  if (!found) throw badField('/headers/if-match', 'is not a version: send the ETag that you were given');
  return Number(found[1]);
}

/** @throws 412 when somebody else has changed it since */
export function requireVersion(current: number, read: number) {
  if (current !== read) throw new Problem(412, 'changed');
}
