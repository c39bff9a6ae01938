import * as contract from '@lateral/contract/views';
import type { Db } from '@lateral/db/client';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Actor } from '../actor.ts';
import { change } from '../changes.ts';
import { describeViews } from '../flows/describe-views.ts';
import { notFound } from '../problems.ts';
import { findView, listViews } from './queries.ts';
import { addView, changeView, dropView, mayOpen } from './save-view.ts';

export const viewRoutes: FastifyPluginAsyncZod = async (app) => {
  const describe = async (db: Db, actor: Actor, viewId: string) => {
    const row = await findView(db, viewId, actor.personId);
    const [view] = row ? await describeViews(db, actor, [row], app.now()) : [];
    if (!view) throw notFound();
    return view;
  };

  app.route({
    ...contract.listViews,
    handler: async ({ actor }) =>
      app.database.withPartnership(actor.partnershipId, async (db) => {
        const rows = await listViews(db, actor.personId);
        const open = rows.filter(({ screen }) => mayOpen(actor, screen));
        return { items: await describeViews(db, actor, open, app.now()) };
      }),
  });

  app.route({
    ...contract.addView,
    handler: async (request, reply) => {
      const { body, actor } = request;
      reply.code(201);
      return change(request, reply, async (db) => describe(db, actor, await addView(db, actor, body)));
    },
  });

  app.route({
    ...contract.changeView,
    handler: async (request, reply) => {
      const { params, body, actor } = request;
      return change(request, reply, async (db) => {
        await changeView(db, actor, params.viewId, body);
        return describe(db, actor, params.viewId);
      });
    },
  });

  app.route({
    ...contract.removeView,
    handler: async (request, reply) => {
      reply.code(204);
      await change(
        request,
        reply,
        async (db) => void (await dropView(db, request.actor, request.params.viewId)),
      );
    },
  });
};
