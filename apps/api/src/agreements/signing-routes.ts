import * as contract from '@lateral/contract/signings';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { change } from '../changes.ts';
import { readVersion } from '../versions.ts';
import { describeSigning } from './describe-signing.ts';
import { coSignForSchool, keepReadingPlace, recordDecision, signForSchool } from './sign.ts';

export const signingRoutes: FastifyPluginAsyncZod = async (app) => {
  const { publicUrl } = app;

  app.route({
    ...contract.getSigning,
    handler: async ({ params, actor }) =>
      app.database.withPartnership(actor.partnershipId, (db) =>
        describeSigning(db, actor, params.schoolId, app.now()),
      ),
  });

  app.route({
    ...contract.keepPlace,
    handler: async (request, reply) => {
      const { params, body, actor } = request;
      return change(request, reply, async (db) => {
        await keepReadingPlace(db, actor, params.schoolId, body, app.now());
        return describeSigning(db, actor, params.schoolId, app.now());
      });
    },
  });

  app.route({
    ...contract.putDownDecision,
    handler: async (request, reply) => {
      const { body, actor } = request;
      const at = { schoolId: request.params.schoolId, read: readVersion(request) };
      return change(request, reply, async (db) => {
        await recordDecision(db, actor, at, body, app.now());
        return describeSigning(db, actor, at.schoolId, app.now());
      });
    },
  });

  app.route({
    ...contract.signAgreement,
    handler: async (request, reply) => {
      const { body, actor } = request;
      const at = { schoolId: request.params.schoolId, publicUrl, read: readVersion(request) };
      return change(request, reply, async (db) => {
        await signForSchool(db, actor, at, body, app.now());
        return describeSigning(db, actor, at.schoolId, app.now());
      });
    },
  });

  app.route({
    ...contract.coSignAgreement,
    handler: async (request, reply) => {
      const { body, actor } = request;
      const at = { schoolId: request.params.schoolId, publicUrl, read: readVersion(request) };
      return change(request, reply, async (db) => {
        await coSignForSchool(db, actor, at, body, app.now());
        return describeSigning(db, actor, at.schoolId, app.now());
      });
    },
  });
};
