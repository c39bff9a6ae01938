import * as contract from '@lateral/contract/reminders';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { change } from '../changes.ts';
import { holdReminders, previewReminders, undoReminders } from './hold-reminders.ts';

export const reminderRoutes: FastifyPluginAsyncZod = async (app) => {
  app.route({
    ...contract.previewReminders,
    handler: async ({ body, actor }) =>
      app.database.withPartnership(actor.partnershipId, (db) =>
        previewReminders(db, actor, body, app.publicUrl, app.now()),
      ),
  });

  app.route({
    ...contract.sendReminders,
    handler: async (request, reply) =>
      change(request, reply, (db) =>
        holdReminders(db, request.actor, request.params.batchId, request.body, app.now()),
      ),
  });

  app.route({
    ...contract.undoReminders,
    handler: async (request, reply) =>
      change(request, reply, (db) => undoReminders(db, request.actor, request.params.batchId, app.now())),
  });
};
