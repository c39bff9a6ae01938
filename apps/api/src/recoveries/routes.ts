import * as contract from '@lateral/contract/recoveries';
import { dayInLondon } from '@lateral/domain/calendars/london';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { countAttempt } from '../attempts.ts';
import { change } from '../changes.ts';
import { cutPage, pageSize, readCursor } from '../paging.ts';
import { notFound } from '../problems.ts';
import { hashOf } from '../secrets.ts';
import { agreeToRecovery, askForRecovery, stopRecovery } from './ask-for-recovery.ts';
import { countRecoveries, findByStopHash, listRecoveries } from './queries.ts';
import { stopPurpose } from './tell-recovery.ts';

export const recoveryRoutes: FastifyPluginAsyncZod = async (app) => {
  app.route({
    ...contract.listRecoveries,
    handler: async ({ query, actor }) =>
      app.database.withPartnership(actor.partnershipId, async (db) => {
        const size = pageSize(query.limit);
        const today = dayInLondon(app.now());
        const page = { after: readCursor(query.cursor, 2), limit: size };
        const rows = await listRecoveries(db, actor.reach, today, page);
        const total = await countRecoveries(db, actor.reach, today);
        return { ...cutPage(rows, size, ({ askedAt, id }) => [askedAt.toISOString(), id]), total };
      }),
  });

  app.route({
    ...contract.askForRecovery,
    handler: async (request, reply) => {
      const { actor, params, body } = request;
      await countAttempt(app.database, 'recovery-by-person', actor.personId);
      reply.code(201);
      return change(request, reply, (db) =>
        askForRecovery(db, actor, { ...params, ...body }, (id) => app.derive(stopPurpose(id)), app.now()),
      );
    },
  });

  app.route({
    ...contract.agreeToRecovery,
    handler: async (request, reply) =>
      change(request, reply, (db) =>
        agreeToRecovery(db, request.actor, request.params.recoveryId, app.now()),
      ),
  });

  app.route({
    ...contract.stopRecovery,
    handler: async (request, reply) =>
      change(request, reply, (db) => stopRecovery(db, request.actor, request.params.recoveryId, app.now())),
  });

  app.route({
    ...contract.stopRecoveryByMail,
    handler: async ({ body, ip }) => {
      await countAttempt(app.database, 'redeem-by-place', ip);
      const { partnershipId, token } = body;
      await app.database.withPartnership(partnershipId, async (db) => {
        const id = await findByStopHash(db, hashOf(token));
        if (!id) throw notFound();
        await stopRecovery(db, { partnershipId, personId: null }, id, app.now());
      });
      return { stopped: true as const };
    },
  });
};
