import * as contract from '@lateral/contract/signings';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { change } from '../changes.ts';
import { notFound, refused } from '../problems.ts';
import { readVersion } from '../versions.ts';
import { findCopy } from './copy-queries.ts';
import { describeSigning, readState } from './describe-signing.ts';
import { coSignForSchool, keepReadingPlace, recordDecision, signForSchool } from './sign.ts';

export const signingRoutes: FastifyPluginAsyncZod = async (app) => {
  const { publicUrl } = app;

  app.route({
    ...contract.getSigning,
    handler: async ({ params, actor }) =>
      app.database.withPartnership(actor.partnershipId, async (db) =>
        describeSigning(db, actor, await readState(db, params.schoolId, app.now())),
      ),
  });

  app.route({
    ...contract.getSignedCopy,
    handler: async ({ params, actor }, reply) => {
      const copy = await app.database.withPartnership(actor.partnershipId, (db) =>
        findCopy(db, params.schoolId),
      );
      if (!copy) throw notFound();
      if (!copy.pdf) throw refused('copy-not-ready', 'The sealed copy is being made. Try again in a minute.');
      const name = `agreement-${copy.reference}.pdf`;
      reply.header('content-type', 'application/pdf');
      reply.header('content-disposition', `attachment; filename="${name}"`);
      return reply.send(Buffer.from(copy.pdf) as never);
    },
  });

  app.route({
    ...contract.keepPlace,
    handler: async (request, reply) => {
      const { params, body, actor } = request;
      return change(request, reply, async (db) => {
        const state = await keepReadingPlace(db, actor, params.schoolId, body, app.now());
        return describeSigning(db, actor, state);
      });
    },
  });

  app.route({
    ...contract.putDownDecision,
    handler: async (request, reply) => {
      const { body, actor } = request;
      const at = { schoolId: request.params.schoolId, read: readVersion(request) };
      return change(request, reply, async (db) => {
        const state = await recordDecision(db, actor, at, body, app.now());
        return describeSigning(db, actor, state);
      });
    },
  });

  app.route({
    ...contract.signAgreement,
    handler: async (request, reply) => {
      const { body, actor } = request;
      const at = { schoolId: request.params.schoolId, publicUrl, read: readVersion(request) };
      return change(request, reply, async (db) => {
        const state = await signForSchool(db, actor, at, body, app.now());
        return describeSigning(db, actor, state);
      });
    },
  });

  app.route({
    ...contract.coSignAgreement,
    handler: async (request, reply) => {
      const { body, actor } = request;
      const at = { schoolId: request.params.schoolId, publicUrl, read: readVersion(request) };
      return change(request, reply, async (db) => {
        const state = await coSignForSchool(db, actor, at, body, app.now());
        return describeSigning(db, actor, state);
      });
    },
  });
};
