import { createHash } from 'node:crypto';
import * as contract from '@lateral/contract/feeds';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { change } from '../changes.ts';
import { notFound } from '../problems.ts';
import { hashOf } from '../secrets.ts';
import { findFeed, recordFeed, recordWithTerms, removeFeed } from './queries.ts';
import { readFeed } from './read-feed.ts';

export const feedRoutes: FastifyPluginAsyncZod = async (app) => {
  /** The secret of a feed follows from its id, so that its owner can copy it again and no table holds it. */
  const secretOf = (id: string) => app.derive(`calendar feed ${id}`);

  app.route({
    ...contract.getFeed,
    handler: async ({ actor: { partnershipId, personId } }) =>
      app.database.withPartnership(partnershipId, async (db) => {
        const found = await findFeed(db, personId);
        if (!found) return { feed: null };
        const { id, withTerms, madeAt, readAt } = found;
        const address = `${app.publicUrl}/api/feed/calendar.ics?key=${partnershipId}.${secretOf(id)}`;
        return { feed: { address, withTerms, madeAt, readAt } };
      }),
  });

  app.route({
    ...contract.makeFeed,
    handler: async (request, reply) => {
      reply.code(201);
      const { partnershipId, personId } = request.actor;
      return change(request, reply, async (db) => {
        const id = crypto.randomUUID();
        const made = { id, secretHash: hashOf(secretOf(id)), madeAt: app.now() };
        return { withTerms: await recordFeed(db, { partnershipId, personId, withTerms: true, ...made }) };
      });
    },
  });

  app.route({
    ...contract.changeFeed,
    handler: async (request, reply) =>
      change(request, reply, async (db) => {
        const { withTerms } = request.body;
        if (!(await recordWithTerms(db, request.actor.personId, withTerms))) throw notFound();
        return { withTerms };
      }),
  });

  app.route({
    ...contract.withdrawFeed,
    handler: async (request, reply) => {
      reply.code(204);
      return change(request, reply, async (db) => {
        if (!(await removeFeed(db, request.actor.personId))) throw notFound();
      });
    },
  });

  app.route({
    ...contract.readFeed,
    handler: async ({ query, headers }, reply) => {
      const [partnershipId = '', secret = ''] = query.key.split('.');
      const calendar = await app.database.withPartnership(partnershipId, (db) =>
        readFeed(db, secret, app.publicUrl, app.now()),
      );
      const etag = `"${createHash('sha256').update(calendar).digest('base64url')}"`;
      reply.header('etag', etag).header('cache-control', 'private, no-cache');
      if (headers['if-none-match']?.includes(etag)) return reply.code(304).send();
      reply.header('content-type', 'text/calendar; charset=utf-8');
      reply.header('content-disposition', 'inline; filename="lateral.ics"');
      return reply.serializer(String).send(calendar);
    },
  });
};
