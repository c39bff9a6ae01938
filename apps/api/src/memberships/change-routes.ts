import * as contract from '@lateral/contract/membership-changes';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { change } from '../changes.ts';
import { giveNotice, renew, settleConversion, takeBackNotice } from './change-membership.ts';
import { describeMembership } from './describe-membership.ts';

export const membershipChangeRoutes: FastifyPluginAsyncZod = async (app) => {
  const { publicUrl } = app;
  const at = (schoolId: string) => ({ schoolId, publicUrl });

  app.route({
    ...contract.getMembership,
    handler: async ({ params, actor }) =>
      app.database.withPartnership(actor.partnershipId, (db) =>
        describeMembership(db, actor, params.schoolId, app.now()),
      ),
  });

  app.route({
    ...contract.renewMembership,
    handler: async (request, reply) => {
      const { params, body, actor } = request;
      return change(request, reply, async (db) => {
        await renew(db, actor, at(params.schoolId), body, app.now());
        return describeMembership(db, actor, params.schoolId, app.now());
      });
    },
  });

  app.route({
    ...contract.giveNotice,
    handler: async (request, reply) => {
      const { params, body, actor } = request;
      return change(request, reply, async (db) => {
        await giveNotice(db, actor, at(params.schoolId), body, app.now());
        return describeMembership(db, actor, params.schoolId, app.now());
      });
    },
  });

  app.route({
    ...contract.takeBackNotice,
    handler: async (request, reply) => {
      const { params, actor } = request;
      return change(request, reply, async (db) => {
        await takeBackNotice(db, actor, at(params.schoolId), app.now());
        return describeMembership(db, actor, params.schoolId, app.now());
      });
    },
  });

  app.route({
    ...contract.settleConversion,
    handler: async (request, reply) => {
      const { params, body, actor } = request;
      return change(request, reply, async (db) => {
        await settleConversion(db, actor, at(params.schoolId), body, app.now());
        return describeMembership(db, actor, params.schoolId, app.now());
      });
    },
  });
};
