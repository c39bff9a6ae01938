import * as contract from '@lateral/contract/reminders';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
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
    handler: async ({ params, body, actor }) =>
      app.database.withPartnership(actor.partnershipId, (db) =>
        holdReminders(db, actor, params.batchId, body, app.now()),
      ),
  });

  app.route({
    ...contract.undoReminders,
    handler: async ({ params, actor }) =>
      app.database.withPartnership(actor.partnershipId, (db) =>
        undoReminders(db, actor, params.batchId, app.now()),
      ),
  });
};
