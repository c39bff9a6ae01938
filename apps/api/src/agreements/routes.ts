import * as contract from '@lateral/contract/agreements';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { change } from '../changes.ts';
import { readVersion } from '../versions.ts';
import {
  beginDraft,
  dropDraft,
  issueVersion,
  offerDraft,
  rewordDraft,
  withdrawVersion,
} from './change-version.ts';
import { describeVersion, describeVersions } from './describe.ts';

export const agreementRoutes: FastifyPluginAsyncZod = async (app) => {
  app.route({
    ...contract.listAgreements,
    handler: async ({ actor }) =>
      app.database.withPartnership(actor.partnershipId, async (db) => ({
        items: await describeVersions(db, actor),
      })),
  });

  app.route({
    ...contract.getAgreement,
    handler: async ({ params, actor }) =>
      app.database.withPartnership(actor.partnershipId, (db) =>
        describeVersion(db, actor, params.agreementId),
      ),
  });

  app.route({
    ...contract.draftAgreement,
    handler: async (request, reply) => {
      const { actor } = request;
      reply.code(201);
      return change(request, reply, async (db) =>
        describeVersion(db, actor, await beginDraft(db, actor, app.now())),
      );
    },
  });

  app.route({
    ...contract.changeAgreement,
    handler: async (request, reply) => {
      const { params, body, actor } = request;
      const read = { id: params.agreementId, version: readVersion(request) };
      return change(request, reply, async (db) => {
        await rewordDraft(db, actor, read, body, app.now());
        return describeVersion(db, actor, read.id);
      });
    },
  });

  app.route({
    ...contract.dropAgreement,
    handler: async (request, reply) => {
      const { params, actor } = request;
      reply.code(204);
      await change(request, reply, (db) => dropDraft(db, actor, params.agreementId, app.now()));
    },
  });

  app.route({
    ...contract.offerAgreement,
    handler: async (request, reply) => {
      const { params, actor } = request;
      const read = { id: params.agreementId, version: readVersion(request) };
      return change(request, reply, async (db) => {
        await offerDraft(db, actor, read, app.now());
        return describeVersion(db, actor, read.id);
      });
    },
  });

  app.route({
    ...contract.issueAgreement,
    handler: async (request, reply) => {
      const { params, actor } = request;
      const read = { id: params.agreementId, version: readVersion(request) };
      return change(request, reply, async (db) => {
        await issueVersion(db, actor, read, app.now());
        return describeVersion(db, actor, read.id);
      });
    },
  });

  app.route({
    ...contract.withdrawAgreement,
    handler: async (request, reply) => {
      const { params, body, actor } = request;
      return change(request, reply, async (db) => {
        await withdrawVersion(db, actor, params.agreementId, body.why, app.now());
        return describeVersion(db, actor, params.agreementId);
      });
    },
  });
};
