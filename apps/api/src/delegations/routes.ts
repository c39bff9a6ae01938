import * as contract from '@lateral/contract/delegations';
import { dayInLondon } from '@lateral/domain/calendars/london';
import { decide } from '@lateral/domain/policy';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { change } from '../changes.ts';
import { lendRole, takeBack } from './lend-role.ts';
import { listCandidates, listDelegations } from './queries.ts';

export const delegationRoutes: FastifyPluginAsyncZod = async (app) => {
  app.route({
    ...contract.listDelegations,
    handler: async ({ actor }) =>
      app.database.withPartnership(actor.partnershipId, async (db) => {
        const today = dayInLondon(app.now());
        const schoolsOf = (permission: 'delegations.read' | 'delegations.lend') => {
          const reach = decide(actor.roles, permission);
          return typeof reach === 'object' && reach.scope === 'own' ? reach.schoolIds : [];
        };
        return {
          items: await listDelegations(db, schoolsOf('delegations.read'), today),
          candidates: await listCandidates(db, schoolsOf('delegations.lend'), actor.personId, today),
        };
      }),
  });

  app.route({
    ...contract.lendRole,
    handler: async (request, reply) => {
      reply.code(201);
      return change(request, reply, (db) => lendRole(db, request.actor, request.body, app.now()));
    },
  });

  app.route({
    ...contract.endDelegation,
    handler: async (request, reply) => {
      reply.code(204);
      return change(request, reply, (db) =>
        takeBack(db, request.actor, request.params.delegationId, app.now()),
      );
    },
  });
};
