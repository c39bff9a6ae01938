import * as contract from '@lateral/contract/erasures';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Actor } from '../actor.ts';
import { change } from '../changes.ts';
import { recordEvents } from '../events.ts';
import { readPersonData } from '../flows/read-person-data.ts';
import { askForErasure, previewErasure } from './ask-for-erasure.ts';

export const erasureRoutes: FastifyPluginAsyncZod = async (app) => {
  const whoseOf = ({ partnershipId }: Actor, personId: string) => ({ partnershipId, personId });

  const read = async (actor: Actor, personId: string) => {
    const data = await readPersonData(app.database, whoseOf(actor, personId), app.now());
    await app.database.withPartnership(actor.partnershipId, (db) =>
      recordEvents(db, actor, [{ kind: 'person-exported', detail: { personId } }], app.now()),
    );
    return data;
  };

  app.route({ ...contract.getOwnData, handler: async ({ actor }) => read(actor, actor.personId) });

  app.route({
    ...contract.getPersonData,
    handler: async ({ actor, params }) => read(actor, params.personId),
  });

  app.route({
    ...contract.previewErasure,
    handler: async ({ actor, params }) =>
      previewErasure(app.database, whoseOf(actor, params.personId), actor.personId, app.now()),
  });

  app.route({
    ...contract.erasePerson,
    handler: async (request, reply) => {
      const { actor, params } = request;
      const asking = { askedBy: actor.personId, reason: 'asked' as const };
      reply.code(202);
      return change(request, reply, (db) =>
        askForErasure(db, whoseOf(actor, params.personId), asking, app.now()),
      );
    },
  });
};
